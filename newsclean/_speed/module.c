/* The module newsclean._speed.native. */

#include "native.h"

#ifndef NEWSCLEAN_SOURCES
#define NEWSCLEAN_SOURCES ""
#endif

static int fill_module(PyObject *module)
{
    if (PyModule_AddStringConstant(module, "SOURCES", NEWSCLEAN_SOURCES) < 0)
        return -1;
    PyObject *numbers = PyDict_New();
    int failed = numbers == NULL ? -1 : PyModule_AddObjectRef(module, "NUMBERS", numbers);
    Py_XDECREF(numbers);
    if (failed)
        return -1;
    if (add_trees(module) < 0 || add_builder(module) < 0 || add_characters(module) < 0)
        return -1;
    return add_features(module) < 0 ? -1 : add_lexicon(module);
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, fill_module},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "newsclean._speed.native",
    .m_doc = "Compiled twins of functions of newsclean.",
    .m_size = 0,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit_native(void)
{
    return PyModuleDef_Init(&definition);
}
