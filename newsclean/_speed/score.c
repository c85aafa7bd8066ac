/* The twin of newsclean/learned/trees.py: the sum of the leaves that each row of a table reaches. */

#include "forest.h"
#include <math.h>
#include <string.h>

/* Rows that go down each tree together, so that the tree stays in the nearest cache. */
enum { BATCH = 64 };

/* A column of the table: its values, which row has which of them, and its number in the forest. */
typedef struct {
    PyObject *values, *indices; /* lists or tuples */
    int32_t number;
} Column;

typedef struct {
    Column *columns;
    int32_t count;
    Py_ssize_t rows;
} Table;

static void free_table(Table *table)
{
    for (int32_t i = 0; i < table->count; i++) {
        Py_DECREF(table->columns[i].values);
        Py_DECREF(table->columns[i].indices);
    }
    PyMem_Free(table->columns);
}

/* Adds a column if it is tested. */
static int add_column(Table *table, Forest *forest, PyObject *name, PyObject *values,
                      PyObject *indices)
{
    PyObject *number = PyDict_GetItemWithError(forest->columns, name);
    if (number == NULL)
        return PyErr_Occurred() ? -1 : 0;
    if (grow((void **)&table->columns, table->count, sizeof(Column)) < 0)
        return -1;
    PyObject *list = PySequence_Fast(values, "a column is a sequence of numbers");
    if (list == NULL)
        return -1;
    Py_INCREF(indices);
    table->columns[table->count++] = (Column){list, indices, (int32_t)PyLong_AsLong(number)};
    return 0;
}

static int add_columns(Table *table, Forest *forest, PyObject *columns, PyObject *indices)
{
    PyObject *items = PyMapping_Items(columns);
    if (items == NULL)
        return -1;
    int failed = 0;
    for (Py_ssize_t i = 0; i < PyList_Size(items) && !failed; i++) {
        PyObject *item = PyList_GetItem(items, i);
        failed = add_column(table, forest, PyTuple_GetItem(item, 0), PyTuple_GetItem(item, 1),
                            indices);
    }
    Py_DECREF(items);
    return failed;
}

/* Adds the columns of a part of the table, which is a pair of columns by name and indices. */
static int add_part(Table *table, Forest *forest, PyObject *part, int is_first)
{
    PyObject *pair = PySequence_Tuple(part);
    if (pair == NULL)
        return -1;
    if (PyTuple_Size(pair) != 2) {
        PyErr_SetString(PyExc_ValueError, "a part is a pair of columns and indices");
        Py_DECREF(pair);
        return -1;
    }
    int failed = -1;
    PyObject *indices = PySequence_Fast(PyTuple_GetItem(pair, 1), "indices are a sequence");
    if (indices != NULL) {
        Py_ssize_t rows = PySequence_Size(indices);
        if (is_first)
            table->rows = rows;
        if (rows != table->rows)
            PyErr_SetString(PyExc_ValueError, "the parts have different numbers of rows");
        else
            failed = add_columns(table, forest, PyTuple_GetItem(pair, 0), indices);
        Py_DECREF(indices);
    }
    Py_DECREF(pair);
    return failed;
}

/* The value of a column in a row. */
static int read_value(const Column *column, Py_ssize_t row, double *value)
{
    PyObject *number = item_of(column->indices, row);
    if (number == NULL)
        return -1;
    Py_ssize_t index = PyLong_AsSsize_t(number);
    Py_DECREF(number);
    if (index == -1 && PyErr_Occurred())
        return -1;
    PyObject *found = item_of(column->values, index);
    if (found == NULL)
        return -1;
    *value = PyFloat_AsDouble(found);
    Py_DECREF(found);
    return *value == -1.0 && PyErr_Occurred() ? -1 : 0;
}

/* Room for the ranks of the rows of a batch. A column that a table lacks fails no test. */
static uint16_t *new_ranks(const Forest *forest)
{
    size_t size = (size_t)BATCH * ((size_t)forest->column_count + 1);
    uint16_t *ranks = PyMem_Calloc(size, sizeof(uint16_t));
    return ranks == NULL ? (uint16_t *)PyErr_NoMemory() : ranks;
}

/* Puts the scores of the rows from `first` on into the list. */
static int score_batch(const Forest *forest, const Table *table, Py_ssize_t first,
                       uint16_t *ranks, PyObject *scores)
{
    int64_t sums[BATCH] = {0};
    size_t width = (size_t)forest->column_count + 1;
    int count = table->rows - first < BATCH ? (int)(table->rows - first) : BATCH;
    for (int32_t i = 0; i < table->count; i++) {
        const Column *column = &table->columns[i];
        for (int row = 0; row < count; row++) {
            double value;
            if (read_value(column, first + row, &value) < 0)
                return -1;
            ranks[(size_t)row * width + (size_t)column->number] =
                rank_of(forest, column->number, value);
        }
    }
    go_down(forest, ranks, count, sums);
    for (int row = 0; row < count; row++) {
        PyObject *score = PyFloat_FromDouble((double)sums[row] / forest->unit);
        if (score == NULL || PyList_SetItem(scores, first + row, score) < 0)
            return -1;
    }
    return 0;
}

static PyObject *score_table(const Forest *forest, const Table *table)
{
    uint16_t *ranks = new_ranks(forest);
    if (ranks == NULL)
        return NULL;
    PyObject *scores = PyList_New(table->rows);
    for (Py_ssize_t first = 0; scores != NULL && first < table->rows; first += BATCH) {
        if (score_batch(forest, table, first, ranks, scores) < 0)
            Py_CLEAR(scores);
    }
    PyMem_Free(ranks);
    return scores;
}

PyObject *score_parts(PyObject *self, PyObject *parts)
{
    Forest *forest = (Forest *)self;
    PyObject *each = PySequence_Tuple(parts);
    if (each == NULL)
        return NULL;
    Table table = {NULL, 0, 0};
    int failed = 0;
    for (Py_ssize_t i = 0; i < PyTuple_Size(each) && !failed; i++)
        failed = add_part(&table, forest, PyTuple_GetItem(each, i), i == 0);
    PyObject *scores = failed ? NULL : score_table(forest, &table);
    free_table(&table);
    Py_DECREF(each);
    return scores;
}

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
