/* The twin of `count_words` in newsclean/label/features/blocks.py, and what else is read of each
   block by itself. */

#include "features.h"
#include <string.h>

/* Of a linked line and a paragraph, as in blocks.py. */
#define PROSE_LINKS 0.3
#define TEASER_LINKS 0.7

Py_ssize_t load_text(Page *page, PyObject *text)
{
    Py_ssize_t length = PyUnicode_GetLength(text);
    if (length > page->room) {
        Py_UCS4 *larger = NULL;
        if (length < PY_SSIZE_T_MAX / 8)
            larger = PyMem_Realloc(page->text, 2 * (size_t)length * sizeof(Py_UCS4));
        if (larger == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        page->text = larger;
        page->room = 2 * length;
    }
    if (length > 0 && PyUnicode_AsUCS4(text, page->text, page->room, 0) == NULL)
        return -1;
    return length;
}

/* Counts the words of the text that is loaded, and the wide characters at its start. */
static void count_words(Page *page, Block *block, Py_ssize_t length)
{
    Py_ssize_t words = 1, unspaced = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        int wide = is_wide(page->text[i]);
        words += wide + (page->text[i] == ' ');
        unspaced += is_unspaced(page->text[i]);
        page->wide_starts += wide && i < SCRIPT_CHARACTERS;
    }
    block->words = (double)(words + unspaced / UNSPACED_WORD);
}

/* Whether the text that is loaded ends as the last sentence of a paragraph does. */
static int closes(const Page *page, Py_ssize_t length)
{
    Py_UCS4 last = length > 0 ? page->text[length - 1] : 0;
    for (int i = 0; length > 0 && i < page->reader->closing_count; i++) {
        if (last == page->reader->closing[i])
            return 1;
    }
    /* Thai has no sign for it. */
    return length >= SHORTEST_THAI_SENTENCE && last >= 0xe01 && last <= 0xe4e;
}

/* Works out what the counts make of a block. */
static void judge(Block *block, Py_ssize_t length, Py_ssize_t linked)
{
    double density = linked ? (double)linked / (double)length : 0.0;
    block->linked = linked ? block->words * (density < 1.0 ? density : 1.0) : 0.0;
    if (block->words >= SHORTEST_PROSE && block->linked < PROSE_LINKS * block->words &&
        !block->hidden)
        block->prose = block->words;
    block->teaser = block->linked > TEASER_LINKS * block->words && length >= SHORTEST_TEASER;
}

/* Whether the article's text by JSON-LD has the start of a text. It may set an exception. */
static int is_stated(const Page *page, PyObject *text)
{
    PyObject *start = PyUnicode_Substring(text, 0, STATED_CHARACTERS);
    PyObject *space = PyUnicode_FromString(" "), *nothing = PyUnicode_FromString("");
    PyObject *joined = NULL;
    if (start && space && nothing)
        joined = PyUnicode_Replace(start, space, nothing, -1);
    int found = joined == NULL ? -1 : PyUnicode_Contains(page->stated, joined);
    Py_XDECREF(start);
    Py_XDECREF(space);
    Py_XDECREF(nothing);
    Py_XDECREF(joined);
    return found;
}

static int read_text(Page *page, Block *block, PyObject *text, Py_ssize_t linked)
{
    Py_ssize_t length = load_text(page, text);
    if (length < 0)
        return -1;
    if (linked < 0 || (linked && !length)) {
        PyErr_SetString(PyExc_ValueError, "a block has no text that could be linked");
        return -1;
    }
    count_words(page, block, length);
    judge(block, length, linked);
    block->closes = (signed char)closes(page, length);
    block->text = number_text(&page->texts, text);
    int stated = page->stated == NULL ? NOT_STATED : is_stated(page, text);
    block->stated = (signed char)stated;
    if (block->text < 0 || PyErr_Occurred())
        return -1;
    return read_first_words(page, block, length);
}

static int read_block(Page *page, Block *block, PyObject *given)
{
    PyObject *text = NULL, *tag = NULL;
    if (PyTuple_Check(given) && PyTuple_Size(given) > 5) {
        text = PyTuple_GetItem(given, 0);
        tag = PyTuple_GetItem(given, 1);
    }
    if (text == NULL || !PyUnicode_Check(text) || !PyUnicode_Check(tag)) {
        PyErr_SetString(PyExc_TypeError, "a block is a tuple with a text and a tag");
        return -1;
    }
    Py_ssize_t element = PyLong_AsSsize_t(PyTuple_GetItem(given, 2));
    Py_ssize_t linked = PyLong_AsSsize_t(PyTuple_GetItem(given, 3));
    int hidden = PyObject_IsTrue(PyTuple_GetItem(given, 5));
    if (PyErr_Occurred())
        return -1;
    if (element < 0 || element >= page->element_count) {
        PyErr_SetString(PyExc_IndexError, "a block is in an element that the page has not");
        return -1;
    }
    block->element = (int32_t)element;
    block->hidden = (signed char)hidden;
    block->tag = number_text(&page->tag_texts, tag);
    return block->tag < 0 ? -1 : read_text(page, block, text, linked);
}

/* Which blocks stand in one container with a heading of related links before them, and how far
   before each the last such heading is, and the last button to share. */
static void find_related(Page *page)
{
    int32_t end = 0, related = -FARTHEST, share = -FARTHEST;
    for (int32_t i = 0; i < page->block_count; i++) {
        Block *block = &page->blocks[i];
        block->under_related = i < end;
        block->since_related = i - related < FARTHEST ? i - related : FARTHEST;
        block->since_share = i - share < FARTHEST ? i - share : FARTHEST;
        if (block->words > LONGEST_HEADING)
            continue;
        if (block->flags & HAS_SHARE)
            share = i;
        if (block->flags & HAS_RELATED) {
            related = i;
            end = page->elements[page->elements[block->element].outward].last;
        }
    }
}

/* Looks up what the tags of blocks and elements mean. */
static int read_tags(Page *page)
{
    int32_t count = page->tag_texts.slots.count;
    page->tags = take(&page->arena, count, sizeof(Tag));
    if (page->tags == NULL)
        return -1;
    for (int32_t i = 0; i < count; i++) {
        PyObject *tag = page->tag_texts.keys[i];
        PyObject *rank = PyDict_GetItemWithError(page->reader->ranks, tag);
        PyObject *index = PyDict_GetItemWithError(page->reader->tags, tag);
        page->tags[i].rank = PyFloat_AsDouble(rank ? rank : page->reader->other_rank);
        page->tags[i].ancestor_tag = index ? (int32_t)PyLong_AsLong(index) : -1;
        if (PyErr_Occurred())
            return -1;
        if (page->tags[i].ancestor_tag >= ANCESTOR_TAGS) {
            PyErr_SetString(PyExc_ValueError, "too many tags of ancestors");
            return -1;
        }
    }
    return 0;
}

int read_blocks(Page *page, PyObject *blocks, PyObject *flags)
{
    const char *own = PyBytes_AsString(flags);
    page->blocks = take(&page->arena, page->block_count, sizeof(Block));
    if (own == NULL || page->blocks == NULL)
        return -1;
    if (PyBytes_Size(flags) != page->block_count) {
        PyErr_SetString(PyExc_ValueError, "each block has a byte of flags");
        return -1;
    }
    for (int32_t i = 0; i < page->block_count; i++) {
        page->blocks[i].flags = own[i];
        if (read_block(page, &page->blocks[i], PyTuple_GetItem(blocks, i)) < 0)
            return -1;
    }
    page->wide_share =
        (double)page->wide_starts / ((double)page->block_count * SCRIPT_CHARACTERS);
    find_related(page);
    return read_tags(page);
}

void sum_blocks(Page *page)
{
    for (int32_t i = 0; i < page->block_count; i++) {
        const Block *block = &page->blocks[i];
        const Sums *before = &page->sums[i];
        page->sums[i + 1] = (Sums){
            before->words + block->words,
            before->linked + block->linked,
            before->prose + block->prose,
            before->teasers + block->teaser,
            before->in_title + block->in_title,
            before->compared + block->compared,
            before->notices + (block->flags & HAS_NOTICE ? block->words : 0.0),
            before->weights + block->weight,
            before->bad + block->bad,
        };
    }
}
