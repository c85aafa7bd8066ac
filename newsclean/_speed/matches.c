/* The twin of `find_hits` in newsclean/lexicon/match.py. */

#include "lexicon.h"
#include <stdlib.h>
#include <string.h>

/* Where an entry matches, and how many were found before it. */
typedef struct {
    PyObject *group, *name;
    Py_ssize_t start, end;
    int32_t order;
} Hit;

/* Where the needle of a rule stands. */
typedef struct {
    int32_t rule;
    Py_ssize_t at;
} Place;

/* The text that is looked through, as written and folded. */
typedef struct {
    Lexicon *lexicon;
    Py_UCS4 *text, *folded, *joined;
    Py_ssize_t length, room;
    Hit *hits;
    Place *places;
    int32_t hit_count, hit_room, place_count, place_room;
} Search;

/* Room for one more item of an array. */
static int make_room(void **array, int32_t count, int32_t *room, size_t size)
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

/* Chinese characters and Korean syllables are folded to themselves, and have no flags. */
static int is_plain(Py_UCS4 c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

/* What a character is, or -1 with an exception. */
static int flags_of(Lexicon *lexicon, Py_UCS4 c)
{
    if (is_plain(c))
        return 0;
    const CharacterRow *row = row_of(&lexicon->characters, c);
    return row == NULL ? -1 : row->kinds[c % ROW];
}

/* Folds the text; 1 if the form of a character depends on those around it. */
static int fold_letters(Search *search)
{
    for (Py_ssize_t i = 0; i < search->length; i++) {
        Py_UCS4 c = search->text[i];
        if (is_plain(c)) {
            search->folded[i] = c;
            continue;
        }
        const CharacterRow *row = row_of(&search->lexicon->characters, c);
        if (row == NULL)
            return -1;
        if (row->kinds[c % ROW] & IS_DEPENDENT)
            return 1;
        search->folded[i] = row->forms[c % ROW];
    }
    return 0;
}

static int fold_in_python(Search *search, PyObject *text)
{
    PyObject *folded = PyObject_CallFunctionObjArgs(search->lexicon->fold, text, NULL);
    Py_ssize_t length = folded == NULL ? -1 : PyUnicode_GetLength(folded);
    if (length >= 0 && length != search->length)
        PyErr_SetString(PyExc_ValueError, "a folded text is as long as the text");
    else if (length > 0)
        PyUnicode_AsUCS4(folded, search->folded, search->room, 0);
    Py_XDECREF(folded);
    for (Py_ssize_t i = 0; i < length && !PyErr_Occurred(); i++) {
        if (search->folded[i] == '\n')
            search->folded[i] = ' ';
    }
    return PyErr_Occurred() ? -1 : 0;
}

static int load_text(Search *search, PyObject *text)
{
    search->length = PyUnicode_Check(text) ? PyUnicode_GetLength(text) : -1;
    if (search->length < 0) {
        PyErr_SetString(PyExc_TypeError, "only texts are looked through");
        return -1;
    }
    if (search->length > search->room) {
        size_t room = 2 * (size_t)search->length;
        Py_UCS4 *larger = NULL;
        if (search->length < PY_SSIZE_T_MAX / 32)
            larger = PyMem_Realloc(search->text, 3 * room * sizeof(Py_UCS4));
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        search->text = larger;
        search->folded = larger + room;
        search->joined = larger + 2 * room;
        search->room = (Py_ssize_t)room;
    }
    if (search->length == 0)
        return 0;
    if (PyUnicode_AsUCS4(text, search->text, search->room, 0) == NULL)
        return -1;
    int depends = fold_letters(search);
    return depends > 0 ? fold_in_python(search, text) : depends;
}

static int add_hit(Search *search, PyObject *group, PyObject *name, Py_ssize_t start,
                   Py_ssize_t end)
{
    if (make_room((void **)&search->hits, search->hit_count, &search->hit_room, sizeof(Hit)) < 0)
        return -1;
    search->hits[search->hit_count] = (Hit){group, name, start, end, search->hit_count};
    search->hit_count++;
    return 0;
}

/* Adds hits for entries that are a whole text; of a prefix that is, the first entry counts. */
static int add_whole(Search *search, const Py_UCS4 *key, Py_ssize_t length)
{
    const Lexicon *lexicon = search->lexicon;
    const Lines *lines = &lexicon->whole;
    int32_t number = find_word(&lines->words, key, (size_t)length);
    int32_t count = number < 0 ? 0 : lines->counts[number];
    if (count == 0) {
        lines = &lexicon->prefixes;
        number = find_word(&lines->words, key, (size_t)length);
        count = number >= 0 && lines->counts[number] > 0;
    }
    for (int32_t i = 0; i < count; i++) {
        const Entry *entry = &lines->entries[lines->firsts[number] + i];
        if (add_hit(search, entry->group, entry->name, 0, search->length) < 0)
            return -1;
    }
    return count > 0;
}

/* The key without its spaces, if it has some beside characters that are not ASCII; else 0. */
static Py_ssize_t join_key(Search *search, const Py_UCS4 *key, Py_ssize_t length)
{
    Py_ssize_t size = 0;
    int has_others = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        has_others |= key[i] >= 0x80;
        if (key[i] != ' ')
            search->joined[size++] = key[i];
    }
    return has_others && size < length ? size : 0;
}

/* Whether an entry was already found to be the whole text. */
static int is_whole(const Search *search, int32_t whole, const Entry *entry)
{
    for (int32_t i = 0; i < whole; i++) {
        const Hit *hit = &search->hits[i];
        if (PyUnicode_Compare(hit->group, entry->group) == 0 &&
            PyUnicode_Compare(hit->name, entry->name) == 0)
            return 1;
    }
    return 0;
}

/* Whether a prefix that ends there ends a word: no letter follows, or only the layout parts two
   words. -1 with an exception. */
static int ends_word(const Search *search, const Entry *entry, Py_ssize_t end)
{
    if (!entry->word_end || end >= search->length)
        return 1;
    int after = flags_of(search->lexicon, search->text[end]);
    int last = flags_of(search->lexicon, search->text[end - 1]);
    if (after < 0 || last < 0)
        return -1;
    return !(after & IS_SPACED) || ((after & IS_UPPER) && !(last & IS_UPPER));
}

/* Adds hits for the entries of a prefix, the first `whole` hits being of entries that are the
   whole text. */
static int add_prefix(Search *search, int32_t prefix, Py_ssize_t start, int32_t whole)
{
    const Lines *lines = &search->lexicon->prefixes;
    const size_t *starts = lines->words.starts + prefix;
    Py_ssize_t end = start + (Py_ssize_t)(starts[1] - starts[0]);
    for (int32_t i = 0; i < lines->counts[prefix]; i++) {
        const Entry *entry = &lines->entries[lines->firsts[prefix] + i];
        int is_word = is_whole(search, whole, entry) ? 0 : ends_word(search, entry, end);
        if (is_word < 0 ||
            (is_word && add_hit(search, entry->group, entry->name, start, end) < 0))
            return -1;
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* Finds the prefixes of a key that have an opening of this size. */
static int find_opened(Search *search, Py_ssize_t start, Py_ssize_t length,
                       Py_ssize_t opening_size, int32_t whole)
{
    const Lexicon *lexicon = search->lexicon;
    const Words *words = &lexicon->prefixes.words;
    const Py_UCS4 *key = search->folded + start;
    int32_t opening = find_word(&lexicon->prefix_openings, key, (size_t)opening_size);
    int32_t prefix = opening < 0 ? -1 : lexicon->first_prefixes[opening];
    for (; prefix >= 0; prefix = lexicon->next_prefixes[prefix]) {
        size_t size = words->starts[prefix + 1] - words->starts[prefix];
        if (size <= (size_t)length &&
            memcmp(words->letters + words->starts[prefix], key, size * sizeof(Py_UCS4)) == 0 &&
            add_prefix(search, prefix, start, whole) < 0)
            return -1;
    }
    return 0;
}

static int find_prefixes(Search *search, Py_ssize_t start, Py_ssize_t length)
{
    int32_t whole = search->hit_count;
    for (Py_ssize_t size = 1; size <= OPENING && size <= length; size++) {
        if (find_opened(search, start, length, size, whole) < 0)
            return -1;
    }
    return 0;
}


/* Whether a folded character may stand before or after an entry; -1 with an exception. */
static int is_edge(const Search *search, Py_ssize_t at)
{
    int flags = flags_of(search->lexicon, search->folded[at]);
    return flags < 0 ? -1 : (flags & IS_EDGE) != 0;
}

/* Finds the entries that equal the text without its edges, or begin it. */
static int find_at_edges(Search *search)
{
    Py_ssize_t start = 0, end = search->length;
    int is_open = 0;
    while (start < end && (is_open = is_edge(search, start)) > 0)
        start++;
    while (end > start && is_open >= 0 && (is_open = is_edge(search, end - 1)) > 0)
        end--;
    Py_ssize_t length = end - start;
    if (is_open < 0 || length == 0)
        return is_open < 0 ? -1 : 0;
    if (length <= LONGEST_WHOLE) {
        const Py_UCS4 *key = search->folded + start;
        int found = add_whole(search, key, length);
        Py_ssize_t joined = found ? 0 : join_key(search, key, length);
        if (joined > 0)
            found = add_whole(search, search->joined, joined);
        if (found < 0)
            return -1;
    }
    return find_prefixes(search, start, length);
}

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

/* Finds the entries that may stand anywhere. */
static int find_inside(Search *search)
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
    if (load_text(search, text) < 0 || find_at_edges(search) < 0 || find_inside(search) < 0)
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
