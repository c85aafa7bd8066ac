/* Finds the entries of the lexicon that may stand anywhere in a text. */

#include "search.h"
#include <stdlib.h>
#include <string.h>

/* Notes where the needles stand that have this opening. */
static int add_places(Search *search, Py_ssize_t at, Py_ssize_t size)
{
    const Lexicon *lexicon = search->lexicon;
    int32_t opening =
        find_word(&lexicon->rule_openings, search->folded + at, (size_t)size);
    int32_t number = opening < 0 ? -1 : lexicon->first_rules[opening];
    for (; number >= 0; number = lexicon->rules[number].next) {
        const Rule *rule = &lexicon->rules[number];
        if (rule->length > search->length - at ||
            memcmp(rule->needle, search->folded + at, (size_t)rule->length * sizeof(Py_UCS4)))
            continue;
        if (make_room((void **)&search->places, search->place_count, &search->place_room,
                      sizeof(Place)) < 0)
            return -1;
        search->places[search->place_count++] = (Place){number, at};
    }
    return 0;
}

static int find_places(Search *search)
{
    search->place_count = 0;
    for (Py_ssize_t i = 0; i < search->length; i++) {
        Py_ssize_t rest = search->length - i;
        for (Py_ssize_t size = 1; size <= OPENING && size <= rest; size++) {
            uint32_t bit = opening_bit(search->folded + i, size);
            if (search->lexicon->may_open[bit / 64] >> bit % 64 & 1 &&
                add_places(search, i, size) < 0)
                return -1;
        }
    }
    return 0;
}

static int compare_places(const void *first, const void *second)
{
    const Place *one = first, *other = second;
    if (one->rule != other->rule)
        return one->rule < other->rule ? -1 : 1;
    return (one->at > other->at) - (one->at < other->at);
}

/* Adds the places where a regex matches the text. */
static int add_spans(Search *search, const Rule *rule)
{
    PyObject *folded = new_text(search->folded, search->length);
    PyObject *found = NULL, *spans = NULL;
    if (folded != NULL)
        found = PyObject_CallFunctionObjArgs(search->lexicon->find_spans, rule->regex, folded,
                                             NULL);
    if (found != NULL)
        spans = PySequence_List(found);
    int failed = spans == NULL ? -1 : 0;
    for (Py_ssize_t i = 0; !failed && i < PyList_Size(spans); i++) {
        Py_ssize_t start, end;
        PyObject *span = PyList_GetItem(spans, i);
        failed = !PyTuple_Check(span) || !PyArg_ParseTuple(span, "nn", &start, &end) ||
                 add_hit(search, rule->group, rule->name, start, end) < 0;
    }
    if (failed && !PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, "a span is a tuple");
    Py_XDECREF(folded);
    Py_XDECREF(found);
    Py_XDECREF(spans);
    return failed ? -1 : 0;
}

/* Adds a place if the needle is a word there, where it must be one. */
static int add_place(Search *search, const Rule *rule, Py_ssize_t at)
{
    Py_ssize_t end = at + rule->length;
    int before = 0, after = 0;
    if (rule->word_start && at > 0)
        before = flags_of(search->lexicon, search->folded[at - 1]);
    if (rule->word_end && end < search->length)
        after = flags_of(search->lexicon, search->folded[end]);
    if (before < 0 || after < 0)
        return -1;
    if ((before | after) & IS_SPACED)
        return 0;
    return add_hit(search, rule->group, rule->name, at, end);
}

int find_inside(Search *search)
{
    if (find_places(search) < 0)
        return -1;
    if (search->place_count > 1)
        qsort(search->places, (size_t)search->place_count, sizeof(Place), compare_places);
    int32_t last = -1;
    Py_ssize_t end = 0;
    for (int32_t i = 0; i < search->place_count; i++) {
        const Place *place = &search->places[i];
        const Rule *rule = &search->lexicon->rules[place->rule];
        int is_first = place->rule != last;
        last = place->rule;
        if (rule->regex != NULL) {
            if (is_first && add_spans(search, rule) < 0)
                return -1;
        } else if (is_first || place->at >= end) {
            end = place->at + rule->length;
            if (add_place(search, rule, place->at) < 0)
                return -1;
        }
    }
    return 0;
}
