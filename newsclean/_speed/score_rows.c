/* The probabilities of rows that the reader of features has written: the other way to score. */

#include "forest.h"
#include <math.h>
#include <string.h>

/* Rows that are given as the bytes of doubles. */
typedef struct {
    const char *bytes;
    size_t width;
    Py_ssize_t count;
    int32_t *places; /* of each column that is tested, its place in a row, or -1 */
} Rows;

/* Finds where the columns that are tested stand in a row. */
static int find_places(const Forest *forest, PyObject *names, Rows *rows)
{
    size_t width = (size_t)forest->column_count + 1;
    rows->places = PyMem_Malloc(width * sizeof(int32_t));
    if (rows->places == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t i = 0; i < width; i++)
        rows->places[i] = -1;
    for (Py_ssize_t i = 0; i < PyTuple_Size(names); i++) {
        PyObject *number = PyDict_GetItemWithError(forest->columns, PyTuple_GetItem(names, i));
        if (number != NULL)
            rows->places[PyLong_AsLong(number)] = (int32_t)i;
        else if (PyErr_Occurred())
            return -1;
    }
    return 0;
}

/* Writes the ranks of a row. Many values are those of the row before, whose ranks are known. */
static void rank_row(const Forest *forest, const Rows *rows, Py_ssize_t row, uint16_t *ranks,
                     const uint16_t *ranks_before)
{
    const char *own = rows->bytes + (size_t)row * rows->width;
    for (int32_t i = 0; i < forest->column_count; i++) {
        if (rows->places[i] < 0)
            continue;
        const char *at = own + (size_t)rows->places[i] * sizeof(double);
        double value;
        memcpy(&value, at, sizeof(double));
        if (ranks_before != NULL && memcmp(at, at - rows->width, sizeof(double)) == 0)
            ranks[i] = ranks_before[i];
        else
            ranks[i] = rank_of(forest, i, value);
    }
}

/* Adds up the leaves of as many rows from `first` on. */
static void sum_batch(const Forest *forest, const Rows *rows, Py_ssize_t first, int count,
                      uint16_t *ranks, int64_t *sums)
{
    size_t width = (size_t)forest->column_count + 1;
    for (int i = 0; i < count; i++) {
        uint16_t *own = ranks + (size_t)i * width;
        rank_row(forest, rows, first + i, own, i ? own - width : NULL);
    }
    go_down(forest, ranks, count, sums);
}

/* Sets an item of a list to a probability, given as log odds. */
static int set_probability(PyObject *list, Py_ssize_t index, double odds)
{
    double found = odds > LEAST_LOG_ODDS ? 1 / (1 + exp(-odds)) : 0.0;
    PyObject *number = PyFloat_FromDouble(found);
    return number == NULL ? -1 : PyList_SetItem(list, index, number);
}

/* Sets the items with the indices of the rows to the probabilities. */
static int set_all(const Forest *forest, const Rows *rows, PyObject *indices, PyObject *list)
{
    uint16_t *ranks = new_ranks(forest);
    int failed = ranks == NULL ? -1 : 0;
    for (Py_ssize_t first = 0; !failed && first < rows->count; first += BATCH) {
        int64_t sums[BATCH] = {0};
        int count = rows->count - first < BATCH ? (int)(rows->count - first) : BATCH;
        sum_batch(forest, rows, first, count, ranks, sums);
        for (int i = 0; i < count && !failed; i++) {
            PyObject *index = PyList_GetItem(indices, first + i);
            Py_ssize_t at = index == NULL ? -1 : PyLong_AsSsize_t(index);
            failed = PyErr_Occurred() ||
                     set_probability(list, at, (double)sums[i] / forest->unit) < 0;
        }
    }
    PyMem_Free(ranks);
    return failed ? -1 : 0;
}

/* A list of zeros. */
static PyObject *new_list(Py_ssize_t size)
{
    PyObject *list = PyList_New(size), *zero = PyFloat_FromDouble(0.0);
    for (Py_ssize_t i = 0; list != NULL && zero != NULL && i < size; i++) {
        Py_INCREF(zero);
        PyList_SetItem(list, i, zero);
    }
    if (zero == NULL)
        Py_CLEAR(list);
    Py_XDECREF(zero);
    return list;
}

PyObject *score_rows(PyObject *self, PyObject *args)
{
    Forest *forest = (Forest *)self;
    PyObject *bytes, *names, *indices, *list = NULL;
    Py_ssize_t size;
    if (!PyArg_ParseTuple(args, "SO!O!n", &bytes, &PyTuple_Type, &names, &PyList_Type, &indices,
                          &size))
        return NULL;
    Py_ssize_t width = PyTuple_Size(names), count = PyList_Size(indices);
    Rows rows = {PyBytes_AsString(bytes), (size_t)width * sizeof(double), count, NULL};
    if (width > INT32_MAX || size < 0 || count > size ||
        (size_t)PyBytes_Size(bytes) % sizeof(double) != 0 ||
        (size_t)PyBytes_Size(bytes) / sizeof(double) != (size_t)count * (size_t)width) {
        PyErr_SetString(PyExc_ValueError, "each row has an index, and a value for each name");
        return NULL;
    }
    if (find_places(forest, names, &rows) == 0)
        list = new_list(size);
    if (list != NULL && set_all(forest, &rows, indices, list) < 0)
        Py_CLEAR(list);
    PyMem_Free(rows.places);
    return list;
}
