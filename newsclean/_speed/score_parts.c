/* The twin of newsclean/learned/trees.py: the sum of the leaves that each row of a table reaches.
   The table is given in parts, as there. */

#include "forest.h"

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
