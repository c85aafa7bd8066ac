/* The twin of `skip` in newsclean/parse/starts.py and of `read_void` in stated.py, for the tags that a
   page has most of: what is no text of a block. */

#include "builder.h"

int may_skip(Builder *self, PyObject *tag)
{
    PyObject *const rare[] = {self->s_template, self->s_iframe, self->s_object};
    for (int i = 0; i < 3; i++) {
        if (PyUnicode_Compare(tag, rare[i]) == 0)
            return 0;
    }
    return PyErr_Occurred() ? -1 : 1;
}

/* What the text of a script is, as a new reference. */
static PyObject *kind_of_script(Builder *self, PyObject *tag, PyObject *attributes)
{
    int has_source = PyDict_Contains(attributes, self->s_src);
    if (has_source)
        return has_source < 0 ? NULL : Py_NewRef(self->empty);
    PyObject *type = PyDict_GetItemWithError(attributes, self->s_type);
    if (type == NULL)
        return PyErr_Occurred() ? NULL : Py_NewRef(tag);
    PyObject *lower = lower_of(self, type);
    if (lower == NULL)
        return NULL;
    PyObject *found = tag;
    int is_json = PyUnicode_Contains(lower, self->s_json);
    if (is_json > 0) {
        int is_linked = PyUnicode_Contains(lower, self->linked_json);
        found = is_linked < 0 ? NULL : is_linked ? self->json_ld : self->s_json;
    } else if (is_json < 0) {
        found = NULL;
    }
    Py_DECREF(lower);
    Py_XINCREF(found);
    return found;
}

int skip_element(Builder *self, PyObject *tag, PyObject *attributes)
{
    PyObject *kind = NULL;
    if (PyUnicode_Compare(tag, self->s_script) == 0)
        kind = kind_of_script(self, tag, attributes);
    else if (!PyErr_Occurred())
        kind = Py_NewRef(PyUnicode_Compare(tag, self->s_title) == 0 ? tag : self->empty);
    if (kind == NULL)
        return -1;
    PyObject *before = self->o_skipped_kind;
    self->o_skipped_kind = kind;
    Py_XDECREF(before);
    self->skipping = 1;
    return 0;
}

/* A text of the attributes, "" if there is none; borrowed. */
static PyObject *text_of(Builder *self, PyObject *attributes, PyObject *key)
{
    PyObject *found = PyDict_GetItemWithError(attributes, key);
    return found != NULL || PyErr_Occurred() ? found : self->empty;
}

/* The list of links that the page states, as a new reference. */
static PyObject *stated_links(Builder *self)
{
    PyObject *stated = PyObject_GetAttr((PyObject *)self, self->s_stated);
    PyObject *links = stated == NULL ? NULL : PyObject_GetAttr(stated, self->s_links);
    Py_XDECREF(stated);
    return links;
}

long read_link(Builder *self, PyObject *attributes)
{
    PyObject *rel = text_of(self, attributes, self->s_rel), *pair = NULL;
    PyObject *href = rel ? text_of(self, attributes, self->s_href) : NULL;
    PyObject *lower = href ? lower_of(self, rel) : NULL;
    if (lower == NULL)
        return -1;
    PyObject *links = stated_links(self);
    if (links != NULL)
        pair = PyTuple_Pack(2, lower, href);
    int failed = pair == NULL || PyList_Append(links, pair) < 0;
    Py_DECREF(lower);
    Py_XDECREF(links);
    Py_XDECREF(pair);
    return failed ? -1 : ENDS_VOID;
}
