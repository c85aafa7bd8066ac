/* The twin of newsclean/learned/trees.py: the sum of the leaves that each row of a table reaches. */

#include "native.h"
#include <math.h>

/* Rows that go down each tree together, so that the tree stays in the nearest cache. */
#define BATCH 16

typedef struct {
    double value;
    int32_t column;
    /* Where a row goes that is at most the value, and where any other: a node, or ~leaf. */
    int32_t next[2];
} Node;

typedef struct {
    PyObject_HEAD
    PyObject *columns; /* the number of each column that is tested, by its name */
    Node *nodes;
    int32_t *leaves;
    int32_t *roots; /* of each tree, as in Node.next */
    int32_t node_count, leaf_count, root_count, column_count;
    double unit;
} Forest;

/* Makes room for one more item in an array whose length is a power of two whenever it is full. */
static int grow(void **array, int32_t count, size_t size)
{
    if (count != 0 && (count & (count - 1)) != 0)
        return 0;
    if (count > INT32_MAX / 2) {
        PyErr_SetString(PyExc_OverflowError, "too many trees");
        return -1;
    }
    size_t room = count ? 2 * (size_t)count : 1;
    void *larger = PyMem_Realloc(*array, room * size);
    if (larger == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    *array = larger;
    return 0;
}

static int add_leaf(Forest *forest, PyObject *tree, int32_t *where)
{
    long value = PyLong_AsLong(tree);
    if (value == -1 && PyErr_Occurred())
        return -1;
    if (value > INT32_MAX || value < INT32_MIN) {
        PyErr_SetString(PyExc_OverflowError, "a leaf is too large");
        return -1;
    }
    if (grow((void **)&forest->leaves, forest->leaf_count, sizeof(int32_t)) < 0)
        return -1;
    forest->leaves[forest->leaf_count] = (int32_t)value;
    *where = ~forest->leaf_count++;
    return 0;
}

/* The number of a column, which it gets when it is first met. */
static int number_column(Forest *forest, PyObject *name, int32_t *number)
{
    PyObject *known = PyDict_GetItemWithError(forest->columns, name);
    if (known != NULL) {
        *number = (int32_t)PyLong_AsLong(known);
        return 0;
    }
    if (PyErr_Occurred())
        return -1;
    PyObject *next = PyLong_FromLong(forest->column_count);
    if (next == NULL)
        return -1;
    int failed = PyDict_SetItem(forest->columns, name, next);
    Py_DECREF(next);
    *number = forest->column_count;
    forest->column_count += !failed;
    return failed;
}

static int add_tree(Forest *forest, PyObject *tree, int32_t *where);

static int fill_node(Forest *forest, int32_t index, PyObject *parts)
{
    int32_t column, child;
    double value = PyFloat_AsDouble(PyTuple_GetItem(parts, 1));
    if (value == -1.0 && PyErr_Occurred())
        return -1;
    if (number_column(forest, PyTuple_GetItem(parts, 0), &column) < 0)
        return -1;
    forest->nodes[index].value = value;
    forest->nodes[index].column = column;
    for (int side = 0; side < 2; side++) {
        if (add_tree(forest, PyTuple_GetItem(parts, 2 + side), &child) < 0)
            return -1;
        forest->nodes[index].next[side] = child; /* the array may have moved */
    }
    return 0;
}

/* Adds a tree as JSON has it: a leaf is a whole number, another node a list of four items. */
static int add_tree(Forest *forest, PyObject *tree, int32_t *where)
{
    if (!PyList_Check(tree))
        return add_leaf(forest, tree, where);
    PyObject *parts = PyList_AsTuple(tree);
    if (parts == NULL)
        return -1;
    int failed = -1;
    if (PyTuple_Size(parts) != 4) {
        PyErr_SetString(PyExc_ValueError, "a node has a column, a value and two nodes");
    } else if (grow((void **)&forest->nodes, forest->node_count, sizeof(Node)) == 0 &&
               Py_EnterRecursiveCall(" in a tree") == 0) {
        *where = forest->node_count++;
        failed = fill_node(forest, *where, parts);
        Py_LeaveRecursiveCall();
    }
    Py_DECREF(parts);
    return failed;
}

static int add_all(Forest *forest, PyObject *trees)
{
    PyObject *each = PySequence_Tuple(trees);
    if (each == NULL)
        return -1;
    int failed = 0;
    for (Py_ssize_t i = 0; i < PyTuple_Size(each) && !failed; i++) {
        int32_t root;
        failed = add_tree(forest, PyTuple_GetItem(each, i), &root);
        if (!failed)
            failed = grow((void **)&forest->roots, forest->root_count, sizeof(int32_t));
        if (!failed)
            forest->roots[forest->root_count++] = root;
    }
    Py_DECREF(each);
    return failed;
}

static PyObject *new_forest(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"trees", "unit", NULL};
    PyObject *trees;
    double unit;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "Od", names, &trees, &unit))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Forest *forest = (Forest *)allocate(type, 0); /* all fields are 0 */
    if (forest == NULL)
        return NULL;
    forest->unit = unit;
    forest->columns = PyDict_New();
    if (forest->columns == NULL || add_all(forest, trees) < 0) {
        Py_DECREF((PyObject *)forest);
        return NULL;
    }
    return (PyObject *)forest;
}

static void free_forest(PyObject *self)
{
    Forest *forest = (Forest *)self;
    PyTypeObject *type = Py_TYPE(self);
    Py_XDECREF(forest->columns);
    PyMem_Free(forest->nodes);
    PyMem_Free(forest->leaves);
    PyMem_Free(forest->roots);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF((PyObject *)type);
}

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

/* One step down for a row, which stays where it is if that is a leaf. */
static inline int32_t step(const Forest *forest, const double *values, int32_t at)
{
    const Node *node = &forest->nodes[at < 0 ? 0 : at];
    int32_t next = node->next[values[node->column] > node->value];
    return at < 0 ? at : next;
}

/* Four rows go down together: a processor does their steps at the same time. */
static void go_down(const Forest *forest, const double *values, int64_t *sums)
{
    size_t width = forest->column_count;
    for (int32_t tree = 0; tree < forest->root_count; tree++) {
        for (int row = 0; row < BATCH; row += 4) {
            const double *own = values + row * width;
            int32_t root = forest->roots[tree];
            int32_t at[4] = {root, root, root, root};
            while ((at[0] & at[1] & at[2] & at[3]) >= 0) {
                at[0] = step(forest, own, at[0]);
                at[1] = step(forest, own + width, at[1]);
                at[2] = step(forest, own + 2 * width, at[2]);
                at[3] = step(forest, own + 3 * width, at[3]);
            }
            for (int i = 0; i < 4; i++)
                sums[row + i] += forest->leaves[~at[i]];
        }
    }
}

/* Puts the scores of the rows from `first` on into the list. */
static int score_batch(const Forest *forest, const Table *table, Py_ssize_t first, double *values,
                       PyObject *scores)
{
    int64_t sums[BATCH] = {0};
    int count = table->rows - first < BATCH ? (int)(table->rows - first) : BATCH;
    for (int32_t i = 0; i < table->count; i++) {
        const Column *column = &table->columns[i];
        for (int row = 0; row < count; row++) {
            double *value = values + (size_t)row * forest->column_count + column->number;
            if (read_value(column, first + row, value) < 0)
                return -1;
        }
    }
    go_down(forest, values, sums);
    for (int row = 0; row < count; row++) {
        PyObject *score = PyFloat_FromDouble((double)sums[row] / forest->unit);
        if (score == NULL || PyList_SetItem(scores, first + row, score) < 0)
            return -1;
    }
    return 0;
}

static PyObject *score_table(const Forest *forest, const Table *table)
{
    size_t size = (size_t)BATCH * (forest->column_count + 1);
    double *values = PyMem_Calloc(size, sizeof(double));
    if (values == NULL)
        return PyErr_NoMemory();
    /* A column that the table lacks fails no test. */
    for (size_t i = 0; i < size; i++)
        values[i] = -HUGE_VAL;
    PyObject *scores = PyList_New(table->rows);
    for (Py_ssize_t first = 0; scores != NULL && first < table->rows; first += BATCH) {
        if (score_batch(forest, table, first, values, scores) < 0)
            Py_CLEAR(scores);
    }
    PyMem_Free(values);
    return scores;
}

static PyObject *forest_scores(PyObject *self, PyObject *parts)
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

static PyMethodDef methods[] = {
    {"scores", forest_scores, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "Trees of which each adds the value of a leaf to a row's score."},
    {Py_tp_new, new_forest},
    {Py_tp_dealloc, free_forest},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "newsclean._speed.native.Forest",
    .basicsize = sizeof(Forest),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};

int add_trees(PyObject *module)
{
    return add_type(module, "Forest", &spec);
}
