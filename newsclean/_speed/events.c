/* The twin of `start` in newsclean/parse/blocks.py: the beginnings of elements.
   What few elements need is left to the Python methods. */

#include "builder.h"

int call_method(Builder *self, PyObject *name, PyObject *argument)
{
    PyObject *found = PyObject_CallMethodObjArgs((PyObject *)self, name, argument, NULL);
    Py_XDECREF(found);
    return found == NULL ? -1 : 0;
}

/* Whether an element is one of a list or a table that is counted. */
static int is_counted(Builder *self, PyObject *tag)
{
    int found = PySet_Contains(self->o_COUNTED, tag);
    if (found <= 0 || PyUnicode_Compare(tag, self->s_li) != 0)
        return PyErr_Occurred() ? -1 : found;
    PyObject *last = PyList_GetItem(self->o_opened, PyList_Size(self->o_opened) - 1);
    if (last == NULL)
        return -1;
    found = PyUnicode_Compare(last, self->s_ol) == 0;
    return PyErr_Occurred() ? -1 : found;
}

/* What is known of a block's element, as a new reference. */
static PyObject *known_of(Builder *self, PyObject *tag, PyObject *attributes)
{
    PyObject *known = self->o_NO_NAMES;
    Py_INCREF(known);
    if (PyDict_Size(attributes) > 0) {
        Py_DECREF(known);
        known = names_apart(self, attributes);
    }
    int counted = known == NULL ? -1 : is_counted(self, tag);
    if (counted <= 0) {
        if (counted < 0)
            Py_CLEAR(known);
        return known;
    }
    PyObject *count =
        PyObject_CallMethodObjArgs((PyObject *)self, self->s_count, tag, attributes, NULL);
    PyObject *whole = NULL;
    if (count != NULL)
        whole = PyTuple_Pack(6, PyTuple_GetItem(known, 0), PyTuple_GetItem(known, 1),
                             PyTuple_GetItem(known, 2), PyTuple_GetItem(known, 3),
                             PyTuple_GetItem(known, 4), count);
    Py_XDECREF(count);
    Py_DECREF(known);
    return whole;
}

static long start_block(Builder *self, PyObject *tag, PyObject *attributes)
{
    if (flush_block(self) < 0)
        return -1;
    self->line = 0;
    PyObject *known = known_of(self, tag, attributes);
    if (known == NULL)
        return -1;
    int failed =
        PyList_Append(self->o_opened, tag) < 0 || PyList_Append(self->o_known, known) < 0;
    Py_DECREF(known);
    return failed ? -1 : ENDS_BLOCK;
}

/* The role of a tag, as a new reference. */
static PyObject *role_of(Builder *self, PyObject *tag)
{
    PyObject *role = PyDict_GetItemWithError(self->o_ROLES, tag);
    if (role != NULL || PyErr_Occurred()) {
        Py_XINCREF(role);
        return role;
    }
    Py_ssize_t hyphen = PyUnicode_FindChar(tag, '-', 0, PyUnicode_GetLength(tag), 1);
    if (hyphen < -1 || PyErr_Occurred())
        return NULL;
    if (hyphen == -1)
        return PyLong_FromLong(INLINE);
    return PyObject_CallMethodObjArgs((PyObject *)self, self->s_other_role, tag, NULL);
}

/* Whether one of the attributes says more of an element than its names. */
static int is_telling(Builder *self, PyObject *attributes)
{
    PyObject *key, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(attributes, &position, &key, &value)) {
        int found = PySet_Contains(self->o_TELLING, key);
        if (found)
            return found;
    }
    return 0;
}

/* Whether `start_telling` has something to do for an element that is no dialog and no fallback and
   has one of the attributes that tell. For most it has not: their style does nothing to the text,
   and a meta element states something by itself. */
static int is_told(Builder *self, long number, PyObject *attributes)
{
    PyObject *const rare[] = {self->s_hidden, self->s_itemid};
    PyObject *const of_blocks[] = {self->s_content, self->s_datetime, self->s_lang,
                                   self->xml_lang};
    int found = has_any(attributes, rare, 2);
    if (!found && number == BLOCK)
        found = self->special ? 1 : has_any(attributes, of_blocks, 4);
    if (found)
        return found;
    PyObject *style = PyDict_GetItemWithError(attributes, self->s_style);
    if (style == NULL)
        return PyErr_Occurred() ? -1 : 0;
    PyObject *bits = PyDict_GetItemWithError(self->o_styles, style);
    if (bits != NULL)
        return PyObject_IsTrue(bits);
    if (PyErr_Occurred())
        return -1;
    bits = PyObject_GetItem(self->o_styles, style);
    found = bits == NULL ? -1 : PyObject_IsTrue(bits);
    Py_XDECREF(bits);
    return found;
}

static int break_line(Builder *self)
{
    if (self->pre)
        return call_method(self, self->s_break_line, Py_True);
    if (flush_block(self) < 0)
        return -1;
    self->line++;
    return 0;
}

/* Begins an element by its role, and returns what its end has to undo. */
static long start_role(Builder *self, PyObject *tag, PyObject *role, long number,
                       PyObject *attributes)
{
    if (number <= LAST_INLINE) {
        Py_ssize_t parts = PyList_Size(self->o_parts);
        if (parts > 0 && self->edge == parts && number != SCRIPT) {
            if (PyList_Append(self->o_parts, self->o_EDGE) < 0)
                return -1;
            self->edged = 1;
        }
        if (number == INLINE && PyDict_Size(attributes) == 0)
            return 0;
        return start_inline(self, tag, role, number, attributes);
    }
    if (number == BLOCK && !self->special)
        return start_block(self, tag, attributes);
    if (number >= BLOCK && number <= LAST_BLOCK)
        return ask(self, self->s_start_rare_block, tag, role, attributes);
    if (number == READING)
        return call_method(self, self->s_shelve, Py_True) < 0 ? -1 : ENDS_READING;
    if (number == VOID && PyUnicode_Compare(tag, self->s_link) == 0)
        return read_link(self, attributes);
    if (number == VOID)
        return ask(self, self->s_start_void, tag, attributes, NULL);
    if (number == BREAK)
        return break_line(self);
    return 0;
}

/* Remembers what the end of the innermost element has to undo. */
static int push_closer(Builder *self, long closer)
{
    int32_t count = self->closer_count;
    if (count == 0 || (count & (count - 1)) == 0) { /* the array is full */
        size_t room = count ? 2 * (size_t)count : 1;
        if (count > INT32_MAX / 2)
            room = 0;
        int32_t *larger = room ? PyMem_Realloc(self->closers, room * sizeof(int32_t)) : NULL;
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        self->closers = larger;
    }
    self->closers[self->closer_count++] = (int32_t)closer;
    return 0;
}

static int start_with_role(Builder *self, PyObject *tag, PyObject *role, PyObject *attributes)
{
    long number = PyLong_AsLong(role), told = 0;
    if (number < 0)
        return -1;
    PyObject *block = NULL;
    if (number == NOT_TEXT) {
        int is_common = may_skip(self, tag);
        if (is_common)
            return is_common < 0 ? -1 : skip_element(self, tag, attributes);
        long is_skipped = ask(self, self->s_skip, tag, attributes, NULL);
        if (is_skipped != 0)
            return is_skipped < 0 ? -1 : 0;
        number = BLOCK;
        role = block = PyLong_FromLong(BLOCK);
        if (block == NULL)
            return -1;
    }
    int telling = number >= DIALOG ? 1 : is_telling(self, attributes);
    if (telling > 0 && number < DIALOG)
        telling = is_told(self, number, attributes);
    if (telling > 0)
        told = ask(self, self->s_start_telling, tag, role, attributes);
    long closer = telling < 0 || told < 0 ? -1 : start_role(self, tag, role, number, attributes);
    Py_XDECREF(block);
    return closer < 0 ? -1 : push_closer(self, told | closer);
}

int start_element(Builder *self, PyObject *tag, PyObject *attributes)
{
    if (self->skipping) {
        self->skipping++;
        return 0;
    }
    PyObject *role = role_of(self, tag);
    if (role == NULL)
        return -1;
    int failed = -1;
    if (PyDict_Check(attributes)) {
        failed = start_with_role(self, tag, role, attributes);
    } else { /* lxml gives a mapping of its own where there are none */
        Py_ssize_t size = PyObject_Size(attributes);
        PyObject *copy = size < 0 ? NULL : PyDict_New();
        if (copy != NULL && (size == 0 || PyDict_Update(copy, attributes) == 0))
            failed = start_with_role(self, tag, role, copy);
        Py_XDECREF(copy);
    }
    Py_DECREF(role);
    return failed;
}
