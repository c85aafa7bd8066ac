/* The twin of newsclean/label/features/ancestors.py and prose_center.py. */

#include "features.h"
#include <math.h>

/* The numbers of prose_center.py. */
#define TITLE_WORD 0.5
#define IN_COMMENT 0.3
#define IN_TEASER 0.3
#define AFTER_HEADLINE 1.3
#define BEFORE_HEADLINE 0.5
#define CLASS_WEIGHT 0.35
#define WORD_WEIGHT 0.5
#define LEAST_WORD_WEIGHT -2.0
#define GREATEST_WORD_WEIGHT 1.0

/* The groups of a class word as bits, as the Python function finds them; -1 with an exception. */
static long ask_groups(const Reader *reader, const Py_UCS4 *letters, size_t length)
{
    PyObject *word = new_text(letters, (Py_ssize_t)length);
    PyObject *found =
        word == NULL ? NULL : PyObject_CallFunctionObjArgs(reader->read_groups, word, NULL);
    Py_XDECREF(word);
    long groups = found == NULL ? -1 : PyLong_AsLong(found);
    Py_XDECREF(found);
    if (!PyErr_Occurred() && (groups < 0 || groups >= 1L << CLASS_GROUPS)) {
        PyErr_SetString(PyExc_ValueError, "a class word has groups that are not known");
        return -1;
    }
    return groups;
}

/* Room for the groups of one more word. */
static int make_room(Page *page)
{
    size_t count = (size_t)page->class_words.slots.count;
    if (count < page->class_room)
        return 0;
    uint32_t *larger = PyMem_Realloc(page->class_groups, (2 * count + 64) * sizeof(uint32_t));
    if (larger == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    page->class_groups = larger;
    page->class_room = 2 * count + 64;
    return 0;
}

/* Adds what a class word says. If `is_full`, no groups are looked for in new words. */
static int read_class_word(Page *page, Names *names, const Py_UCS4 *letters, size_t length,
                           int is_full)
{
    const Weights *weights = &page->reader->class_words;
    uint64_t hash = hash_word(page->reader->seed, letters, length);
    int32_t known = find_hashed(&weights->words, letters, length, hash);
    if (known >= 0) {
        double weight = weights->weights[known];
        names->least = weight < names->least ? weight : names->least;
        names->greatest = weight > names->greatest ? weight : names->greatest;
    }
    int32_t word = find_hashed(&page->class_words, letters, length, hash);
    if (word < 0 && !is_full) {
        long groups = make_room(page) < 0 ? -1 : ask_groups(page->reader, letters, length);
        word = groups < 0 ? -1 : number_word(&page->class_words, letters, length);
        if (word < 0)
            return -1;
        page->class_groups[word] = (uint32_t)groups;
        page->class_letters += (Py_ssize_t)length;
    }
    names->groups |= word < 0 ? 0 : page->class_groups[word];
    return 0;
}

static int read_class_names(Page *page, Names *names, PyObject *text)
{
    Py_ssize_t length = load_text(page, text);
    int is_full = page->class_letters > MOST_LETTERS;
    if (length < 0)
        return -1;
    for (Py_ssize_t start = 0, end; start < length; start = end + 1) {
        for (end = start; end < length && page->text[end] >= 'a' && page->text[end] <= 'z';)
            end++;
        if (end > start && read_class_word(page, names, page->text + start,
                                           (size_t)(end - start), is_full) < 0)
            return -1;
    }
    names->is_read = 1;
    return 0;
}

/* Adds the class names of an element to what its parent's ancestry says. */
static void add_names(Ancestry *ancestry, const Names *names, int32_t depth)
{
    for (int i = 0; depth > OUTERMOST && i < CLASS_GROUPS; i++) {
        unsigned char distance = ancestry->distances[i];
        if (names->groups >> i & 1)
            ancestry->distances[i] = 0;
        else if (distance < NOWHERE - 1)
            ancestry->distances[i]++;
    }
    ancestry->own = names->least + names->greatest;
    if (names->least < ancestry->least)
        ancestry->least = names->least;
    if (names->greatest > ancestry->greatest)
        ancestry->greatest = names->greatest;
}

static int read_ancestry(Page *page, Element *element)
{
    Ancestry *own = &element->ancestry;
    if (element->parent >= 0) {
        *own = page->elements[element->parent].ancestry;
    } else {
        for (int i = 0; i < CLASS_GROUPS; i++)
            own->distances[i] = NOWHERE;
    }
    own->own = 0.0;
    int32_t tag = page->tags[element->tag].ancestor_tag;
    if (tag >= 0)
        own->tags[tag]++;
    PyObject *text = page->name_texts.keys[element->names];
    Names *names = &page->names[element->names];
    if (PyUnicode_GetLength(text) == 0)
        return 0;
    if (!names->is_read && read_class_names(page, names, text) < 0)
        return -1;
    add_names(own, names, element->depth);
    return 0;
}

int read_ancestries(Page *page)
{
    page->names = take(&page->arena, page->name_texts.slots.count, sizeof(Names));
    if (page->names == NULL)
        return -1;
    for (int32_t i = page->element_count - 1; i > 0; i--) {
        if (page->elements[i].is_wanted && page->elements[i].parent >= 0)
            page->elements[page->elements[i].parent].is_wanted = 1;
    }
    for (int32_t i = 0; i < page->element_count; i++) {
        if (page->elements[i].is_wanted && read_ancestry(page, &page->elements[i]) < 0)
            return -1;
    }
    return 0;
}

/* The words of a block of prose, weighted by what they and its class names say. */
static double weigh(const Page *page, int32_t index)
{
    const Block *block = &page->blocks[index];
    const Element *element = &page->elements[block->element];
    double words = block->words < MOST_PROSE_WORDS ? block->words : MOST_PROSE_WORDS;
    double in_title = block->in_title < MOST_TITLE_WORDS ? block->in_title : MOST_TITLE_WORDS;
    double word_weight = block->weight > LEAST_WORD_WEIGHT ? block->weight : LEAST_WORD_WEIGHT;
    word_weight = word_weight < GREATEST_WORD_WEIGHT ? word_weight : GREATEST_WORD_WEIGHT;
    double class_weight = element->ancestry.least < 0.0 ? element->ancestry.least : 0.0;
    double weight = words * (1 + TITLE_WORD * in_title);
    weight *= exp(CLASS_WEIGHT * class_weight + WORD_WEIGHT * word_weight);
    if (element->ancestry.distances[COMMENT] < NOWHERE)
        weight *= IN_COMMENT;
    if (element->items >= FEWEST_ITEMS)
        weight *= IN_TEASER;
    if (page->headline >= 0)
        weight *= index > page->headline ? AFTER_HEADLINE : BEFORE_HEADLINE;
    return weight;
}

/* The sum of the parents' prose in the order in which they were met, as Python adds it. */
static int add_up(const Page *page, const int32_t *parents, int32_t count, double *total)
{
    PyObject *list = PyList_New(count), *sum = NULL;
    for (int32_t i = 0; list != NULL && i < count; i++) {
        PyObject *number = PyFloat_FromDouble(page->weighted_prose[parents[i]]);
        if (number == NULL || PyList_SetItem(list, i, number) < 0)
            Py_CLEAR(list);
    }
    if (list != NULL)
        sum = PyObject_CallFunctionObjArgs(page->reader->sum, list, NULL);
    *total = sum == NULL ? -1.0 : PyFloat_AsDouble(sum);
    Py_XDECREF(list);
    Py_XDECREF(sum);
    return PyErr_Occurred() ? -1 : 0;
}

/* Adds up the prose of each parent; returns how many there are, in the order of their first. */
static int32_t weigh_prose(Page *page, int32_t *parents, int32_t *firsts)
{
    int32_t count = 0;
    for (int32_t row = 0; row < page->row_count; row++) {
        const Block *block = &page->blocks[page->scored[row]];
        if (block->prose == 0.0)
            continue;
        int32_t parent = page->elements[block->element].parent;
        parent = parent < 0 ? page->element_count : parent; /* that of the root is the last */
        if (firsts[parent] == 0) {
            firsts[parent] = block->element + 1;
            parents[count++] = parent;
        }
        page->weighted_prose[parent] += weigh(page, page->scored[row]);
    }
    return count;
}

int find_center(Page *page)
{
    Py_ssize_t size = (Py_ssize_t)page->element_count + 1;
    int32_t *firsts = take(&page->arena, size, sizeof(int32_t));
    int32_t *parents = take(&page->arena, size, sizeof(int32_t));
    page->weighted_prose = take(&page->arena, size, sizeof(double));
    if (firsts == NULL || parents == NULL || page->weighted_prose == NULL)
        return -1;
    int32_t count = weigh_prose(page, parents, firsts);
    page->center = page->blocks[0].element;
    page->center_most = page->center_total = 1.0;
    if (count == 0)
        return 0;
    int32_t best = parents[0];
    for (int32_t i = 1; i < count; i++)
        best = page->weighted_prose[parents[i]] > page->weighted_prose[best] ? parents[i] : best;
    page->center = firsts[best] - 1;
    page->center_most = page->weighted_prose[best];
    return add_up(page, parents, count, &page->center_total);
}
