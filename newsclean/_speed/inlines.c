/* The twin of `start_inline` and `inline_element` in newsclean/parse/starts.py: links, marks, and what
   is named for what it holds. */

#include "builder.h"

long ask(Builder *self, PyObject *name, PyObject *first, PyObject *second, PyObject *third)
{
    PyObject *found =
        PyObject_CallMethodObjArgs((PyObject *)self, name, first, second, third, NULL);
    if (found == NULL)
        return -1;
    long number = PyLong_AsLong(found);
    Py_DECREF(found);
    if (number < 0 && !PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "an element's role or end is a number");
    return number < 0 ? -1 : number;
}

/* Whether a link states a licence. */
static int is_licence(Builder *self, PyObject *attributes)
{
    PyObject *rel = PyDict_GetItemWithError(attributes, self->s_rel);
    if (rel == NULL)
        return PyErr_Occurred() ? -1 : 0;
    PyObject *lower = PyObject_CallMethodObjArgs(rel, self->s_lower, NULL);
    int found = lower == NULL ? -1 : PyUnicode_Contains(lower, self->s_license);
    Py_XDECREF(lower);
    return found;
}

/* A text of the attributes, borrowed, that is not empty; else that of the other key, or "". */
static PyObject *first_of(Builder *self, PyObject *attributes, PyObject *key, PyObject *other)
{
    PyObject *found = PyDict_GetItemWithError(attributes, key);
    if (found != NULL && PyUnicode_GetLength(found) != 0)
        return PyErr_Occurred() ? NULL : found;
    found = PyErr_Occurred() ? NULL : PyDict_GetItemWithError(attributes, other);
    return found != NULL || PyErr_Occurred() ? found : self->empty;
}

/* Whether an element may state a value without printing it. */
static int may_state(Builder *self, PyObject *attributes)
{
    PyObject *const keys[] = {self->s_datetime, self->s_content, self->s_title};
    PyObject *key, *value;
    Py_ssize_t position = 0;
    int found = has_any(attributes, keys, 3);
    while (!found && PyDict_Next(attributes, &position, &key, &value))
        found = (int)PyUnicode_Tailmatch(key, self->data_prefix, 0, PY_SSIZE_T_MAX, -1);
    return found;
}

/* What is kept of a link, or of an element whose name says what it is, as a new reference. */
static PyObject *named_inline(Builder *self, PyObject *tag, long number, PyObject *attributes,
                              int is_field)
{
    PyObject *id = first_of(self, attributes, self->s_id, self->s_name);
    PyObject *href = id == NULL || number != ANCHOR
                         ? self->empty
                         : first_of(self, attributes, self->s_href, self->s_href);
    PyObject *names = id == NULL || href == NULL ? NULL
                      : is_field                 ? element_names(self, attributes)
                                                 : Py_NewRef(self->empty);
    if (names == NULL)
        return NULL;
    PyObject *values = PyTuple_Pack(5, tag, href, names, self->empty, id);
    Py_DECREF(names);
    return as_named(self->o_Inline, values);
}

/* What is kept of an inline element, as a new reference. */
static PyObject *inline_element(Builder *self, PyObject *tag, PyObject *role, long number,
                                PyObject *attributes, int is_field)
{
    int is_rare = is_field ? may_state(self, attributes)
                           : PyUnicode_Compare(tag, self->s_code) == 0;
    if (number == ANCHOR && !is_rare)
        is_rare = is_licence(self, attributes);
    if (is_rare < 0 || PyErr_Occurred())
        return NULL;
    if (is_rare)
        return PyObject_CallMethodObjArgs((PyObject *)self, self->s_inline_element, tag, role,
                                          attributes, is_field ? Py_True : Py_False, NULL);
    if (number == ANCHOR || is_field)
        return named_inline(self, tag, number, attributes, is_field);
    PyObject *mark = PyDict_GetItemWithError(self->o_MARKS, tag);
    if (mark == NULL && !PyErr_Occurred())
        PyErr_SetObject(PyExc_KeyError, tag);
    Py_XINCREF(mark);
    return mark;
}

static long keep_inline(Builder *self, PyObject *tag, PyObject *role, long number,
                        PyObject *attributes, int is_field)
{
    PyObject *element = inline_element(self, tag, role, number, attributes, is_field);
    if (element == NULL)
        return -1;
    int failed = PyList_Append(self->o_inline, element) < 0 ||
                 PyList_Append(self->o_parts, element) < 0;
    Py_DECREF(element);
    if (failed)
        return -1;
    self->named = 1;
    if (number == ANCHOR) {
        self->links++;
        return ENDS_NAMED | ENDS_LINK;
    }
    int is_bold = PySet_Contains(self->o_BOLD, tag);
    if (is_bold < 0)
        return -1;
    self->bold += is_bold;
    return ENDS_NAMED | (is_bold ? ENDS_BOLD : 0);
}

long start_inline(Builder *self, PyObject *tag, PyObject *role, long number, PyObject *attributes)
{
    long found = read_names(self, attributes);
    if (found < 0)
        return -1;
    if (PyUnicode_Compare(tag, self->s_time) == 0)
        found |= FIELD;
    if (PyErr_Occurred())
        return -1;
    int is_abbreviation = number == INLINE && PyUnicode_CompareWithASCIIString(tag, "abbr") == 0;
    if ((found & COPY) || number == RUBY || is_abbreviation || (self->pre && number == INLINE))
        return ask(self, self->s_start_inline, tag, role, attributes);
    long closer = number == SCRIPT ? ENDS_VOID : 0;
    if ((!(found & FIELD) && number == INLINE) || PyList_Size(self->o_inline) >= DEEPEST_INLINE)
        return closer;
    long kept = keep_inline(self, tag, role, number, attributes, (found & FIELD) != 0);
    return kept < 0 ? -1 : closer | kept;
}
