/* The search of the lexicon in a text, as newsclean/lexicon/match.py does it. */

#ifndef NEWSCLEAN_SEARCH_H
#define NEWSCLEAN_SEARCH_H

#include "lexicon.h"

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
int make_room(void **array, int32_t count, int32_t *room, size_t size);
/* What a character is, or -1 with an exception. */
int flags_of(Lexicon *lexicon, Py_UCS4 c);
/* Takes a text and folds it. */
int load_searched(Search *search, PyObject *text);
int add_hit(Search *search, PyObject *group, PyObject *name, Py_ssize_t start, Py_ssize_t end);
/* Finds the entries that equal the text without its edges, or begin it. */
int find_at_edges(Search *search);
/* Finds the entries that may stand anywhere. */
int find_inside(Search *search);

#endif
