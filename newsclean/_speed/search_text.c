/* The text that is looked through, folded as newsclean/lexicon/folding.py does it. */

#include "search.h"

/* Chinese characters and Korean syllables are folded to themselves, and have no flags. */
static int is_plain(Py_UCS4 c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

int flags_of(Lexicon *lexicon, Py_UCS4 c)
{
    if (is_plain(c))
        return 0;
    const CharacterRow *row = row_of(&lexicon->characters, c);
    return row == NULL ? -1 : row->kinds[c % ROW];
}

/* Folds the text; 1 if the form of a character depends on those around it. */
static int fold_letters(Search *search)
{
    for (Py_ssize_t i = 0; i < search->length; i++) {
        Py_UCS4 c = search->text[i];
        if (is_plain(c)) {
            search->folded[i] = c;
            continue;
        }
        const CharacterRow *row = row_of(&search->lexicon->characters, c);
        if (row == NULL)
            return -1;
        if (row->kinds[c % ROW] & IS_DEPENDENT)
            return 1;
        search->folded[i] = row->forms[c % ROW];
    }
    return 0;
}

static int fold_in_python(Search *search, PyObject *text)
{
    PyObject *folded = PyObject_CallFunctionObjArgs(search->lexicon->fold, text, NULL);
    Py_ssize_t length = folded == NULL ? -1 : PyUnicode_GetLength(folded);
    if (length >= 0 && length != search->length)
        PyErr_SetString(PyExc_ValueError, "a folded text is as long as the text");
    else if (length > 0)
        PyUnicode_AsUCS4(folded, search->folded, search->room, 0);
    Py_XDECREF(folded);
    for (Py_ssize_t i = 0; i < length && !PyErr_Occurred(); i++) {
        if (search->folded[i] == '\n')
            search->folded[i] = ' ';
    }
    return PyErr_Occurred() ? -1 : 0;
}

int load_searched(Search *search, PyObject *text)
{
    search->length = PyUnicode_Check(text) ? PyUnicode_GetLength(text) : -1;
    if (search->length < 0) {
        PyErr_SetString(PyExc_TypeError, "only texts are looked through");
        return -1;
    }
    if (search->length > search->room) {
        size_t room = 2 * (size_t)search->length;
        Py_UCS4 *larger = NULL;
        if (search->length < PY_SSIZE_T_MAX / 32)
            larger = PyMem_Realloc(search->text, 3 * room * sizeof(Py_UCS4));
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        search->text = larger;
        search->folded = larger + room;
        search->joined = larger + 2 * room;
        search->room = (Py_ssize_t)room;
    }
    if (search->length == 0)
        return 0;
    if (PyUnicode_AsUCS4(text, search->text, search->room, 0) == NULL)
        return -1;
    int depends = fold_letters(search);
    return depends > 0 ? fold_in_python(search, text) : depends;
}
