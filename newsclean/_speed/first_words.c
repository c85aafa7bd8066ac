/* The twin of `read_first_words` in newsclean/label/features/blocks.py, and of `first_words` in
   words.py beside it: the words at the start of a block, looked up among those of the titles and
   those with a weight. */

#include "features.h"

#define BAD_WEIGHT -1.0
/* The longest small form of a character has three. */
#define MOST_CHARACTERS (3 * FIRST_CHARACTERS)

/* The words at the start of a text. */
typedef struct {
    Py_UCS4 letters[MOST_CHARACTERS];
    unsigned char kinds[FIRST_CHARACTERS];
    Py_ssize_t starts[MOST_WORDS], ends[MOST_WORDS];
    int count;
} Start;

/* Reads small letters and their kinds; 1 if the text has a character whose small form depends on
   the others or is longer. */
static int read_letters(Reader *reader, const Py_UCS4 *text, Py_ssize_t length, Start *start)
{
    for (Py_ssize_t i = 0; i < length; i++) {
        Py_UCS4 c = text[i];
        if (c < 0x80) {
            c += c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0;
            start->letters[i] = c;
            start->kinds[i] = c >= 'a' && c <= 'z' ? LETTER : NO_LETTER;
        } else if (is_wide(c)) {
            start->letters[i] = c;
            start->kinds[i] = is_paired(c) ? PAIRED : LETTER;
        } else {
            const CharacterRow *row = row_of(&reader->letters, c);
            if (row == NULL)
                return -1;
            start->letters[i] = row->forms[c % ROW];
            start->kinds[i] = row->kinds[c % ROW];
            if (start->kinds[i] == IRREGULAR)
                return 1;
        }
    }
    return 0;
}

/* Of how many characters of a kind the longest word is made. */
static Py_ssize_t longest_word(unsigned char kind)
{
    return kind == LETTER ? FIRST_CHARACTERS : kind == PAIRED ? 2 : UNSPACED_WORD;
}

/* Finds the pairs of Chinese or Japanese characters, the pieces of other scripts without spaces,
   and the runs of other letters. */
static void split(Start *start, Py_ssize_t length)
{
    for (Py_ssize_t i = 0; i < length && start->count < MOST_WORDS;) {
        Py_ssize_t end = i + 1, longest = longest_word(start->kinds[i]);
        while (end < length && start->kinds[end] == start->kinds[i] && end - i < longest)
            end++;
        if (start->kinds[i] != NO_LETTER && end - i >= SHORTEST_WORD) {
            start->starts[start->count] = i;
            start->ends[start->count++] = end;
        }
        i = end;
    }
}

/* Takes the words that the Python function finds. */
static int take_words(Start *start, PyObject *words)
{
    Py_ssize_t size = 0, count = PyList_Size(words);
    for (Py_ssize_t i = 0; i < count && i < MOST_WORDS; i++) {
        PyObject *word = PyList_GetItem(words, i);
        Py_ssize_t length = word == NULL ? -1 : PyUnicode_GetLength(word);
        if (length < 0)
            return -1;
        if (length > MOST_CHARACTERS - size) {
            PyErr_SetString(PyExc_ValueError, "the words are longer than their text");
            return -1;
        }
        if (length && PyUnicode_AsUCS4(word, start->letters + size, length, 0) == NULL)
            return -1;
        start->starts[i] = size;
        start->ends[i] = size += length;
        start->count++;
    }
    return count < 0 ? -1 : 0;
}

static int split_in_python(Page *page, PyObject *text, Start *start)
{
    PyObject *found = PyObject_CallFunctionObjArgs(page->reader->split, text, NULL);
    PyObject *words = found == NULL ? NULL : PySequence_List(found);
    Py_XDECREF(found);
    int failed = words == NULL ? -1 : take_words(start, words);
    Py_XDECREF(words);
    return failed;
}

/* The sum of weights as Python adds them, which depends on its version; of two there is one way. */
static int add_up(const Reader *reader, const int32_t *known, int count, double *total)
{
    PyObject *const *objects = reader->text_words.objects;
    *total = 0.0;
    for (int i = 0; i < count && count < 3; i++)
        *total += reader->text_words.weights[known[i]];
    if (count < 3)
        return 0;
    PyObject *list = PyList_New(count);
    for (int i = 0; list != NULL && i < count; i++) {
        Py_INCREF(objects[known[i]]);
        PyList_SetItem(list, i, objects[known[i]]);
    }
    PyObject *sum = list == NULL ? NULL : PyObject_CallFunctionObjArgs(reader->sum, list, NULL);
    *total = sum == NULL ? -1.0 : PyFloat_AsDouble(sum);
    Py_XDECREF(list);
    Py_XDECREF(sum);
    return PyErr_Occurred() ? -1 : 0;
}

/* Looks up the words; `page->topic_seen` has the last block in which each of the titles' was. */
static int look_up(Page *page, Block *block, const Start *start)
{
    const Weights *weights = &page->reader->text_words;
    int32_t known[MOST_WORDS], number = (int32_t)(block - page->blocks) + 1, at;
    int count = 0, bad = 0;
    for (int i = 0; i < start->count; i++) {
        const Py_UCS4 *word = start->letters + start->starts[i];
        size_t length = (size_t)(start->ends[i] - start->starts[i]);
        uint64_t hash = hash_word(page->reader->seed, word, length);
        at = find_hashed(&weights->words, word, length, hash);
        if (at >= 0) {
            bad += weights->weights[at] < BAD_WEIGHT;
            known[count++] = at;
        }
        at = find_hashed(&page->topic, word, length, hash);
        if (at >= 0 && page->topic_seen[at] != number) {
            page->topic_seen[at] = number;
            block->in_title++;
        }
    }
    block->compared = start->count;
    double total;
    if (add_up(page->reader, known, count, &total) < 0)
        return -1;
    block->weight = count ? total / start->count : 0.0;
    block->bad = count ? (double)bad / start->count : 0.0;
    return 0;
}

int read_first_words(Page *page, Block *block, Py_ssize_t length)
{
    Start start;
    start.count = 0;
    length = length < FIRST_CHARACTERS ? length : FIRST_CHARACTERS;
    int irregular = read_letters(page->reader, page->text, length, &start);
    if (irregular < 0)
        return -1;
    if (!irregular)
        split(&start, length);
    else if (split_in_python(page, page->texts.keys[block->text], &start) < 0)
        return -1;
    return look_up(page, block, &start);
}

int read_topic(Page *page, PyObject *topic)
{
    PyObject *word, *words = PySequence_List(topic);
    if (words == NULL)
        return -1;
    Py_ssize_t count = PyList_Size(words);
    int failed = 0;
    for (Py_ssize_t i = 0; i < count && !failed; i++) {
        word = PyList_GetItem(words, i);
        Py_ssize_t length = PyUnicode_Check(word) ? load_text(page, word) : -1;
        if (length < 0 && !PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "words are texts");
        failed = length < 0 || number_word(&page->topic, page->text, (size_t)length) < 0;
    }
    Py_DECREF(words);
    page->topic_seen = failed ? NULL : take(&page->arena, count, sizeof(int32_t));
    return page->topic_seen == NULL ? -1 : 0;
}

static int read_weight(Weights *weights, PyObject *word, PyObject *weight)
{
    Py_ssize_t length = PyUnicode_Check(word) ? PyUnicode_GetLength(word) : 0;
    double value = PyFloat_AsDouble(weight);
    if (length < 1 && !PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, "a word is a text with letters");
    if (PyErr_Occurred())
        return -1;
    Py_UCS4 *letters = PyUnicode_AsUCS4Copy(word);
    int32_t number =
        letters == NULL ? -1 : number_word(&weights->words, letters, (size_t)length);
    PyMem_Free(letters);
    if (number < 0)
        return -1;
    Py_INCREF(weight);
    weights->objects[number] = weight;
    weights->weights[number] = value;
    return 0;
}

int read_weights(Weights *weights, PyObject *given, uint64_t seed)
{
    PyObject *word, *weight;
    Py_ssize_t position = 0, count = PyDict_Size(given);
    weights->words.slots.seed = seed;
    if (count < 0)
        return -1;
    weights->weights = PyMem_Calloc((size_t)count + 1, sizeof(double));
    weights->objects = PyMem_Calloc((size_t)count + 1, sizeof(PyObject *));
    if (weights->weights == NULL || weights->objects == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    while (PyDict_Next(given, &position, &word, &weight)) {
        if (read_weight(weights, word, weight) < 0)
            return -1;
    }
    return 0;
}

void free_weights(Weights *weights)
{
    for (int32_t i = 0; weights->objects != NULL && i < weights->words.slots.count; i++)
        Py_XDECREF(weights->objects[i]);
    free_words(&weights->words);
    PyMem_Free(weights->weights);
    PyMem_Free(weights->objects);
}
