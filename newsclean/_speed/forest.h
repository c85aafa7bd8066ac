/* Trees of which each adds the value of a leaf to a row's score. */

#ifndef NEWSCLEAN_FOREST_H
#define NEWSCLEAN_FOREST_H

#include "native.h"

/* The number of newsclean/learned/logistic.py; a test compares it. */
enum { LEAST_LOG_ODDS = -50 };

/* What a column is compared with; at a leaf, which compares nothing, the column is -1. */
typedef struct {
    double value;
    int32_t column;
} Test;

/* A row goes to the node `next` if the rank of its value in the column is at most this one, and else
   to the node after that. At a leaf it stays where it is, as no rank is greater than the leaf's.
   The rank of a value is how many of those that its column is compared with are less. Ranks take a
   quarter of the room of the numbers, so more of the trees stays in the nearest cache. */
typedef struct {
    int32_t next;
    uint16_t column, rank;
} Node;

/* Rows that go down each tree together, so that the tree stays in the nearest cache. */
enum { BATCH = 64 };
enum { HIGHEST_RANK = UINT16_MAX, MOST_COLUMNS = UINT16_MAX };

typedef struct {
    PyObject_HEAD
    PyObject *columns; /* the number of each column that is tested, by its name */
    Node *nodes;
    Test *tests;     /* of each node, while trees are added */
    int32_t *leaves; /* the value of each node that is a leaf */
    double *values;  /* what the columns are compared with, in order, one column after another */
    int32_t *starts; /* where the values of each column begin, and where the last ones end */
    int32_t *roots;  /* the first node of each tree */
    int32_t node_count, tree_count, column_count;
    double unit;
} Forest;

/* Makes room for one more item in an array whose length is a power of two whenever it is full. */
int grow(void **array, int32_t count, size_t size);
/* Gives each node the rank of its test, when all trees are there. */
int rank_tests(Forest *forest);
/* The rank of a value of a column. */
uint16_t rank_of(const Forest *forest, int32_t column, double value);
/* Room for the ranks of the rows of a batch. A column that a table lacks fails no test. */
uint16_t *new_ranks(const Forest *forest);
/* Adds the leaves that some rows of ranks reach to their sums. */
void go_down(const Forest *forest, const uint16_t *ranks, int count, int64_t *sums);
/* The methods: scores of a table in parts, and probabilities of rows. */
PyObject *score_parts(PyObject *self, PyObject *parts);
PyObject *score_rows(PyObject *self, PyObject *args);

#endif
