/* The type of which newsclean/parse/blocks.py makes its compiled builder. */

#include "builder.h"

#include <stddef.h>
#include <structmember.h>

/* Whether the builder has all that its methods use: it has not before it is set up, and not after
   it has given its page. */
static int is_ready(Builder *self)
{
#define OBJECT(name) self->o_##name == NULL ||
    if (OBJECTS(OBJECT) self->empty == NULL) {
#undef OBJECT
        PyErr_SetString(PyExc_RuntimeError, "the builder is not set up, or it gave its page");
        return 0;
    }
    return 1;
}

static PyObject *nothing_or_error(int failed)
{
    if (failed)
        return NULL;
    Py_INCREF(Py_None);
    return Py_None;
}

static PyObject *method_start(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "start takes a tag and attributes");
        return NULL;
    }
    if (!is_ready((Builder *)self))
        return NULL;
    return nothing_or_error(start_element((Builder *)self, arguments[0], arguments[1]));
}

static PyObject *method_end(PyObject *self, PyObject *tag)
{
    (void)tag;
    return is_ready((Builder *)self) ? nothing_or_error(end_element((Builder *)self)) : NULL;
}

static PyObject *method_data(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "data takes a text");
        return NULL;
    }
    return is_ready((Builder *)self) ? nothing_or_error(add_text((Builder *)self, text)) : NULL;
}

static PyObject *method_flush(PyObject *self, PyObject *nothing)
{
    (void)nothing;
    return is_ready((Builder *)self) ? nothing_or_error(flush_block((Builder *)self)) : NULL;
}

static PyObject *method_elements(PyObject *self, PyObject *nothing)
{
    (void)nothing;
    return is_ready((Builder *)self) ? make_elements((Builder *)self) : NULL;
}

/* Takes what is needed of the Python modules. */
static int take_tables(Builder *self, PyObject *tables)
{
#define OBJECT(name) \
    self->o_##name = PyDict_GetItemString(tables, #name); \
    if (self->o_##name == NULL) { \
        PyErr_SetString(PyExc_KeyError, #name); \
        return -1; \
    } \
    Py_INCREF(self->o_##name);
    TABLES(OBJECT)
#undef OBJECT
    PyObject *types[] = {self->o_Block, self->o_Element, self->o_Inline};
    for (int i = 0; i < 3; i++) {
        if (!PyType_Check(types[i]) ||
            !PyType_IsSubtype((PyTypeObject *)types[i], &PyTuple_Type)) {
            PyErr_SetString(PyExc_TypeError, "Block, Element and Inline are named tuples");
            return -1;
        }
    }
    return 0;
}

static int make_strings(Builder *self)
{
#define NAME(name) \
    if ((self->s_##name = PyUnicode_InternFromString(#name)) == NULL) \
        return -1;
    NAMES(NAME)
#undef NAME
    self->space = PyUnicode_FromString(" ");
    self->line_feed = PyUnicode_FromString("\n");
    self->soft_hyphen = PyUnicode_FromOrdinal(SOFT_HYPHEN);
    self->nothing = PyTuple_New(0);
    self->empty = PyUnicode_FromString("");
    self->xml_lang = PyUnicode_FromString("xml:lang");
    self->json_ld = PyUnicode_FromString("json-ld");
    self->linked_json = PyUnicode_FromString("ld+json");
    self->data_prefix = PyUnicode_FromString("data-");
    return self->space && self->line_feed && self->soft_hyphen && self->nothing &&
                   self->empty && self->xml_lang && self->json_ld && self->linked_json &&
                   self->data_prefix
               ? 0
               : -1;
}

static PyObject *new_builder(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"tables", NULL};
    PyObject *tables;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!", names, &PyDict_Type, &tables))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    PyObject *self = allocate(type, 0); /* all fields are 0 */
    if (self != NULL && (take_tables((Builder *)self, tables) < 0 ||
                         make_strings((Builder *)self) < 0))
        Py_CLEAR(self);
    return self;
}

static int traverse_builder(PyObject *object, visitproc visit, void *arg)
{
    Builder *self = (Builder *)object;
    Py_VISIT((PyObject *)Py_TYPE(object));
#define OBJECT(name) Py_VISIT(self->o_##name);
    OBJECTS(OBJECT)
    TABLES(OBJECT)
#undef OBJECT
    return 0;
}

static int clear_builder(PyObject *object)
{
    Builder *self = (Builder *)object;
#define OBJECT(name) Py_CLEAR(self->o_##name);
    OBJECTS(OBJECT)
    TABLES(OBJECT)
#undef OBJECT
#define NAME(name) Py_CLEAR(self->s_##name);
    NAMES(NAME)
#undef NAME
    Py_CLEAR(self->empty);
    Py_CLEAR(self->space);
    Py_CLEAR(self->soft_hyphen);
    Py_CLEAR(self->line_feed);
    Py_CLEAR(self->nothing);
    Py_CLEAR(self->xml_lang);
    Py_CLEAR(self->json_ld);
    Py_CLEAR(self->linked_json);
    Py_CLEAR(self->data_prefix);
    return 0;
}

static void free_builder(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    PyObject_GC_UnTrack(object);
    clear_builder(object);
    PyMem_Free(((Builder *)object)->closers);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(object);
    Py_DECREF((PyObject *)type);
}

static PyMethodDef methods[] = {
    {"start", (PyCFunction)(void (*)(void))method_start, METH_FASTCALL, NULL},
    {"end", method_end, METH_O, NULL},
    {"data", method_data, METH_O, NULL},
    {"flush", method_flush, METH_NOARGS, NULL},
    {"elements", method_elements, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
#define OBJECT(name) {#name, T_OBJECT_EX, offsetof(Builder, o_##name), 0, NULL},
    OBJECTS(OBJECT)
#undef OBJECT
#define NUMBER(name) {#name, T_PYSSIZET, offsetof(Builder, name), 0, NULL},
    NUMBERS(NUMBER)
#undef NUMBER
    {"named", T_BOOL, offsetof(Builder, named), 0, NULL},
    {"edged", T_BOOL, offsetof(Builder, edged), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "Receives a parser's events, and collects text into blocks."},
    {Py_tp_new, new_builder},
    {Py_tp_dealloc, free_builder},
    {Py_tp_traverse, traverse_builder},
    {Py_tp_clear, clear_builder},
    {Py_tp_methods, methods},
    {Py_tp_members, members},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "newsclean._speed.native.Builder",
    .basicsize = sizeof(Builder),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC |
             Py_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};

int add_builder(PyObject *module)
{
#define NUMBER(name) \
    if (add_number(module, #name, name) < 0) \
        return -1;
    NUMBER(INLINE) NUMBER(SCRIPT) NUMBER(MARK) NUMBER(ANCHOR) NUMBER(RUBY) NUMBER(READING)
    NUMBER(BREAK) NUMBER(VOID) NUMBER(NOT_TEXT) NUMBER(BLOCK) NUMBER(CODE) NUMBER(BUTTON)
    NUMBER(DIALOG) NUMBER(FALLBACK) NUMBER(LAST_INLINE) NUMBER(LAST_BLOCK)
    NUMBER(ENDS_BLOCK) NUMBER(ENDS_BOLD) NUMBER(ENDS_NAMED) NUMBER(ENDS_HIDDEN)
    NUMBER(ENDS_PRE) NUMBER(ENDS_LINK) NUMBER(ENDS_LINE) NUMBER(ENDS_ASIDE)
    NUMBER(ENDS_READING) NUMBER(ENDS_VOID) NUMBER(ENDS_BOX) NUMBER(ENDS_REST)
    NUMBER(FIELD) NUMBER(COPY) NUMBER(DEEPEST_INLINE) NUMBER(LONGEST_NAME)
    NUMBER(FIELDS) NUMBER(LAST) NUMBER(BLOCK_FIELDS)
#undef NUMBER
    return add_type(module, "Builder", &spec);
}
