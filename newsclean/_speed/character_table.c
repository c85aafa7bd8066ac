/* What Python says of each character, asked for when the character is first needed. */

#include "character_table.h"
#include <string.h>

/* Takes what Python returned; -1 with an exception if it is not a row. */
static int fill(CharacterRow *row, PyObject *found)
{
    PyObject *forms, *kinds;
    if (!PyArg_ParseTuple(found, "US", &forms, &kinds))
        return -1;
    if (PyUnicode_GetLength(forms) != ROW || PyBytes_Size(kinds) != ROW) {
        PyErr_SetString(PyExc_ValueError, "256 characters have as many kinds");
        return -1;
    }
    memcpy(row->kinds, PyBytes_AsString(kinds), ROW);
    return PyUnicode_AsUCS4(forms, row->forms, ROW, 0) == NULL ? -1 : 0;
}

static CharacterRow *new_row(PyObject *found)
{
    CharacterRow *row = PyMem_Malloc(sizeof(CharacterRow));
    if (row == NULL)
        PyErr_NoMemory();
    else if (fill(row, found) < 0) {
        PyMem_Free(row);
        row = NULL;
    }
    return row;
}

const CharacterRow *row_of(CharacterTable *table, Py_UCS4 c)
{
    CharacterRow **known = &table->rows[c / ROW];
    if (*known != NULL)
        return *known;
    PyObject *found = PyObject_CallFunction(table->read, "I", (unsigned int)(c / ROW));
    CharacterRow *row = found == NULL ? NULL : new_row(found);
    Py_XDECREF(found);
    if (row == NULL)
        return NULL;
    if (*known == NULL)
        *known = row;
    else /* another thread was faster */
        PyMem_Free(row);
    return *known;
}

void free_table(CharacterTable *table)
{
    for (int i = 0; i < ROWS; i++)
        PyMem_Free(table->rows[i]);
    Py_XDECREF(table->read);
}
