/* The twin of `collapse_spaces` in newsclean/text/characters.py, and the ends of preformatted text. */

#include "builder.h"
#include "spaces.h"
#include <string.h>

/* Collapses white space in ASCII text of this length, into a buffer of the same length. */
static Py_ssize_t collapse_ascii(const char *text, Py_ssize_t length, char *buffer)
{
    Py_ssize_t size = 0;
    int gap = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        if (is_space((unsigned char)text[i])) {
            gap = size > 0;
            continue;
        }
        if (gap)
            buffer[size++] = ' ';
        gap = 0;
        buffer[size++] = text[i];
    }
    return size;
}

static int is_ascii(Builder *self, PyObject *text)
{
    PyObject *answer = PyObject_CallMethodObjArgs(text, self->s_isascii, NULL);
    int found = answer == NULL ? -1 : answer == Py_True;
    Py_XDECREF(answer);
    return found;
}

/* The same of any characters, in their own place. */
static Py_ssize_t collapse_wide(Py_UCS4 *text, Py_ssize_t length)
{
    Py_ssize_t size = 0;
    int gap = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        if (is_space(text[i])) {
            gap = size > 0;
            continue;
        }
        if (gap)
            text[size++] = ' '; /* of the gap at least one character was left out */
        gap = 0;
        text[size++] = text[i];
    }
    return size;
}

/* Whether a text that is not ASCII has no white space but single spaces inside. */
static int is_collapsed(const Py_UCS4 *text, Py_ssize_t length)
{
    if (length == 0 || text[0] == ' ' || text[length - 1] == ' ')
        return 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        if (is_space(text[i]) && (text[i] != ' ' || text[i + 1] == ' '))
            return 0;
    }
    return 1;
}

static PyObject *collapse_other(Builder *self, PyObject *text)
{
    Py_ssize_t length = PyUnicode_GetLength(text);
    if (length > LONGEST_COPIED) /* four times as many bytes would take much memory */
        return PyObject_CallFunctionObjArgs(self->o_collapse_spaces, text, NULL);
    Py_UCS4 *letters = PyUnicode_AsUCS4Copy(text);
    if (letters == NULL)
        return NULL;
    PyObject *found = text;
    if (is_collapsed(letters, length)) {
        Py_INCREF(text);
    } else {
        found = new_text(letters, collapse_wide(letters, length));
    }
    PyMem_Free(letters);
    return found;
}

static PyObject *collapse_letters(PyObject *text)
{
    Py_ssize_t length;
    const char *letters = PyUnicode_AsUTF8AndSize(text, &length);
    if (letters == NULL)
        return NULL;
    char *buffer = PyMem_Malloc(length ? (size_t)length : 1);
    if (buffer == NULL)
        return PyErr_NoMemory();
    Py_ssize_t size = collapse_ascii(letters, length, buffer);
    PyObject *found = text;
    if (size == length && memcmp(letters, buffer, (size_t)length) == 0)
        Py_INCREF(text);
    else
        found = PyUnicode_FromStringAndSize(buffer, size);
    PyMem_Free(buffer);
    return found;
}

PyObject *collapse_text(Builder *self, PyObject *text)
{
    int ascii = is_ascii(self, text);
    PyObject *found = NULL;
    if (ascii >= 0)
        found = ascii ? collapse_letters(text) : collapse_other(self, text);
    Py_DECREF(text);
    return found;
}

PyObject *strip_lines(Builder *self, PyObject *text)
{
    PyObject *half = PyObject_CallMethodObjArgs(text, self->s_strip, self->line_feed, NULL);
    Py_DECREF(text);
    if (half == NULL)
        return NULL;
    PyObject *found = PyObject_CallMethodObjArgs(half, self->s_rstrip, NULL);
    Py_DECREF(half);
    return found;
}
