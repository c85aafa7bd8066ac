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

static PyObject *reader_read(PyObject *self, PyObject *args)
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

static int read_closing(Reader *reader, PyObject *closing)
{
    Py_ssize_t count = PyUnicode_GetLength(closing);
    if (count < 0 || count > MOST_CLOSING) {
        PyErr_SetString(PyExc_ValueError, "too many signs that end a sentence");
        return -1;
    }
    if (count > 0 && PyUnicode_AsUCS4(closing, reader->closing, MOST_CLOSING, 0) == NULL)
        return -1;
    reader->closing_count = (int)count;
    return 0;
}

/* Takes what is needed of the Python modules. */
static int set_up(Reader *reader, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"text_words", "class_words", "ranks", "other_rank", "tags", "closing",
                            "read_letters", "read_groups", "split", "sum", NULL};
    PyObject *text_words, *class_words, *closing;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!O!O!OO!UOOOO", names, &PyDict_Type,
                                     &text_words, &PyDict_Type, &class_words, &PyDict_Type,
                                     &reader->ranks, &reader->other_rank, &PyDict_Type,
                                     &reader->tags, &closing, &reader->letters.read,
                                     &reader->read_groups, &reader->split, &reader->sum)) {
        reader->ranks = reader->other_rank = reader->tags = reader->letters.read = NULL;
        reader->read_groups = reader->split = reader->sum = NULL;
        return -1;
    }
    Py_INCREF(reader->ranks);
    Py_INCREF(reader->other_rank);
    Py_INCREF(reader->tags);
    Py_INCREF(reader->letters.read);
    Py_INCREF(reader->read_groups);
    Py_INCREF(reader->split);
    Py_INCREF(reader->sum);
    if (make_seed(&reader->seed) < 0 || read_closing(reader, closing) < 0 ||
        read_weights(&reader->text_words, text_words, reader->seed) < 0)
        return -1;
    return read_weights(&reader->class_words, class_words, reader->seed);
}

static PyObject *new_reader(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    PyObject *reader = allocate(type, 0); /* all fields are 0 */
    if (reader != NULL && set_up((Reader *)reader, args, kwargs) < 0)
        Py_CLEAR(reader);
    return reader;
}

/* The Python functions belong to modules, which may hold the reader. */
static int traverse_reader(PyObject *object, visitproc visit, void *arg)
{
    Reader *self = (Reader *)object;
    Py_VISIT((PyObject *)Py_TYPE(object));
    Py_VISIT(self->ranks);
    Py_VISIT(self->tags);
    Py_VISIT(self->letters.read);
    Py_VISIT(self->read_groups);
    Py_VISIT(self->split);
    Py_VISIT(self->sum);
    return 0;
}

static void free_reader(PyObject *object)
{
    Reader *self = (Reader *)object;
    PyTypeObject *type = Py_TYPE(object);
    PyObject_GC_UnTrack(object);
    free_weights(&self->text_words);
    free_weights(&self->class_words);
    free_table(&self->letters);
    Py_XDECREF(self->ranks);
    Py_XDECREF(self->other_rank);
    Py_XDECREF(self->tags);
    Py_XDECREF(self->read_groups);
    Py_XDECREF(self->split);
    Py_XDECREF(self->sum);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(object);
    Py_DECREF((PyObject *)type);
}

static PyMethodDef methods[] = {
    {"read", reader_read, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "Reads the features of blocks, with the learned weights of words."},
    {Py_tp_new, new_reader},
    {Py_tp_dealloc, free_reader},
    {Py_tp_traverse, traverse_reader},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "newsclean._speed.native.Reader",
    .basicsize = sizeof(Reader),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};

static int add_names(PyObject *module)
{
    PyObject *names = PyTuple_New(FEATURE_COUNT);
    for (int i = 0; names != NULL && i < FEATURE_COUNT; i++) {
        PyObject *name = PyUnicode_InternFromString(feature_names[i]);
        if (name == NULL || PyTuple_SetItem(names, i, name) < 0)
            Py_CLEAR(names);
    }
    int failed = names == NULL ? -1 : PyModule_AddObjectRef(module, "FEATURES", names);
    Py_XDECREF(names);
    return failed;
}

int add_features(PyObject *module)
{
#define NUMBER(name) \
    if (add_number(module, #name, name) < 0) \
        return -1;
    NUMBER(FIRST_CHARACTERS) NUMBER(MOST_WORDS) NUMBER(SHORTEST_WORD) NUMBER(SHORTEST_BESIDE_LINKS)
    NUMBER(SHORTEST_PROSE) NUMBER(SHORTEST_TEASER) NUMBER(MOST_LETTERS) NUMBER(NOWHERE)
    NUMBER(OUTERMOST) NUMBER(NO_DEPTH) NUMBER(FEWEST_ITEMS) NUMBER(MOST_PROSE_WORDS)
    NUMBER(MOST_TITLE_WORDS) NUMBER(FARTHEST) NUMBER(MOST_REPEATS) NUMBER(WINDOW)
    NUMBER(LONGEST_HEADING) NUMBER(SCRIPT_CHARACTERS) NUMBER(STATED_CHARACTERS) NUMBER(NOT_STATED)
    NUMBER(FEW_COMPARED) NUMBER(COMMENT) NUMBER(ARTICLE) NUMBER(ANCESTOR_TAGS) NUMBER(CLASS_GROUPS)
    NUMBER(HAS_NOTICE) NUMBER(HAS_RELATED) NUMBER(HAS_SHARE) NUMBER(FEWEST_BLOCKS)
    NUMBER(FEWEST_REPEATS) NUMBER(KINDS) NUMBER(NO_LETTER) NUMBER(LETTER) NUMBER(PAIRED)
    NUMBER(UNSPACED_LETTER) NUMBER(IRREGULAR) NUMBER(UNSPACED_WORD) NUMBER(SHORTEST_THAI_SENTENCE)
#undef NUMBER
    return add_names(module) < 0 ? -1 : add_type(module, "Reader", &spec);
}
