/* The twin of `flush`, `add` and `record` in newsclean/parse/flow.py: text -> a block. */

#include "builder.h"

PyObject *new_named(PyObject *type, Py_ssize_t size)
{
    allocfunc allocate = (allocfunc)PyType_GetSlot((PyTypeObject *)type, Py_tp_alloc);
    PyObject *named = allocate((PyTypeObject *)type, size);
    /* It holds texts and numbers only, so Python's collector need not look through it. */
    if (named != NULL)
        PyObject_GC_UnTrack(named);
    return named;
}

/* A new named tuple of these values, which it takes over; NULL if one of them is NULL. */
static PyObject *named_of(PyObject *type, PyObject **values, Py_ssize_t size)
{
    PyObject *named = new_named(type, size);
    for (Py_ssize_t i = 0; i < size; i++) {
        if (named == NULL || values[i] == NULL) {
            Py_XDECREF(values[i]);
            Py_CLEAR(named);
        } else {
            PyTuple_SetItem(named, i, values[i]); /* takes it over */
        }
    }
    return named;
}

PyObject *as_named(PyObject *type, PyObject *values)
{
    Py_ssize_t size = values == NULL ? -1 : PyTuple_Size(values);
    PyObject *named = size < 0 ? NULL : new_named(type, size);
    for (Py_ssize_t i = 0; named != NULL && i < size; i++) {
        PyObject *item = PyTuple_GetItem(values, i);
        Py_XINCREF(item);
        if (PyTuple_SetItem(named, i, item) < 0)
            Py_CLEAR(named);
    }
    Py_XDECREF(values);
    return named;
}

/* The texts among the parts, joined; of a single text, that text. */
static PyObject *join_texts(Builder *self, PyObject *parts)
{
    PyObject *texts = PyList_New(0);
    if (texts == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < PyList_Size(parts); i++) {
        PyObject *part = PyList_GetItem(parts, i);
        if (PyUnicode_CheckExact(part) && PyList_Append(texts, part) < 0) {
            Py_DECREF(texts);
            return NULL;
        }
    }
    PyObject *text = PyUnicode_Join(self->empty, texts);
    Py_DECREF(texts);
    return text;
}

/* Appends the fields of one open element. */
static int record_one(Builder *self, Py_ssize_t depth, Py_ssize_t parent)
{
    PyObject *tag = PyList_GetItem(self->o_opened, depth);
    PyObject *known = PyList_GetItem(self->o_known, depth);
    if (tag == NULL || known == NULL)
        return -1;
    if (!PyTuple_Check(known) || PyTuple_Size(known) != FIELDS - 5) {
        PyErr_SetString(PyExc_TypeError, "what is known of an element is a tuple of six values");
        return -1;
    }
    PyObject *row[FIELDS] = {
        PyLong_FromSsize_t(parent), Py_NewRef(tag), Py_NewRef(PyTuple_GetItem(known, 0)),
        PyLong_FromSsize_t(depth), PyLong_FromSsize_t(PyList_Size(self->o_blocks)),
        PyLong_FromLong(-1)};
    for (int i = 1; i < FIELDS - 5; i++)
        row[5 + i] = Py_NewRef(PyTuple_GetItem(known, i));
    int failed = 0;
    for (int i = 0; i < FIELDS; i++) {
        failed = failed || row[i] == NULL || PyList_Append(self->o_fields, row[i]) < 0;
        Py_XDECREF(row[i]);
    }
    return failed ? -1 : 0;
}

/* Records the open elements that hold no block yet, outermost first. */
static int record_open(Builder *self)
{
    Py_ssize_t depth = PyList_Size(self->o_recorded), open = PyList_Size(self->o_opened);
    Py_ssize_t parent = -1, element = PyList_Size(self->o_fields) / FIELDS;
    if (depth < 0 || open < 0 || PyErr_Occurred())
        return -1;
    if (depth > 0) {
        parent = PyLong_AsSsize_t(PyList_GetItem(self->o_recorded, depth - 1));
        if (parent == -1 && PyErr_Occurred())
            return -1;
    }
    for (; depth < open; depth++, element++) {
        if (record_one(self, depth, parent) < 0)
            return -1;
        PyObject *number = PyLong_FromSsize_t(element);
        int failed = number == NULL ? -1 : PyList_Append(self->o_recorded, number);
        Py_XDECREF(number);
        if (failed)
            return -1;
        parent = element;
    }
    return 0;
}

PyObject *make_elements(Builder *self)
{
    Py_ssize_t count = PyList_Size(self->o_fields) / FIELDS;
    PyObject *found = count < 0 || PyErr_Occurred() ? NULL : PyTuple_New(count);
    for (Py_ssize_t i = 0; found != NULL && i < count; i++) {
        PyObject *element = new_named(self->o_Element, FIELDS);
        for (Py_ssize_t j = 0; element != NULL && j < FIELDS; j++) {
            PyObject *field = item_of(self->o_fields, FIELDS * i + j);
            if (field == NULL || PyTuple_SetItem(element, j, field) < 0)
                Py_CLEAR(element);
        }
        if (element == NULL || PyTuple_SetItem(found, i, element) < 0)
            Py_CLEAR(found);
    }
    return found;
}

/* Adds a block to the page, or puts it in the place that is kept for it. */
static int add_block(Builder *self, PyObject *text, PyObject *tag, PyObject *pieces)
{
    Py_ssize_t depth = PyList_Size(self->o_opened);
    if (PyList_Size(self->o_recorded) < depth && record_open(self) < 0)
        return -1;
    PyObject *element = PyList_GetItem(self->o_recorded, PyList_Size(self->o_recorded) - 1);
    if (element == NULL)
        return -1;
    int hidden = self->hidden > 0;
    PyObject *aside = self->aside_depth == depth && !hidden ? Py_True : Py_False;
    PyObject *values[BLOCK_FIELDS] = {
        Py_NewRef(text), Py_NewRef(tag), Py_NewRef(element), PyLong_FromSsize_t(self->linked),
        PyLong_FromSsize_t(self->bold_characters), Py_NewRef(hidden ? Py_True : Py_False),
        PyLong_FromSsize_t(self->line), Py_NewRef(pieces), Py_NewRef(aside)};
    PyObject *block = named_of(self->o_Block, values, BLOCK_FIELDS);
    if (block == NULL)
        return -1;
    int failed;
    if (self->place < 0) {
        failed = PyList_Append(self->o_blocks, block);
        Py_DECREF(block);
    } else {
        failed = PyList_SetItem(self->o_blocks, self->place, block); /* takes the block over */
        self->place = -1;
    }
    self->linked = self->bold_characters = 0;
    return failed;
}

/* Takes the text and the pieces of the block that ends, and leaves the parts of the next. */
static int take_parts(Builder *self, PyObject **text, PyObject **pieces)
{
    PyObject *parts = self->o_parts;
    if (self->named) {
        *text = join_texts(self, parts);
        *pieces = PyList_AsTuple(parts);
        if (*pieces != NULL)
            PyObject_GC_UnTrack(*pieces);
        self->o_parts = PyList_GetSlice(self->o_inline, 0, PyList_Size(self->o_inline));
        self->named = PyList_Size(self->o_inline) > 0;
    } else {
        *text = PyUnicode_Join(self->empty, parts);
        *pieces = self->nothing;
        Py_INCREF(self->nothing);
        self->o_parts = PyList_New(0);
    }
    if (self->o_parts == NULL) { /* the old ones are as good as any for what cannot go on */
        self->o_parts = parts;
        return -1;
    }
    Py_DECREF(parts);
    self->blank = 0;
    return *text == NULL || *pieces == NULL ? -1 : 0;
}

/* Takes soft hyphens out of the text and the pieces, if there are any. */
static int drop_soft_hyphens(Builder *self, PyObject **text, PyObject **pieces)
{
    Py_ssize_t found =
        PyUnicode_FindChar(*text, SOFT_HYPHEN, 0, PyUnicode_GetLength(*text), 1);
    if (found < 0)
        return found == -1 ? 0 : -1;
    PyObject *clean = PyObject_CallMethodObjArgs(*text, self->s_replace, self->soft_hyphen,
                                                 self->empty, NULL);
    PyObject *cleaned =
        PyObject_CallFunctionObjArgs(self->o_without_soft_hyphens, *pieces, NULL);
    Py_DECREF(*text);
    Py_DECREF(*pieces);
    *text = clean;
    *pieces = cleaned;
    return clean == NULL || cleaned == NULL ? -1 : 0;
}

static int end_block(Builder *self, PyObject **text, PyObject **pieces, PyObject *tag)
{
    if (take_parts(self, text, pieces) < 0 || drop_soft_hyphens(self, text, pieces) < 0)
        return -1;
    int is_preformatted = PyUnicode_Compare(tag, self->s_pre) == 0;
    if (PyErr_Occurred())
        return -1;
    *text = is_preformatted ? strip_lines(self, *text) : collapse_text(self, *text);
    if (*text == NULL)
        return -1;
    return PyUnicode_GetLength(*text) > 0 ? add_block(self, *text, tag, *pieces) : 0;
}

int flush_block(Builder *self)
{
    if (PyList_Size(self->o_parts) <= 0)
        return PyErr_Occurred() ? -1 : 0;
    if (self->edged || PyObject_IsTrue(self->o_initial) == 1) {
        PyObject *none = PyObject_CallMethodObjArgs((PyObject *)self, self->s_settle, NULL);
        if (none == NULL)
            return -1;
        Py_DECREF(none);
    }
    PyObject *tag = PyList_GetItem(self->o_opened, PyList_Size(self->o_opened) - 1);
    if (tag == NULL)
        return -1;
    PyObject *text = NULL, *pieces = NULL;
    Py_INCREF(tag);
    int failed = end_block(self, &text, &pieces, tag);
    Py_DECREF(tag);
    Py_XDECREF(text);
    Py_XDECREF(pieces);
    if (failed || PyList_Size(self->o_readings) == 0)
        return failed;
    PyObject *none = PyObject_CallMethodObjArgs((PyObject *)self, self->s_add_readings, NULL);
    Py_XDECREF(none);
    return none == NULL ? -1 : 0;
}
