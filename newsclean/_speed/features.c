/* The twin of `feature_table` in newsclean/label/features/table.py: a page -> a row of features for
   each block that is scored. */

#include "features.h"

static int make_sums(Page *page)
{
    page->sums = take(&page->arena, (Py_ssize_t)page->block_count + 1, sizeof(Sums));
    if (page->sums == NULL)
        return -1;
    sum_blocks(page);
    measure_elements(page);
    if (find_rows(page) < 0)
        return -1;
    sum_blocks(page); /* again, without the words of the blocks that are not scored */
    return 0;
}

static int read_page(Page *page, PyObject *blocks, PyObject *elements, PyObject *flags,
                     PyObject *topic)
{
    if (read_topic(page, topic) < 0 || read_elements(page, elements) < 0 ||
        read_blocks(page, blocks, flags) < 0 || make_sums(page) < 0)
        return -1;
    if (page->row_count == 0)
        return 0;
    if (read_ancestries(page) < 0 || count_templates(page) < 0)
        return -1;
    return find_relations(page);
}

static PyObject *indices_of(const Page *page)
{
    PyObject *found = PyList_New(page->row_count);
    for (int32_t i = 0; found != NULL && i < page->row_count; i++) {
        PyObject *index = PyLong_FromLong(page->scored[i]);
        if (index == NULL || PyList_SetItem(found, i, index) < 0)
            Py_CLEAR(found);
    }
    return found;
}

/* The words of every block, none for those that are not scored. */
static PyObject *words_of(const Page *page)
{
    PyObject *found = PyList_New(page->block_count);
    for (int32_t i = 0, row = 0; found != NULL && i < page->block_count; i++) {
        int is_scored = row < page->row_count && page->scored[row] == i;
        PyObject *number = PyFloat_FromDouble(is_scored ? page->blocks[i].words : 0.0);
        row += is_scored;
        if (number == NULL || PyList_SetItem(found, i, number) < 0)
            Py_CLEAR(found);
    }
    return found;
}

/* The rows, as the bytes of doubles. */
static PyObject *rows_of(const Page *page)
{
    size_t size = (size_t)page->row_count * FEATURE_COUNT;
    if (size > (size_t)PY_SSIZE_T_MAX / sizeof(double) - 1)
        return PyErr_NoMemory();
    double *values = PyMem_Malloc((size + 1) * sizeof(double));
    if (values == NULL)
        return PyErr_NoMemory();
    write_rows(page, values);
    PyObject *found =
        PyBytes_FromStringAndSize((const char *)values, (Py_ssize_t)(size * sizeof(double)));
    PyMem_Free(values);
    return found;
}

static int read_kind(Page *page, PyObject *kind)
{
    if (PyTuple_Size(kind) != KINDS) {
        PyErr_SetString(PyExc_ValueError, "the kind of a page has so many numbers");
        return -1;
    }
    for (int i = 0; i < KINDS; i++)
        page->kind[i] = PyFloat_AsDouble(PyTuple_GetItem(kind, i));
    return PyErr_Occurred() ? -1 : 0;
}

/* The indices of the scored blocks, the words of all, and the rows. */
static PyObject *result_of(const Page *page)
{
    PyObject *indices = indices_of(page), *words = indices == NULL ? NULL : words_of(page);
    PyObject *rows = words == NULL ? NULL : rows_of(page), *found = NULL;
    if (rows != NULL)
        found = PyTuple_Pack(3, indices, words, rows);
    Py_XDECREF(indices);
    Py_XDECREF(words);
    Py_XDECREF(rows);
    return found;
}

static void free_page(Page *page)
{
    free_arena(&page->arena);
    free_texts(&page->texts);
    free_texts(&page->tag_texts);
    free_texts(&page->name_texts);
    free_pairs(&page->looks);
    free_pairs(&page->template_keys);
    free_pairs(&page->sibling_keys);
    free_words(&page->topic);
    free_words(&page->class_words);
    PyMem_Free(page->class_groups);
    PyMem_Free(page->text);
}

PyObject *reader_read(PyObject *self, PyObject *args)
{
    Page page = {.reader = (Reader *)self};
    PyObject *blocks, *elements, *flags, *topic, *stated, *kind;
    Py_ssize_t headline;
    if (!PyArg_ParseTuple(args, "O!O!SnOUO!", &PyTuple_Type, &blocks, &PyTuple_Type, &elements,
                          &flags, &headline, &topic, &stated, &PyTuple_Type, &kind))
        return NULL;
    Py_ssize_t count = PyTuple_Size(blocks), element_count = PyTuple_Size(elements);
    if (count < 1 || element_count < 1 || count > INT32_MAX / 2 || element_count > INT32_MAX / 2 ||
        headline < -1 || headline >= count) {
        PyErr_SetString(PyExc_ValueError, "a page has blocks and elements, and the headline is one");
        return NULL;
    }
    page.block_count = (int32_t)count;
    page.element_count = (int32_t)element_count;
    page.headline = (int32_t)headline;
    page.stated = PyUnicode_GetLength(stated) > 0 ? stated : NULL;
    uint64_t seed = page.reader->seed;
    page.looks.slots.seed = page.template_keys.slots.seed = page.sibling_keys.slots.seed = seed;
    page.topic.slots.seed = page.class_words.slots.seed = seed;
    int failed = read_kind(&page, kind) < 0 || read_page(&page, blocks, elements, flags, topic) < 0;
    PyObject *found = failed ? NULL : result_of(&page);
    free_page(&page);
    return found;
}
