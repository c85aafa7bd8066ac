/* Trees of which each adds the value of a leaf to a row's score. */

#ifndef NEWSCLEAN_FOREST_H
#define NEWSCLEAN_FOREST_H

#include "native.h"

/* The number of newsclean/learned/logistic.py; a test compares it. */
enum { LEAST_LOG_ODDS = -50 };

/* A row goes to the node `next` if its column is at most the value, and else to the one after that.
   At a leaf it stays where it is: nothing is greater than its value. */
typedef struct {
    double value;
    int32_t column, next;
} Node;

/* The first node of a tree, and after how many steps each row is at a leaf. */
typedef struct {
    int32_t root, depth;
} Tree;

typedef struct {
    PyObject_HEAD
    PyObject *columns; /* the number of each column that is tested, by its name */
    Node *nodes;
    int32_t *leaves; /* the value of each node that is a leaf */
    Tree *trees;
    int32_t node_count, tree_count, column_count;
    double unit;
} Forest;

/* Makes room for one more item in an array whose length is a power of two whenever it is full. */
int grow(void **array, int32_t count, size_t size);
/* The methods: scores of a table in parts, and probabilities of rows. */
PyObject *score_parts(PyObject *self, PyObject *parts);
PyObject *score_rows(PyObject *self, PyObject *args);

#endif
