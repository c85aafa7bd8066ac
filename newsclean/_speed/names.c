/* The twin of `names_apart` in newsclean/parse/names.py, and of how `start_inline` in starts.py reads
   names: what an element is called by its class, id and the like. */

#include "builder.h"

/* At most LONGEST_NAME characters of an attribute, as a new reference; "" if there is none. */
static PyObject *short_name(Builder *self, PyObject *attributes, PyObject *key)
{
    PyObject *found = PyDict_GetItemWithError(attributes, key);
    if (found == NULL) {
        if (PyErr_Occurred())
            return NULL;
        found = self->empty;
    }
    Py_ssize_t length = PyUnicode_GetLength(found);
    if (length > LONGEST_NAME)
        return PyUnicode_Substring(found, 0, LONGEST_NAME);
    Py_INCREF(found);
    return length < 0 ? NULL : found;
}

/* The naming attributes that an element has, joined by spaces. */
static PyObject *joined_names(Builder *self, PyObject *attributes)
{
    PyObject *keys[] = {self->s_class, self->s_id, self->s_rel, self->s_role, self->s_itemprop};
    PyObject *found = PyList_New(0), *joined = NULL;
    if (found == NULL)
        return NULL;
    for (int i = 0; i < 5; i++) {
        int has = PyDict_Contains(attributes, keys[i]);
        PyObject *name = has > 0 ? short_name(self, attributes, keys[i]) : NULL;
        int failed = has < 0 || (has && (name == NULL || PyList_Append(found, name) < 0));
        Py_XDECREF(name);
        if (failed) {
            Py_DECREF(found);
            return NULL;
        }
    }
    joined = PyUnicode_Join(self->space, found);
    Py_DECREF(found);
    return joined;
}

PyObject *element_names(Builder *self, PyObject *attributes)
{
    PyObject *joined = joined_names(self, attributes);
    PyObject *names = joined == NULL ? NULL : lower_of(self, joined);
    Py_XDECREF(joined);
    return names;
}

/* The names of an element with a class at most. */
static PyObject *class_apart(Builder *self, PyObject *attributes)
{
    PyObject *classes = short_name(self, attributes, self->s_class);
    PyObject *names = classes == NULL ? NULL : lower_of(self, classes), *found = NULL;
    if (names != NULL)
        found = PyTuple_Pack(6, names, self->empty, classes, self->empty, self->empty,
                             self->nothing);
    Py_XDECREF(classes);
    Py_XDECREF(names);
    return found;
}

/* The names of any element. */
static PyObject *all_apart(Builder *self, PyObject *attributes)
{
    PyObject *classes = short_name(self, attributes, self->s_class);
    PyObject *id = short_name(self, attributes, self->s_id);
    PyObject *role = short_name(self, attributes, self->s_role);
    PyObject *itemprop = short_name(self, attributes, self->s_itemprop);
    PyObject *names = NULL, *found = NULL;
    if (classes && id && role && itemprop)
        names = element_names(self, attributes);
    if (names)
        found = PyTuple_Pack(6, names, id, classes, role, itemprop, self->nothing);
    Py_XDECREF(classes);
    Py_XDECREF(id);
    Py_XDECREF(role);
    Py_XDECREF(itemprop);
    Py_XDECREF(names);
    return found;
}

PyObject *names_apart(Builder *self, PyObject *attributes)
{
    PyObject *const others[] = {self->s_id, self->s_rel, self->s_role, self->s_itemprop};
    int has_others = has_any(attributes, others, 4);
    if (has_others < 0)
        return NULL;
    return has_others ? all_apart(self, attributes) : class_apart(self, attributes);
}

/* What `read_name` gives for a name, which is remembered. */
static long read_name(Builder *self, PyObject *name)
{
    PyObject *bits = PyDict_GetItemWithError(self->o_read_name, name);
    if (bits != NULL)
        return PyLong_AsLong(bits);
    if (PyErr_Occurred())
        return -1;
    bits = PyObject_GetItem(self->o_read_name, name);
    long found = bits == NULL ? -1 : PyLong_AsLong(bits);
    Py_XDECREF(bits);
    return found;
}

long read_names(Builder *self, PyObject *attributes)
{
    PyObject *key, *value;
    Py_ssize_t position = 0;
    long found = 0;
    while (PyDict_Next(attributes, &position, &key, &value)) {
        int is_name = PySet_Contains(self->o_NAMING_KEYS, key);
        if (is_name < 0)
            return -1;
        if (!is_name)
            continue;
        Py_INCREF(value);
        found |= read_name(self, value);
        Py_DECREF(value);
        if (PyErr_Occurred())
            return -1;
    }
    return found;
}
