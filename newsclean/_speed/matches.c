/* The twin of `find_hits` in newsclean/lexicon/match.py. */

#include "search.h"
#include <stdlib.h>

int make_room(void **array, int32_t count, int32_t *room, size_t size)
{
    if (count < *room)
        return 0;
    void *larger = NULL;
    if (count < INT32_MAX / 4)
        larger = PyMem_Realloc(*array, (2 * (size_t)count + 16) * size);
    if (larger == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    *array = larger;
    *room = 2 * count + 16;
    return 0;
}

int add_hit(Search *search, PyObject *group, PyObject *name, Py_ssize_t start, Py_ssize_t end)
{
    if (make_room((void **)&search->hits, search->hit_count, &search->hit_room, sizeof(Hit)) < 0)
        return -1;
    search->hits[search->hit_count] = (Hit){group, name, start, end, search->hit_count};
    search->hit_count++;
    return 0;
}

static int compare_hits(const void *first, const void *second)
{
    const Hit *one = first, *other = second;
    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    if (one->end != other->end)
        return one->end > other->end ? -1 : 1;
    return (one->order > other->order) - (one->order < other->order);
}

/* A tuple of named tuples. */
static PyObject *tuple_of(const Search *search)
{
    PyObject *found = PyTuple_New(search->hit_count);
    for (int32_t i = 0; found != NULL && i < search->hit_count; i++) {
        const Hit *hit = &search->hits[i];
        PyObject *own = as_named(
            search->lexicon->hit,
            Py_BuildValue("(OOnn)", hit->group, hit->name, hit->start, hit->end));
        if (own == NULL || PyTuple_SetItem(found, i, own) < 0)
            Py_CLEAR(found);
    }
    return found;
}

static PyObject *find_in_text(Search *search, PyObject *text)
{
    search->hit_count = 0;
    if (load_searched(search, text) < 0 || find_at_edges(search) < 0 || find_inside(search) < 0)
        return NULL;
    if (search->hit_count > 1)
        qsort(search->hits, (size_t)search->hit_count, sizeof(Hit), compare_hits);
    return tuple_of(search);
}

PyObject *find_in_texts(PyObject *self, PyObject *texts)
{
    Search search = {.lexicon = (Lexicon *)self};
    PyObject *each = PySequence_List(texts), *found = NULL;
    Py_ssize_t count = each == NULL ? 0 : PyList_Size(each);
    if (each != NULL)
        found = PyList_New(count);
    for (Py_ssize_t i = 0; found != NULL && i < count; i++) {
        PyObject *hits = find_in_text(&search, PyList_GetItem(each, i));
        if (hits == NULL || PyList_SetItem(found, i, hits) < 0)
            Py_CLEAR(found);
    }
    Py_XDECREF(each);
    PyMem_Free(search.text);
    PyMem_Free(search.hits);
    PyMem_Free(search.places);
    return found;
}
