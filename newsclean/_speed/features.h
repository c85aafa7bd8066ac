/* The features of blocks, as newsclean/label/features describes them: what they are made of. */

#ifndef NEWSCLEAN_FEATURES_H
#define NEWSCLEAN_FEATURES_H

#include "character_table.h"
#include "lookup.h"

/* The numbers of the Python modules; a test compares them. */
enum { FIRST_CHARACTERS = 160, MOST_WORDS = 25, SHORTEST_WORD = 2, SHORTEST_BESIDE_LINKS = 15,
       SHORTEST_PROSE = 15, SHORTEST_TEASER = 15, MOST_LETTERS = 50000, NOWHERE = 9, OUTERMOST = 2,
       NO_DEPTH = -50, FEWEST_ITEMS = 3, MOST_PROSE_WORDS = 150, MOST_TITLE_WORDS = 4,
       FARTHEST = 50, MOST_REPEATS = 5, WINDOW = 4, LONGEST_HEADING = 10, SCRIPT_CHARACTERS = 50,
       STATED_CHARACTERS = 60, NOT_STATED = -1, FEW_COMPARED = 3, COMMENT = 0, ARTICLE = 0,
       ANCESTOR_TAGS = 7, CLASS_GROUPS = 10, MOST_CLOSING = 32, UNSPACED_WORD = 5,
       SHORTEST_THAI_SENTENCE = 100, FEWEST_BLOCKS = 2, FEWEST_REPEATS = 2, KINDS = 4 };
/* What a block holds, by the lexicon. */
enum { HAS_NOTICE = 1, HAS_RELATED = 2, HAS_SHARE = 4 };
/* What a character is to a word. */
enum { NO_LETTER, LETTER, PAIRED, UNSPACED_LETTER, IRREGULAR };

/* Words with the weight of each. */
typedef struct {
    Words words;
    double *weights;
    PyObject **objects;
} Weights;

/* What all pages are read with. */
typedef struct {
    PyObject_HEAD
    Weights text_words, class_words;
    CharacterTable letters;
    PyObject *ranks;          /* of tags */
    PyObject *other_rank;
    PyObject *tags;           /* the index of each of ANCESTOR_TAGS */
    PyObject *read_groups, *split, *sum; /* Python functions */
    Py_UCS4 closing[MOST_CLOSING];
    int closing_count;
    uint64_t seed;
} Reader;

typedef struct {
    double own, least, greatest; /* weights of class names */
    int32_t tags[ANCESTOR_TAGS];
    unsigned char distances[CLASS_GROUPS];
} Ancestry;

/* What a tag, or the class names of an element, say. */
typedef struct {
    double rank;
    int32_t ancestor_tag;
} Tag;
typedef struct {
    double least, greatest;
    uint32_t groups;
    char is_read;
} Names;

/* Of a block. */
typedef struct {
    double words, linked, prose, compared, in_title, weight, bad;
    int32_t element, tag, text;
    int32_t since_related, since_share; /* blocks since the last short one with such an entry */
    signed char hidden, teaser, closes, flags, stated, under_related;
} Block;

/* Over the blocks before each one, and before the end. */
typedef struct {
    double words, linked, prose, teasers, in_title, compared, notices, weights, bad;
} Sums;

typedef struct {
    double words, linked, share;
    int32_t parent, outward, depth, first, last, tag, names, look, template, siblings;
    int32_t items, to_headline, to_center;
    int32_t article, articles_before; /* of the innermost `article` around it, or -1 */
    int32_t repeated_siblings, repeated_elements; /* of the containers that it is or is in */
    double repeated_log_words;
    Ancestry ancestry;
    char is_wanted, is_link;
} Element;

/* Of the elements that a piece of a template makes. */
typedef struct {
    double blocks, words, linked, closed, scored, weights;
    int32_t first, last, elements; /* blocks; and how many elements */
} Template;

/* A page while it is read. */
typedef struct {
    Reader *reader;
    Arena arena;
    Block *blocks;
    Sums *sums;
    Element *elements;
    Template *templates;
    int32_t *sibling_counts, *text_counts, *scored;
    Tag *tags;
    Names *names;
    double *weighted_prose; /* of each element's children, and after them of the root */
    int32_t block_count, element_count, row_count, headline, articles, core_first, core_last, center;
    double center_most, center_total, wide_share;
    Texts texts, tag_texts, name_texts;
    Pairs looks, template_keys, sibling_keys;
    Words topic, class_words; /* the words of the titles, and those of class names */
    int32_t *topic_seen;
    uint32_t *class_groups;
    size_t class_room;
    Py_ssize_t class_letters, wide_starts;
    PyObject *stated;         /* the article's text by JSON-LD, or NULL */
    double kind[KINDS];       /* what speaks for or against the page being an article */
    Py_UCS4 *text;            /* the characters of a text that is read */
    Py_ssize_t room;
} Page;

/* Whether a character is Chinese or Japanese, so that two of them are a word; or Korean. */
static inline int is_paired(Py_UCS4 c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff);
}

static inline int is_wide(Py_UCS4 c)
{
    return is_paired(c) || (c >= 0xac00 && c <= 0xd7a3);
}

/* Whether a character is Thai, Lao, Tibetan, Burmese or Khmer, so that five of them are a word. */
static inline int is_unspaced(Py_UCS4 c)
{
    return c >= 0xe01 && c <= 0x17d3 &&
           (c <= 0xe3a || (c >= 0xe40 && c <= 0xe4e) || (c >= 0xe81 && c <= 0xebd) ||
            (c >= 0xec0 && c <= 0xecd) || c == 0xf0b || (c >= 0xf40 && c <= 0xfbc) ||
            (c >= 0x1000 && c <= 0x103f) || (c >= 0x1050 && c <= 0x108f) || c >= 0x1780);
}

/* Copies the characters of a text into `page->text`; its length, or -1 with an exception. */
Py_ssize_t load_text(Page *page, PyObject *text);
/* Each of these reads a part of the page; -1 with an exception. */
int read_topic(Page *page, PyObject *topic);
int read_blocks(Page *page, PyObject *blocks, PyObject *flags);
int read_elements(Page *page, PyObject *elements);
int read_first_words(Page *page, Block *block, Py_ssize_t length);
int read_ancestries(Page *page);
int find_center(Page *page);
void sum_blocks(Page *page);
void measure_elements(Page *page);
int find_rows(Page *page);
int count_templates(Page *page);
int find_relations(Page *page);
/* Writes the features of the scored blocks, a row for each. */
enum { FEATURE_COUNT = 87 };
extern const char *const feature_names[FEATURE_COUNT];
void write_rows(const Page *page, double *rows);

/* Reads the weights of words; -1 with an exception. */
int read_weights(Weights *weights, PyObject *given, uint64_t seed);
void free_weights(Weights *weights);

/* The method: a page -> the indices of its scored blocks, the words of all, and the rows. */
PyObject *reader_read(PyObject *self, PyObject *args);

#endif
