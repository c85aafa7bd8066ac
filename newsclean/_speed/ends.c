/* The twin of `end` and `data` in newsclean/parse/blocks.py: the ends of elements, and text. */

#include "builder.h"
#include "spaces.h"

static int pop(PyObject *list)
{
    Py_ssize_t size = PyList_Size(list);
    if (size == 0)
        PyErr_SetString(PyExc_IndexError, "more elements end than began");
    return size > 0 ? PyList_SetSlice(list, size - 1, size, NULL) : -1;
}

/* Ends an element that holds blocks. */
static int end_of_block(Builder *self, long closer)
{
    if (flush_block(self) < 0 || pop(self->o_opened) < 0 || pop(self->o_known) < 0)
        return -1;
    self->line = 0;
    Py_ssize_t recorded = PyList_Size(self->o_recorded);
    if (recorded > PyList_Size(self->o_opened)) {
        Py_ssize_t element = PyLong_AsSsize_t(PyList_GetItem(self->o_recorded, recorded - 1));
        if (element == -1 && PyErr_Occurred())
            return -1;
        PyObject *last = PyLong_FromSsize_t(PyList_Size(self->o_blocks));
        if (last == NULL || PyList_SetItem(self->o_fields, FIELDS * element + LAST, last) < 0 ||
            pop(self->o_recorded) < 0)
            return -1;
    }
    if (closer & ENDS_PRE) {
        self->pre--;
        self->special--;
    }
    return 0;
}

static int end_of_inline(Builder *self, long closer)
{
    if (pop(self->o_inline) < 0 || (self->named && PyList_Append(self->o_parts, Py_None) < 0))
        return -1;
    if (closer & ENDS_LINK)
        self->links--;
    else if (closer & ENDS_BOLD)
        self->bold--;
    return 0;
}

static int end_skipped(Builder *self)
{
    self->skipping--;
    Py_ssize_t texts = PyList_Size(self->o_skipped);
    if (texts < 0)
        return -1;
    return texts && !self->skipping ? call_method(self, self->s_read_skipped, NULL) : 0;
}

int end_element(Builder *self)
{
    if (self->skipping)
        return end_skipped(self);
    long closer = self->closer_count > 0 ? self->closers[--self->closer_count] : 0;
    if (closer & ENDS_BLOCK && end_of_block(self, closer) < 0)
        return -1;
    if ((closer & (ENDS_BLOCK | ENDS_NAMED)) == ENDS_NAMED && end_of_inline(self, closer) < 0)
        return -1;
    if (closer & ENDS_REST) {
        PyObject *number = PyLong_FromLong(closer);
        int failed = number == NULL ? -1 : call_method(self, self->s_end_rest, number);
        Py_XDECREF(number);
        if (failed)
            return -1;
    }
    if (!(closer & ENDS_VOID))
        self->edge = PyList_Size(self->o_parts);
    return 0;
}

static int is_blank(PyObject *text)
{
    Py_ssize_t length = PyUnicode_GetLength(text);
    if (length <= 0)
        return length < 0 ? -1 : 0; /* as "".isspace() */
    return stripped_length(text) == 0;
}

int add_text(Builder *self, PyObject *text)
{
    if (self->skipping) {
        int is_wanted = PyObject_IsTrue(self->o_skipped_kind);
        return is_wanted > 0 ? PyList_Append(self->o_skipped, text) : is_wanted;
    }
    if (PyList_Size(self->o_parts) == 0 && !self->pre) {
        int blank = is_blank(text);
        if (blank)
            return blank < 0 ? -1 : 0;
    }
    if (PyList_Append(self->o_parts, text) < 0)
        return -1;
    if (self->links || self->bold) {
        Py_ssize_t length = stripped_length(text);
        if (length < 0)
            return -1;
        self->linked += self->links ? length : 0;
        self->bold_characters += self->bold ? length : 0;
    }
    return 0;
}
