/* The twin of `read_first_words` in newsclean/label/features/blocks.py: the words at the start of
   blocks, looked up among those of the title and those with a weight. */

#include "native.h"

/* The numbers of blocks.py; a test compares them. */
enum { FIRST_CHARACTERS = 160, MOST_WORDS = 25, SHORTEST_WORD = 2 };
#define BAD_WEIGHT -1.0

typedef struct {
    PyObject *topic;    /* the words of the title */
    PyObject *weights;  /* the weight of each word */
    PyObject *split;    /* the Python function for text that is not ASCII */
    PyObject *sum;      /* Python's own, whose way to add depends on its version */
    PyObject *compared, *in_title, *means, *shares; /* lists of the results */
} Reading;

/* Whether a character is punctuation or white space that stands in texts of ASCII letters. */
static int is_separator(Py_UCS4 c)
{
    return (c >= 0x2000 && c < 0x2070) || c == 0xa0 || c == 0xa9 || c == 0xab || c == 0xae ||
           c == 0xb7 || c == 0xbb;
}

/* Appends a word of ASCII letters if it is long enough. */
static int add_word(PyObject *words, const char *letters, Py_ssize_t length)
{
    if (length < SHORTEST_WORD || PyList_Size(words) >= MOST_WORDS)
        return 0;
    PyObject *word = PyUnicode_FromStringAndSize(letters, length);
    int failed = word == NULL ? -1 : PyList_Append(words, word);
    Py_XDECREF(word);
    return failed;
}

/* Appends the runs of letters at the start of a text, in lower case; 1 if it has other letters
   than those of ASCII. */
static int add_words_of(PyObject *words, PyObject *text)
{
    char lower[FIRST_CHARACTERS];
    Py_ssize_t length = PyUnicode_GetLength(text), size = 0;
    if (length < 0)
        return -1;
    if (length > FIRST_CHARACTERS)
        length = FIRST_CHARACTERS;
    for (Py_ssize_t i = 0; i < length; i++) {
        Py_UCS4 c = PyUnicode_ReadChar(text, i);
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        if (c >= 'a' && c <= 'z') {
            lower[size++] = (char)c;
            continue;
        }
        if (c >= 0x80 && !is_separator(c))
            return 1;
        if (add_word(words, lower, size) < 0)
            return -1;
        size = 0;
    }
    return add_word(words, lower, size);
}

/* The words at the start of a text, as a new list. */
static PyObject *first_words(Reading *reading, PyObject *text)
{
    PyObject *words = PyList_New(0);
    int is_other = words == NULL ? -1 : add_words_of(words, text);
    if (is_other == 0)
        return words;
    Py_XDECREF(words);
    PyObject *found =
        is_other < 0 ? NULL : PyObject_CallFunctionObjArgs(reading->split, text, NULL);
    words = found == NULL ? NULL : PySequence_List(found);
    Py_XDECREF(found);
    return words;
}

/* How many different words are in the title. */
static Py_ssize_t count_in_title(Reading *reading, PyObject *words)
{
    PyObject *found[MOST_WORDS];
    Py_ssize_t count = 0;
    for (Py_ssize_t i = 0; i < PyList_Size(words) && count < MOST_WORDS; i++) {
        PyObject *word = PyList_GetItem(words, i);
        int is_in = PySet_Contains(reading->topic, word);
        if (is_in < 0)
            return -1;
        for (Py_ssize_t j = 0; is_in && j < count; j++)
            is_in = PyUnicode_Compare(found[j], word) != 0;
        if (is_in)
            found[count++] = word;
    }
    return PyErr_Occurred() ? -1 : count;
}

/* The weights of the words that have one, as a new list; and how many of them are bad. */
static PyObject *known_weights(Reading *reading, PyObject *words, Py_ssize_t *bad)
{
    PyObject *known = PyList_New(0);
    *bad = 0;
    for (Py_ssize_t i = 0; known != NULL && i < PyList_Size(words); i++) {
        PyObject *weight =
            PyDict_GetItemWithError(reading->weights, PyList_GetItem(words, i));
        if (weight == NULL) {
            if (PyErr_Occurred())
                Py_CLEAR(known);
            continue;
        }
        double value = PyFloat_AsDouble(weight);
        *bad += value < BAD_WEIGHT;
        if ((value == -1.0 && PyErr_Occurred()) || PyList_Append(known, weight) < 0)
            Py_CLEAR(known);
    }
    return known;
}

/* Appends a number, which it takes over. */
static int append(PyObject *list, PyObject *number)
{
    int failed = number == NULL ? -1 : PyList_Append(list, number);
    Py_XDECREF(number);
    return failed;
}

static int add_weights(Reading *reading, PyObject *words)
{
    Py_ssize_t bad, count = PyList_Size(words);
    PyObject *known = known_weights(reading, words, &bad);
    if (known == NULL)
        return -1;
    double mean = 0.0, share = 0.0;
    if (PyList_Size(known) > 0) {
        PyObject *sum = PyObject_CallFunctionObjArgs(reading->sum, known, NULL);
        double total = sum == NULL ? -1.0 : PyFloat_AsDouble(sum);
        Py_XDECREF(sum);
        mean = total / (double)count;
        share = (double)bad / (double)count;
    }
    Py_DECREF(known);
    if (PyErr_Occurred() || append(reading->means, PyFloat_FromDouble(mean)) < 0)
        return -1;
    return append(reading->shares, PyFloat_FromDouble(share));
}

static int read_text(Reading *reading, PyObject *text)
{
    PyObject *words = first_words(reading, text);
    if (words == NULL)
        return -1;
    Py_ssize_t in_title = count_in_title(reading, words);
    int failed = in_title < 0 ||
                 append(reading->compared, PyLong_FromSsize_t(PyList_Size(words))) < 0 ||
                 append(reading->in_title, PyLong_FromSsize_t(in_title)) < 0 ||
                 add_weights(reading, words) < 0;
    Py_DECREF(words);
    return failed ? -1 : 0;
}

static int read_texts(Reading *reading, PyObject *texts)
{
    for (Py_ssize_t i = 0; i < PyList_Size(texts); i++) {
        PyObject *text = item_of(texts, i);
        int failed = text == NULL ? -1 : read_text(reading, text);
        Py_XDECREF(text);
        if (failed)
            return -1;
    }
    return 0;
}

static PyObject *read_first_words(PyObject *module, PyObject *args)
{
    (void)module;
    Reading reading;
    PyObject *texts, *found = NULL;
    if (!PyArg_ParseTuple(args, "O!O!O!OO", &PyList_Type, &texts, &PyFrozenSet_Type,
                          &reading.topic, &PyDict_Type, &reading.weights, &reading.split,
                          &reading.sum))
        return NULL;
    reading.compared = PyList_New(0);
    reading.in_title = PyList_New(0);
    reading.means = PyList_New(0);
    reading.shares = PyList_New(0);
    if (reading.compared && reading.in_title && reading.means && reading.shares &&
        read_texts(&reading, texts) == 0)
        found = PyTuple_Pack(4, reading.compared, reading.in_title, reading.means,
                             reading.shares);
    Py_XDECREF(reading.compared);
    Py_XDECREF(reading.in_title);
    Py_XDECREF(reading.means);
    Py_XDECREF(reading.shares);
    return found;
}

static PyMethodDef functions[] = {
    {"read_first_words", read_first_words, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

int add_words(PyObject *module)
{
    if (add_number(module, "FIRST_CHARACTERS", FIRST_CHARACTERS) < 0 ||
        add_number(module, "MOST_WORDS", MOST_WORDS) < 0 ||
        add_number(module, "BAD_WEIGHT", (long)BAD_WEIGHT) < 0)
        return -1;
    return PyModule_AddFunctions(module, functions);
}
