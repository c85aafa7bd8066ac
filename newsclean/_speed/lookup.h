/* Memory that is freed together, and tables that number what they are asked for. */

#ifndef NEWSCLEAN_LOOKUP_H
#define NEWSCLEAN_LOOKUP_H

#include "native.h"

/* All that is taken of an arena is freed with it. */
typedef struct Piece Piece;
typedef struct {
    Piece *last;
} Arena;

/* Zeroed room for so many items, at least one; NULL with an exception if there is none. */
void *take(Arena *arena, Py_ssize_t count, size_t size);
void free_arena(Arena *arena);

/* Numbers from 0 on for different keys, by open addressing: less than half of the slots are used,
   and what a page holds cannot foresee the hashes. */
typedef struct {
    int32_t *slots; /* the number of a key, plus 1; 0 for none */
    uint64_t *hashes;
    int32_t count;
    uint32_t mask;
    uint64_t seed;
} Slots;

/* Pairs of numbers. */
typedef struct {
    Slots slots;
    int64_t *keys;
} Pairs;

/* Texts, borrowed. */
typedef struct {
    Slots slots;
    PyObject **keys;
} Texts;

/* Words, as their characters. */
typedef struct {
    Slots slots;
    Py_UCS4 *letters;
    size_t *starts; /* of each word in `letters`; one more for the end */
    size_t room;
} Words;

/* A seed that differs from process to process, unless PYTHONHASHSEED is set; -1 with an exception. */
int make_seed(uint64_t *seed);

/* The number of a key, which it gets if it is new; -1 with an exception. */
int32_t number_pair(Pairs *pairs, int32_t first, int32_t second);
int32_t number_text(Texts *texts, PyObject *text);
int32_t number_word(Words *words, const Py_UCS4 *letters, size_t length);
/* The number of a word, or -1. It is never an error. */
int32_t find_word(const Words *words, const Py_UCS4 *letters, size_t length);
/* The same with the hash of the word, for a look-up in several tables with one seed. */
uint64_t hash_word(uint64_t seed, const Py_UCS4 *letters, size_t length);
int32_t find_hashed(const Words *words, const Py_UCS4 *letters, size_t length, uint64_t hash);

void free_pairs(Pairs *pairs);
void free_texts(Texts *texts);
void free_words(Words *words);

#endif
