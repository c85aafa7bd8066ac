/* What the parts of the compiled module share. Only the limited API of Python 3.11 is used, so one
   file serves every later version. */

#ifndef NEWSCLEAN_NATIVE_H
#define NEWSCLEAN_NATIVE_H

#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

/* Adds the types and functions of a file to the module; -1 with an exception if it cannot. */
int add_trees(PyObject *module);
int add_builder(PyObject *module);
int add_characters(PyObject *module);
int add_features(PyObject *module);
int add_lexicon(PyObject *module);

/* A new named tuple of this size, to be filled with texts, numbers and tuples of them. */
PyObject *new_named(PyObject *type, Py_ssize_t size);
/* Makes one of a tuple, which it takes over; NULL for NULL. */
PyObject *as_named(PyObject *type, PyObject *values);

/* An item of a list or tuple, as a new reference; NULL with an exception if there is none. */
static inline PyObject *item_of(PyObject *list_or_tuple, Py_ssize_t index)
{
    PyObject *item = PyList_Check(list_or_tuple) ? PyList_GetItem(list_or_tuple, index)
                                                 : PyTuple_GetItem(list_or_tuple, index);
    Py_XINCREF(item);
    return item;
}

/* A text of these characters. */
static inline PyObject *new_text(const Py_UCS4 *letters, Py_ssize_t count)
{
    const uint16_t one = 1;
    /* That of the machine. If it were not said, a U+FEFF at the start would be taken for a mark of
       it, and left out. */
    int order = *(const unsigned char *)&one ? -1 : 1;
    return PyUnicode_DecodeUTF32((const char *)letters, count * (Py_ssize_t)sizeof(Py_UCS4),
                                 "surrogatepass", &order);
}

/* A type made of a spec, added to the module under its own name. */
static inline int add_type(PyObject *module, const char *name, PyType_Spec *spec)
{
    PyObject *type = PyType_FromModuleAndSpec(module, spec, NULL);
    if (type == NULL)
        return -1;
    int failed = PyModule_AddObjectRef(module, name, type);
    Py_DECREF(type);
    return failed;
}

/* A number of a C file, added to the module's dictionary of them, for a test to compare with that of
   the Python modules. */
static inline int add_number(PyObject *module, const char *name, long value)
{
    PyObject *numbers = PyObject_GetAttrString(module, "NUMBERS");
    PyObject *number = numbers == NULL ? NULL : PyLong_FromLong(value);
    int failed = number == NULL ? -1 : PyDict_SetItemString(numbers, name, number);
    Py_XDECREF(number);
    Py_XDECREF(numbers);
    return failed;
}

#endif
