/* The state of a builder of blocks, as newsclean/parse/flow.py and starts.py describe it. */

#ifndef NEWSCLEAN_BUILDER_H
#define NEWSCLEAN_BUILDER_H

#include "native.h"

/* The numbers of newsclean/parse/roles.py, starts.py and names.py; a test compares them. */
enum { INLINE, SCRIPT, MARK, ANCHOR, RUBY, READING, BREAK, VOID, NOT_TEXT, BLOCK, CODE, BUTTON,
       DIALOG, FALLBACK, LAST_INLINE = RUBY, LAST_BLOCK = DIALOG };
enum { ENDS_BLOCK = 1, ENDS_BOLD = 2, ENDS_NAMED = 4, ENDS_HIDDEN = 8, ENDS_PRE = 16,
       ENDS_LINK = 32, ENDS_LINE = 64, ENDS_ASIDE = 128, ENDS_READING = 256, ENDS_VOID = 512,
       ENDS_BOX = 1024,
       ENDS_REST = ENDS_HIDDEN | ENDS_LINE | ENDS_ASIDE | ENDS_READING | ENDS_BOX };
enum { FIELD = 1, COPY = 2, DEEPEST_INLINE = 50, LONGEST_NAME = 500, FIELDS = 11, LAST = 5,
       BLOCK_FIELDS = 9, SOFT_HYPHEN = 0xad, LONGEST_COPIED = 100000 };

/* What every builder is given: the names are those of the Python modules. */
#define TABLES(X) \
    X(ROLES) X(MARKS) X(TELLING) X(COUNTED) X(NAMING_KEYS) X(BOLD) X(EDGE) X(NO_NAMES) X(Block) \
    X(Element) X(Inline) X(collapse_spaces) X(without_soft_hyphens)

/* Names of attributes, tags and methods. */
#define NAMES(X) \
    X(class) X(id) X(rel) X(role) X(itemprop) X(name) X(href) X(li) X(ol) X(pre) X(code) X(time) \
    X(link) X(links) X(stated) X(script) X(title) X(src) X(type) X(json) X(template) X(iframe) \
    X(object) X(license) X(hidden) X(style) X(content) X(datetime) X(lang) X(itemid) X(lower) X(isascii) \
    X(strip) X(rstrip) X(replace) X(skip) X(other_role) X(shelve) \
    X(start_telling) X(start_inline) X(inline_element) X(start_rare_block) X(start_void) \
    X(break_line) X(end_rest) X(read_skipped) X(settle) X(add_readings) X(count)

/* The members that hold an object, and those that hold a number. */
#define OBJECTS(X) \
    X(blocks) X(opened) X(known) X(recorded) X(fields) X(parts) X(inline) X(readings) X(initial) \
    X(read_name) X(skipped) X(skipped_kind) X(styles)
#define NUMBERS(X) \
    X(linked) X(bold_characters) X(line) X(blank) X(place) X(aside_depth) X(edge) X(pre) \
    X(special) X(links) X(bold) X(skipping) X(hidden)

#define OBJECT(name) PyObject *o_##name;
#define NUMBER(name) Py_ssize_t name;
#define NAME(name) PyObject *s_##name;
typedef struct {
    PyObject_HEAD
    OBJECTS(OBJECT)
    TABLES(OBJECT)
    NAMES(NAME)
    NUMBERS(NUMBER)
    char named, edged;
    int32_t *closers; /* what the end of each open element has to undo */
    int32_t closer_count;
    PyObject *empty, *space, *soft_hyphen, *line_feed, *nothing, *xml_lang, *json_ld, *linked_json, *data_prefix;
} Builder;
#undef OBJECT
#undef NUMBER
#undef NAME

/* A text in lower case, as a new reference. */
static inline PyObject *lower_of(Builder *self, PyObject *text)
{
    return PyObject_CallMethodObjArgs(text, self->s_lower, NULL);
}

/* Whether an element has one of these attributes. */
static inline int has_any(PyObject *attributes, PyObject *const *keys, int count)
{
    int found = 0;
    for (int i = 0; i < count && !found; i++)
        found = PyDict_Contains(attributes, keys[i]);
    return found;
}

/* What `collapse_spaces` gives. Takes the text over. */
PyObject *collapse_text(Builder *self, PyObject *text);
/* text.strip("\n").rstrip(). Takes the text over. */
PyObject *strip_lines(Builder *self, PyObject *text);
/* Ends the block that is being read. */
int flush_block(Builder *self);
/* The elements that were recorded, as a new tuple. */
PyObject *make_elements(Builder *self);
/* The names of an element, as `names_apart` gives them. */
PyObject *names_apart(Builder *self, PyObject *attributes);
/* The names of an element in one, as `names` gives them. */
PyObject *element_names(Builder *self, PyObject *attributes);
/* What the values of the naming attributes say of an inline element, as bits. */
long read_names(Builder *self, PyObject *attributes);
/* Whether an element that is no text is one that `skip_element` begins. */
int may_skip(Builder *self, PyObject *tag);
int skip_element(Builder *self, PyObject *tag, PyObject *attributes);
/* Reads what a link element states, and returns what its end has to undo. */
long read_link(Builder *self, PyObject *attributes);
/* Calls a method and discards what it returns. */
int call_method(Builder *self, PyObject *name, PyObject *argument);
/* Calls a method with up to three arguments and returns the whole number that it gives, or -1. */
long ask(Builder *self, PyObject *name, PyObject *first, PyObject *second, PyObject *third);
/* Begins an inline element, and returns what its end has to undo. */
long start_inline(Builder *self, PyObject *tag, PyObject *role, long number, PyObject *attributes);
int start_element(Builder *self, PyObject *tag, PyObject *attributes);
int end_element(Builder *self);
int add_text(Builder *self, PyObject *text);

#endif
