/* What Python counts as white space in a text. */

#ifndef NEWSCLEAN_SPACES_H
#define NEWSCLEAN_SPACES_H

#include "native.h"

static inline int is_space(Py_UCS4 c)
{
    if (c < 0x80)
        return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* The length of a text without the white space at its ends; -1 with an exception. */
static inline Py_ssize_t stripped_length(PyObject *text)
{
    Py_ssize_t end = PyUnicode_GetLength(text), start = 0;
    if (end < 0)
        return -1;
    while (start < end && is_space(PyUnicode_ReadChar(text, start)))
        start++;
    while (end > start && is_space(PyUnicode_ReadChar(text, end - 1)))
        end--;
    return end - start;
}

#endif
