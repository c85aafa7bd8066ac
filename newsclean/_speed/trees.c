/* The trees of newsclean/learned/trees.py, made of what JSON holds. */

#include "forest.h"
#include <math.h>

int grow(void **array, int32_t count, size_t size)
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

/* Adds nodes side by side, each a leaf of no value. */
static int add_nodes(Forest *forest, int count, int32_t *first)
{
    *first = forest->node_count;
    for (int32_t i = *first; i < *first + count; i++) {
        if (grow((void **)&forest->nodes, i, sizeof(Node)) < 0 ||
            grow((void **)&forest->tests, i, sizeof(Test)) < 0 ||
            grow((void **)&forest->leaves, i, sizeof(int32_t)) < 0)
            return -1;
        forest->nodes[i] = (Node){i, 0, HIGHEST_RANK};
        forest->tests[i] = (Test){0.0, -1};
        forest->leaves[i] = 0;
        forest->node_count++;
    }
    return 0;
}

/* Gives a leaf its value, which is a whole number. */
static int fill_leaf(Forest *forest, int32_t index, PyObject *tree)
{
    long value = PyLong_AsLong(tree);
    if (value == -1 && PyErr_Occurred())
        return -1;
    if (value > INT32_MAX || value < INT32_MIN) {
        PyErr_SetString(PyExc_OverflowError, "a leaf is too large");
        return -1;
    }
    forest->leaves[index] = (int32_t)value;
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

static int fill_tree(Forest *forest, int32_t index, PyObject *tree);

/* Fills a node that has two others below it. */
static int fill_node(Forest *forest, int32_t index, PyObject *parts)
{
    int32_t column, children;
    double value = PyFloat_AsDouble(PyTuple_GetItem(parts, 1));
    if (value == -1.0 && PyErr_Occurred())
        return -1;
    if (number_column(forest, PyTuple_GetItem(parts, 0), &column) < 0 ||
        add_nodes(forest, 2, &children) < 0)
        return -1;
    forest->nodes[index].next = children;
    /* Nothing is greater than either of the two. */
    forest->tests[index] = (Test){isnan(value) ? HUGE_VAL : value, column};
    for (int side = 0; side < 2; side++) {
        if (fill_tree(forest, children + side, PyTuple_GetItem(parts, 2 + side)) < 0)
            return -1;
    }
    return 0;
}

/* Fills a node as JSON has it: a leaf is a whole number, another node a list of four items. */
static int fill_tree(Forest *forest, int32_t index, PyObject *tree)
{
    if (!PyList_Check(tree))
        return fill_leaf(forest, index, tree);
    PyObject *parts = PyList_AsTuple(tree);
    if (parts == NULL)
        return -1;
    int failed = -1;
    if (PyTuple_Size(parts) != 4) {
        PyErr_SetString(PyExc_ValueError, "a node has a column, a value and two nodes");
    } else if (Py_EnterRecursiveCall(" in a tree") == 0) {
        failed = fill_node(forest, index, parts);
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
        failed = add_nodes(forest, 1, &root) < 0 ||
                 fill_tree(forest, root, PyTuple_GetItem(each, i)) < 0 ||
                 grow((void **)&forest->roots, forest->tree_count, sizeof(int32_t)) < 0;
        if (!failed)
            forest->roots[forest->tree_count++] = root;
    }
    Py_DECREF(each);
    return failed ? -1 : 0;
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
    if (forest->columns == NULL || add_all(forest, trees) < 0 || rank_tests(forest) < 0) {
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
    PyMem_Free(forest->tests);
    PyMem_Free(forest->leaves);
    PyMem_Free(forest->values);
    PyMem_Free(forest->starts);
    PyMem_Free(forest->roots);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF((PyObject *)type);
}

static PyMethodDef methods[] = {
    {"scores", score_parts, METH_O, NULL},
    {"probabilities", score_rows, METH_VARARGS, NULL},
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
    if (add_number(module, "LEAST_LOG_ODDS", LEAST_LOG_ODDS) < 0)
        return -1;
    return add_type(module, "Forest", &spec);
}
