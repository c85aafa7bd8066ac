/* The entries of the lexicon, as newsclean/lexicon/match.py looks them up. */

#ifndef NEWSCLEAN_LEXICON_H
#define NEWSCLEAN_LEXICON_H

#include "character_table.h"
#include "lookup.h"

/* The numbers of match.py; a test compares them. */
enum { LONGEST_WHOLE = 60, IS_EDGE = 1, IS_SPACED = 2, IS_UPPER = 4,
       IS_DEPENDENT = 8 };
enum { OPENING = 3 };

typedef struct {
    PyObject *group, *name;
    int word_end; /* whether no letter may follow a prefix */
} Entry;

/* Texts that are a whole line or its beginning; the entries of each are `count` from `first` on. */
typedef struct {
    Words words;
    Entry *entries;
    int32_t *firsts, *counts;
} Lines;

/* An entry that may stand anywhere. */
typedef struct {
    PyObject *group, *name, *regex; /* the regex is NULL unless it is one */
    Py_UCS4 *needle;
    Py_ssize_t length;
    int word_start, word_end;
    int32_t next; /* the next one whose needle has the same opening, or -1 */
} Rule;

typedef struct {
    PyObject_HEAD
    Arena arena;
    Lines whole, prefixes;
    Words prefix_openings, rule_openings; /* the first characters, OPENING at most */
    int32_t *first_prefixes, *next_prefixes, *first_rules;
    Rule *rules;
    int32_t rule_count;
    uint64_t may_open[1024]; /* a bit for each hash of characters that open a needle */
    CharacterTable characters;
    PyObject *fold, *find_spans, *hit; /* Python functions, and a named tuple */
} Lexicon;

/* Takes the entries; -1 with an exception. */
int read_lines(Lexicon *lexicon, Lines *lines, PyObject *given);
int read_openings(Lexicon *lexicon);
int read_rules(Lexicon *lexicon, PyObject *given);
void free_lexicon(Lexicon *lexicon);
/* The bit of `may_open` for so many characters. */
uint32_t opening_bit(const Py_UCS4 *letters, Py_ssize_t count);
/* The method: the hits in each text. */
PyObject *find_in_texts(PyObject *self, PyObject *texts);

#endif
