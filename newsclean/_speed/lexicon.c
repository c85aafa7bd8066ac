/* Takes the entries of the lexicon from the index in newsclean/lexicon/compiled.py. */

#include "lexicon.h"
#include <string.h>

uint32_t opening_bit(const Py_UCS4 *letters, Py_ssize_t count)
{
    uint32_t hash = letters[0] * 0x9e3779b1u;
    if (count > 1)
        hash = (hash ^ letters[1]) * 0x85ebca6bu;
    if (count > 2)
        hash = (hash ^ letters[2]) * 0xc2b2ae35u;
    return hash >> 16;
}

/* The characters of a text in the arena; NULL with an exception. */
static Py_UCS4 *copy_text(Lexicon *lexicon, PyObject *text, Py_ssize_t *length)
{
    *length = PyUnicode_Check(text) ? PyUnicode_GetLength(text) : 0;
    if (*length < 1) {
        PyErr_SetString(PyExc_TypeError, "an entry is a text with letters");
        return NULL;
    }
    Py_UCS4 *found = take(&lexicon->arena, *length, sizeof(Py_UCS4));
    return found ? PyUnicode_AsUCS4(text, found, *length, 0) : NULL;
}

/* An item of an entry, borrowed from a tuple or list. */
static PyObject *part_of(PyObject *row, Py_ssize_t index)
{
    return PyList_Check(row) ? PyList_GetItem(row, index) : PyTuple_GetItem(row, index);
}

static int read_entry(Entry *entry, PyObject *row)
{
    PyObject *group = part_of(row, 0), *name = group == NULL ? NULL : part_of(row, 1);
    if (name == NULL)
        return -1;
    if (PyObject_Size(row) > 2) {
        PyObject *word_end = part_of(row, 2);
        entry->word_end = word_end == NULL ? -1 : PyObject_IsTrue(word_end);
        if (entry->word_end < 0)
            return -1;
    }
    Py_INCREF(entry->group = group);
    Py_INCREF(entry->name = name);
    return 0;
}

static int read_line(Lexicon *lexicon, Lines *lines, PyObject *text, PyObject *rows, int32_t *count)
{
    Py_ssize_t length;
    Py_UCS4 *letters = copy_text(lexicon, text, &length);
    int32_t number = letters == NULL ? -1 : number_word(&lines->words, letters, (size_t)length);
    if (number < 0)
        return -1;
    lines->firsts[number] = *count;
    for (Py_ssize_t i = 0; i < PyList_Size(rows); i++) {
        if (read_entry(&lines->entries[*count], PyList_GetItem(rows, i)) < 0)
            return -1;
        ++*count;
        lines->counts[number]++;
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* How many entries a dictionary of lists has; -1 with an exception. */
static Py_ssize_t count_entries(PyObject *given)
{
    PyObject *text, *rows;
    Py_ssize_t position = 0, count = 0;
    while (PyDict_Next(given, &position, &text, &rows)) {
        Py_ssize_t own = PyList_Size(rows); /* an error if it is no list */
        if (own < 0)
            return -1;
        count += own;
    }
    if (count < INT32_MAX)
        return count;
    PyErr_SetString(PyExc_OverflowError, "too many entries");
    return -1;
}

int read_lines(Lexicon *lexicon, Lines *lines, PyObject *given)
{
    Py_ssize_t count = count_entries(given), keys = PyDict_Size(given), position = 0;
    if (count < 0 || make_seed(&lines->words.slots.seed) < 0)
        return -1;
    lines->entries = take(&lexicon->arena, count, sizeof(Entry));
    lines->firsts = take(&lexicon->arena, keys, sizeof(int32_t));
    lines->counts = take(&lexicon->arena, keys, sizeof(int32_t));
    if (lines->entries == NULL || lines->firsts == NULL || lines->counts == NULL)
        return -1;
    PyObject *text, *rows;
    int32_t read = 0;
    while (PyDict_Next(given, &position, &text, &rows)) {
        if (read_line(lexicon, lines, text, rows, &read) < 0)
            return -1;
    }
    return 0;
}

/* The number of what a text begins with. */
static int32_t number_opening(Words *openings, const Py_UCS4 *letters, size_t length)
{
    return number_word(openings, letters, length < OPENING ? length : OPENING);
}

/* Links the prefixes with the same opening, in their order. */
int read_openings(Lexicon *lexicon)
{
    const Words *words = &lexicon->prefixes.words;
    int32_t count = words->slots.count;
    lexicon->first_prefixes = take(&lexicon->arena, count, sizeof(int32_t));
    lexicon->next_prefixes = take(&lexicon->arena, count, sizeof(int32_t));
    if (lexicon->first_prefixes == NULL || lexicon->next_prefixes == NULL ||
        make_seed(&lexicon->prefix_openings.slots.seed) < 0)
        return -1;
    for (int32_t i = count - 1; i >= 0; i--) {
        size_t start = words->starts[i];
        int32_t known = lexicon->prefix_openings.slots.count;
        int32_t opening = number_opening(&lexicon->prefix_openings, words->letters + start,
                                         words->starts[i + 1] - start);
        if (opening < 0)
            return -1;
        lexicon->next_prefixes[i] = opening == known ? -1 : lexicon->first_prefixes[opening];
        lexicon->first_prefixes[opening] = i;
    }
    return 0;
}

/* Takes group, name, needle, regex, and whether it begins and ends a word. */
static int fill_rule(Lexicon *lexicon, Rule *rule, PyObject *row)
{
    PyObject *group, *name, *needle, *regex;
    if (!PyArg_ParseTuple(row, "OOUUpp", &group, &name, &needle, &regex, &rule->word_start,
                          &rule->word_end))
        return -1;
    Py_INCREF(rule->group = group);
    Py_INCREF(rule->name = name);
    if (PyUnicode_GetLength(regex) > 0)
        Py_INCREF(rule->regex = regex);
    rule->needle = copy_text(lexicon, needle, &rule->length);
    return rule->needle == NULL ? -1 : 0;
}

static int add_rule(Lexicon *lexicon, PyObject *row)
{
    Rule *rule = &lexicon->rules[lexicon->rule_count++];
    if (!PyTuple_Check(row)) {
        PyErr_SetString(PyExc_TypeError, "a rule is a tuple");
        return -1;
    }
    if (fill_rule(lexicon, rule, row) < 0)
        return -1;
    int32_t known = lexicon->rule_openings.slots.count;
    int32_t opening =
        number_opening(&lexicon->rule_openings, rule->needle, (size_t)rule->length);
    if (opening < 0)
        return -1;
    rule->next = opening == known ? -1 : lexicon->first_rules[opening];
    lexicon->first_rules[opening] = lexicon->rule_count - 1;
    uint32_t bit =
        opening_bit(rule->needle, rule->length < OPENING ? rule->length : OPENING);
    lexicon->may_open[bit / 64] |= UINT64_C(1) << bit % 64;
    return 0;
}

int read_rules(Lexicon *lexicon, PyObject *given)
{
    Py_ssize_t count = PyList_Size(given);
    if (count < 0 || make_seed(&lexicon->rule_openings.slots.seed) < 0)
        return -1;
    lexicon->rules = take(&lexicon->arena, count, sizeof(Rule));
    lexicon->first_rules = take(&lexicon->arena, count, sizeof(int32_t));
    if (lexicon->rules == NULL || lexicon->first_rules == NULL)
        return -1;
    for (Py_ssize_t i = 0; i < count; i++) {
        if (add_rule(lexicon, PyList_GetItem(given, i)) < 0)
            return -1;
    }
    return 0;
}

static void free_lines(Lines *lines)
{
    int32_t count = lines->words.slots.count;
    for (int32_t i = 0; lines->counts != NULL && i < count; i++) {
        for (int32_t j = 0; j < lines->counts[i]; j++) {
            Py_XDECREF(lines->entries[lines->firsts[i] + j].group);
            Py_XDECREF(lines->entries[lines->firsts[i] + j].name);
        }
    }
    free_words(&lines->words);
}

void free_lexicon(Lexicon *lexicon)
{
    for (int32_t i = 0; i < lexicon->rule_count; i++) {
        Py_XDECREF(lexicon->rules[i].group);
        Py_XDECREF(lexicon->rules[i].name);
        Py_XDECREF(lexicon->rules[i].regex);
    }
    free_lines(&lexicon->whole);
    free_lines(&lexicon->prefixes);
    free_words(&lexicon->prefix_openings);
    free_words(&lexicon->rule_openings);
    free_arena(&lexicon->arena);
    free_table(&lexicon->characters);
    Py_XDECREF(lexicon->fold);
    Py_XDECREF(lexicon->find_spans);
    Py_XDECREF(lexicon->hit);
}
