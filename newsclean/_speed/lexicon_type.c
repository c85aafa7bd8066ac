/* The type of which newsclean/lexicon/match.py makes its compiled index. */

#include "lexicon.h"

/* Takes what is needed of the Python modules. */
static int set_up(Lexicon *lexicon, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"whole", "prefixes", "rules", "read_characters", "fold", "find_spans",
                            "hit", NULL};
    PyObject *whole, *prefixes, *rules;
    PyObject *characters, *fold, *spans, *hit;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!O!O!OOOO!", names, &PyDict_Type, &whole,
                                     &PyDict_Type, &prefixes, &PyList_Type, &rules, &characters,
                                     &fold, &spans, &PyType_Type, &hit))
        return -1;
    if (!PyType_IsSubtype((PyTypeObject *)hit, &PyTuple_Type)) {
        PyErr_SetString(PyExc_TypeError, "a hit is a named tuple");
        return -1;
    }
    Py_INCREF(lexicon->characters.read = characters);
    Py_INCREF(lexicon->fold = fold);
    Py_INCREF(lexicon->find_spans = spans);
    Py_INCREF(lexicon->hit = hit);
    if (read_lines(lexicon, &lexicon->whole, whole) < 0 ||
        read_lines(lexicon, &lexicon->prefixes, prefixes) < 0 || read_openings(lexicon) < 0)
        return -1;
    return read_rules(lexicon, rules);
}

static PyObject *new_lexicon(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    PyObject *lexicon = allocate(type, 0); /* all fields are 0 */
    if (lexicon != NULL && set_up((Lexicon *)lexicon, args, kwargs) < 0)
        Py_CLEAR(lexicon);
    return lexicon;
}

/* The Python functions belong to modules, which may hold the index. */
static int traverse_lexicon(PyObject *object, visitproc visit, void *arg)
{
    Lexicon *self = (Lexicon *)object;
    Py_VISIT((PyObject *)Py_TYPE(object));
    Py_VISIT(self->characters.read);
    Py_VISIT(self->fold);
    Py_VISIT(self->find_spans);
    Py_VISIT(self->hit);
    return 0;
}

static void dealloc_lexicon(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    PyObject_GC_UnTrack(object);
    free_lexicon((Lexicon *)object);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(object);
    Py_DECREF((PyObject *)type);
}

static PyMethodDef methods[] = {
    {"find", find_in_texts, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "The entries of the lexicon that give a block its label."},
    {Py_tp_new, new_lexicon},
    {Py_tp_dealloc, dealloc_lexicon},
    {Py_tp_traverse, traverse_lexicon},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "newsclean._speed.native.Lexicon",
    .basicsize = sizeof(Lexicon),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};

int add_lexicon(PyObject *module)
{
#define NUMBER(name) \
    if (add_number(module, #name, name) < 0) \
        return -1;
    NUMBER(LONGEST_WHOLE) NUMBER(IS_EDGE) NUMBER(IS_SPACED) NUMBER(IS_UPPER) NUMBER(IS_DEPENDENT)
#undef NUMBER
    return add_type(module, "Lexicon", &spec);
}
