/* The twins of `match_key` in newsclean/text/match_key.py, and of the counts in
   newsclean/text/scripts.py. */

#include "character_table.h"

/* A text of this length or less needs no memory of its own. */
enum { SHORT_TEXT = 1024, IS_KEPT = 1, IS_LONGER = 2 };
/* Of a longer text Python is asked whether it is ASCII, which it knows. */
enum { LINE = 256 };

typedef struct {
    PyObject_HEAD
    CharacterTable characters;
    PyObject *purely; /* a Python function */
} Keys;

/* The characters of a text, in the buffer if it is short; to be freed if it is not the buffer. */
static Py_UCS4 *copy_text(PyObject *text, Py_UCS4 *buffer, Py_ssize_t *length)
{
    if (!PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "a text is expected");
        return NULL;
    }
    *length = PyUnicode_GetLength(text);
    if (*length > SHORT_TEXT)
        return PyUnicode_AsUCS4Copy(text);
    return *length == 0 || PyUnicode_AsUCS4(text, buffer, SHORT_TEXT, 0) ? buffer : NULL;
}

/* Whether a text is long and ASCII: Python does more with many such characters at a time. */
static int is_long_ascii(PyObject *text)
{
    if (!PyUnicode_Check(text) || PyUnicode_GetLength(text) <= LINE)
        return 0;
    PyObject *answer = PyObject_CallMethod(text, "isascii", NULL);
    int found = answer == NULL ? -1 : answer == Py_True;
    Py_XDECREF(answer);
    return found;
}

static int is_han_or_kana(Py_UCS4 c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff);
}

static int is_hangul(Py_UCS4 c)
{
    return c >= 0xac00 && c <= 0xd7a3;
}

static PyObject *count(PyObject *text, int han_and_kana, int hangul)
{
    Py_UCS4 buffer[SHORT_TEXT];
    Py_ssize_t length, found = 0;
    int is_ascii = is_long_ascii(text);
    if (is_ascii)
        return is_ascii < 0 ? NULL : PyLong_FromLong(0);
    Py_UCS4 *letters = copy_text(text, buffer, &length);
    if (letters == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < length; i++) {
        if (letters[i] >= 0x3040)
            found += (han_and_kana && is_han_or_kana(letters[i])) ||
                     (hangul && is_hangul(letters[i]));
    }
    if (letters != buffer)
        PyMem_Free(letters);
    return PyLong_FromSsize_t(found);
}

static PyObject *count_wide(PyObject *module, PyObject *text)
{
    (void)module;
    return count(text, 1, 1);
}

static PyObject *count_han_and_kana(PyObject *module, PyObject *text)
{
    (void)module;
    return count(text, 1, 0);
}

static PyObject *count_hangul(PyObject *module, PyObject *text)
{
    (void)module;
    return count(text, 0, 1);
}

/* Leaves the letters and digits, casefolded; their number, or -1 with an exception, or -2 if a
   casefolded form is longer than its character. */
static Py_ssize_t fold_letters(Keys *keys, Py_UCS4 *letters, Py_ssize_t length)
{
    Py_ssize_t size = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        Py_UCS4 c = letters[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0x4e00 && c <= 0x9fa5)) {
            letters[size++] = c;
            continue;
        }
        if (c >= 'A' && c <= 'Z') {
            letters[size++] = c + 'a' - 'A';
            continue;
        }
        if (c < 0x80)
            continue;
        const CharacterRow *row = row_of(&keys->characters, c);
        if (row == NULL)
            return -1;
        if (row->kinds[c % ROW] & IS_LONGER)
            return -2;
        if (row->kinds[c % ROW] & IS_KEPT)
            letters[size++] = row->forms[c % ROW];
    }
    return size;
}

/* A text of these characters. */
static PyObject *text_of(const Py_UCS4 *letters, Py_ssize_t size)
{
    char ascii[SHORT_TEXT];
    Py_ssize_t i = 0;
    for (; size <= SHORT_TEXT && i < size && letters[i] < 0x80; i++)
        ascii[i] = (char)letters[i];
    if (i == size)
        return PyUnicode_FromStringAndSize(ascii, size);
    return new_text(letters, size);
}

static PyObject *make_key(PyObject *self, PyObject *text)
{
    Keys *keys = (Keys *)self;
    Py_UCS4 buffer[SHORT_TEXT];
    Py_ssize_t length;
    int is_ascii = is_long_ascii(text);
    if (is_ascii)
        return is_ascii < 0 ? NULL : PyObject_CallFunctionObjArgs(keys->purely, text, NULL);
    Py_UCS4 *letters = copy_text(text, buffer, &length);
    if (letters == NULL)
        return NULL;
    Py_ssize_t size = fold_letters(keys, letters, length);
    PyObject *found = NULL;
    if (size >= 0)
        found = text_of(letters, size);
    else if (size == -2)
        found = PyObject_CallFunctionObjArgs(keys->purely, text, NULL);
    if (letters != buffer)
        PyMem_Free(letters);
    return found;
}

static PyObject *new_keys(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"read_characters", "purely", NULL};
    PyObject *characters, *purely;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "OO", names, &characters, &purely))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Keys *keys = (Keys *)allocate(type, 0); /* all fields are 0 */
    if (keys == NULL)
        return NULL;
    Py_INCREF(keys->characters.read = characters);
    Py_INCREF(keys->purely = purely);
    return (PyObject *)keys;
}

static int traverse_keys(PyObject *object, visitproc visit, void *arg)
{
    Keys *self = (Keys *)object;
    Py_VISIT((PyObject *)Py_TYPE(object));
    Py_VISIT(self->characters.read);
    Py_VISIT(self->purely);
    return 0;
}

static void free_keys(PyObject *object)
{
    Keys *self = (Keys *)object;
    PyTypeObject *type = Py_TYPE(object);
    PyObject_GC_UnTrack(object);
    free_table(&self->characters);
    Py_XDECREF(self->purely);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(object);
    Py_DECREF((PyObject *)type);
}

static PyMethodDef methods[] = {
    {"make", make_key, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "Makes the keys by which texts are compared."},
    {Py_tp_new, new_keys},
    {Py_tp_dealloc, free_keys},
    {Py_tp_traverse, traverse_keys},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "newsclean._speed.native.Keys",
    .basicsize = sizeof(Keys),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};

static PyMethodDef functions[] = {
    {"count_wide", count_wide, METH_O, NULL},
    {"count_han_and_kana", count_han_and_kana, METH_O, NULL},
    {"count_hangul", count_hangul, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

int add_characters(PyObject *module)
{
    if (add_number(module, "IS_KEPT", IS_KEPT) < 0 ||
        add_number(module, "IS_LONGER", IS_LONGER) < 0 ||
        PyModule_AddFunctions(module, functions) < 0)
        return -1;
    return add_type(module, "Keys", &spec);
}
