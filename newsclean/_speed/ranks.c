/* The ranks of what trees compare, and the way of rows of ranks down the trees. */

#include "forest.h"
#include <stdlib.h>

/* Rows that go step by step, since a processor does their steps at the same time. */
enum { ABREAST = 8 };

static int compare(const void *first, const void *second)
{
    double one = *(const double *)first, other = *(const double *)second;
    return (one > other) - (one < other);
}

/* Counts the values of each column into the place after the next, so that they can be summed up. */
static int32_t *count_values(const Forest *forest)
{
    int32_t *starts = PyMem_Calloc((size_t)forest->column_count + 2, sizeof(int32_t));
    if (starts == NULL)
        return (int32_t *)PyErr_NoMemory();
    for (int32_t i = 0; i < forest->node_count; i++) {
        if (forest->tests[i].column >= 0)
            starts[forest->tests[i].column + 2]++;
    }
    for (int32_t i = 2; i < forest->column_count + 2; i++)
        starts[i] += starts[i - 1];
    return starts;
}

/* Sorts the values of each column, and leaves each in it once. */
static int sort_values(Forest *forest)
{
    int32_t kept = 0, first = 0;
    for (int32_t column = 0; column < forest->column_count; column++) {
        int32_t last = forest->starts[column + 1], start = kept;
        qsort(forest->values + first, (size_t)(last - first), sizeof(double), compare);
        for (int32_t i = first; i < last; i++) {
            if (kept == start || forest->values[i] > forest->values[kept - 1])
                forest->values[kept++] = forest->values[i];
        }
        if (kept - start >= HIGHEST_RANK) {
            PyErr_SetString(PyExc_OverflowError, "a column is compared with too many values");
            return -1;
        }
        forest->starts[column] = start;
        first = last;
    }
    forest->starts[forest->column_count] = kept;
    return 0;
}

int rank_tests(Forest *forest)
{
    if (forest->column_count > MOST_COLUMNS) {
        PyErr_SetString(PyExc_OverflowError, "too many columns are compared");
        return -1;
    }
    forest->starts = count_values(forest);
    forest->values = PyMem_Malloc(((size_t)forest->node_count + 1) * sizeof(double));
    if (forest->starts == NULL || forest->values == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (int32_t i = 0; i < forest->node_count; i++) {
        const Test *test = &forest->tests[i];
        if (test->column >= 0)
            forest->values[forest->starts[test->column + 1]++] = test->value;
    }
    if (sort_values(forest) < 0)
        return -1;
    for (int32_t i = 0; i < forest->node_count; i++) {
        const Test *test = &forest->tests[i];
        if (test->column < 0)
            continue;
        forest->nodes[i].column = (uint16_t)test->column;
        forest->nodes[i].rank = rank_of(forest, test->column, test->value);
    }
    PyMem_Free(forest->tests);
    forest->tests = NULL;
    return 0;
}

uint16_t rank_of(const Forest *forest, int32_t column, double value)
{
    const double *first = forest->values + forest->starts[column], *base = first;
    int32_t count = forest->starts[column + 1] - forest->starts[column];
    /* Which half is taken is added, not asked: a processor would often guess wrong. */
    for (; count > 1; count -= count / 2)
        base += (base[count / 2 - 1] < value) ? count / 2 : 0;
    return (uint16_t)(base - first + (count > 0 && *base < value));
}

uint16_t *new_ranks(const Forest *forest)
{
    size_t size = (size_t)BATCH * ((size_t)forest->column_count + 1);
    uint16_t *ranks = PyMem_Calloc(size, sizeof(uint16_t));
    return ranks == NULL ? (uint16_t *)PyErr_NoMemory() : ranks;
}

/* Rows are taken in groups, which end when all have arrived: to ask it of each would take longer, since
   a processor would often guess wrong. The last group may have rows behind the count, for which there
   is room. */
void go_down(const Forest *forest, const uint16_t *ranks, int count, int64_t *sums)
{
    const Node *nodes = forest->nodes;
    size_t width = (size_t)forest->column_count + 1;
    for (int32_t tree = 0; tree < forest->tree_count; tree++) {
        for (int row = 0; row < count; row += ABREAST) {
            const uint16_t *own = ranks + (size_t)row * width;
            int32_t at[ABREAST];
            for (int i = 0; i < ABREAST; i++)
                at[i] = forest->roots[tree];
            int32_t moved;
            do {
                moved = 0;
                for (int i = 0; i < ABREAST; i++) {
                    const Node *node = &nodes[at[i]];
                    int is_right = own[(size_t)i * width + node->column] > node->rank;
                    int32_t next = node->next + is_right;
                    moved |= next ^ at[i];
                    at[i] = next;
                }
            } while (moved);
            for (int i = 0; i < ABREAST; i++)
                sums[row + i] += forest->leaves[at[i]];
        }
    }
}
