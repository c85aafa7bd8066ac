/* The type that reads features, with the learned weights of words. */

#include "features.h"

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
