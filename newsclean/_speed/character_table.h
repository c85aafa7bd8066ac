/* What Python says of each character, asked for when the character is first needed. */

#ifndef NEWSCLEAN_CHARACTER_TABLE_H
#define NEWSCLEAN_CHARACTER_TABLE_H

#include "native.h"

enum { ROW = 256, ROWS = 0x110000 / ROW };

/* Characters that stand side by side: the small or folded form of each, and what it is. */
typedef struct {
    Py_UCS4 forms[ROW];
    unsigned char kinds[ROW];
} CharacterRow;

typedef struct {
    PyObject *read; /* a function of a row's number that returns its forms and its kinds */
    CharacterRow *rows[ROWS];
} CharacterTable;

/* The row that holds a character; NULL with an exception. */
const CharacterRow *row_of(CharacterTable *table, Py_UCS4 c);
void free_table(CharacterTable *table);

#endif
