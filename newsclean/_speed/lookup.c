/* Tables that number what they are asked for. */

#include "lookup.h"
#include <string.h>

struct Piece {
    Piece *before;
    double start[]; /* as aligned as anything that is kept here */
};

void *take(Arena *arena, Py_ssize_t count, size_t size)
{
    size_t most = ((size_t)PY_SSIZE_T_MAX - sizeof(Piece)) / size;
    Piece *piece = NULL;
    if (count >= 0 && (size_t)count < most)
        piece = PyMem_Calloc(1, sizeof(Piece) + ((size_t)count + 1) * size);
    if (piece == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    piece->before = arena->last;
    arena->last = piece;
    return piece->start;
}

void free_arena(Arena *arena)
{
    while (arena->last != NULL) {
        Piece *piece = arena->last;
        arena->last = piece->before;
        PyMem_Free(piece);
    }
}

int make_seed(uint64_t *seed)
{
    PyObject *text = PyUnicode_FromString("newsclean");
    Py_hash_t hash = text == NULL ? -1 : PyObject_Hash(text);
    Py_XDECREF(text);
    *seed = (uint64_t)hash;
    return hash == -1 ? -1 : 0;
}

static uint64_t mix(uint64_t hash)
{
    hash = (hash ^ (hash >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    hash = (hash ^ (hash >> 27)) * UINT64_C(0x94d049bb133111eb);
    return hash ^ (hash >> 31);
}

/* Another size for an array; it stays as it is if there is no memory. */
static int resize(void **array, size_t count, size_t size)
{
    void *larger = PyMem_Realloc(*array, count * size);
    if (larger == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    *array = larger;
    return 0;
}

/* Twice as many slots, and room for half as many keys of this size. */
static int grow_slots(Slots *slots, void **keys, size_t size)
{
    if (slots->mask > INT32_MAX / 4) {
        PyErr_SetString(PyExc_OverflowError, "too many different keys");
        return -1;
    }
    uint32_t count = slots->mask ? 2 * (slots->mask + 1) : 64;
    int32_t *found = PyMem_Calloc(count, sizeof(int32_t));
    if (found == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    if (resize((void **)&slots->hashes, count / 2, sizeof(uint64_t)) < 0 ||
        resize(keys, count / 2 + 1, size) < 0) {
        PyMem_Free(found);
        return -1;
    }
    for (int32_t i = 0; i < slots->count; i++) {
        uint32_t at = (uint32_t)slots->hashes[i] & (count - 1);
        while (found[at])
            at = (at + 1) & (count - 1);
        found[at] = i + 1;
    }
    PyMem_Free(slots->slots);
    slots->slots = found;
    slots->mask = count - 1;
    return 0;
}

/* Room for one more key. */
static int make_room(Slots *slots, void **keys, size_t size)
{
    return (uint32_t)slots->count < (slots->mask + 1) / 2 && slots->mask
               ? 0
               : grow_slots(slots, keys, size);
}

static int32_t add_key(Slots *slots, uint32_t at, uint64_t hash)
{
    slots->hashes[slots->count] = hash;
    slots->slots[at] = ++slots->count;
    return slots->count - 1;
}

int32_t number_pair(Pairs *pairs, int32_t first, int32_t second)
{
    Slots *slots = &pairs->slots;
    if (make_room(slots, (void **)&pairs->keys, sizeof(int64_t)) < 0)
        return -1;
    int64_t key = (int64_t)((uint64_t)(uint32_t)first << 32 | (uint32_t)second);
    uint64_t hash = mix((uint64_t)key ^ slots->seed);
    uint32_t at = (uint32_t)hash & slots->mask;
    for (; slots->slots[at]; at = (at + 1) & slots->mask) {
        if (pairs->keys[slots->slots[at] - 1] == key)
            return slots->slots[at] - 1;
    }
    pairs->keys[slots->count] = key;
    return add_key(slots, at, hash);
}

int32_t number_text(Texts *texts, PyObject *text)
{
    Slots *slots = &texts->slots;
    Py_hash_t own = PyObject_Hash(text);
    if (own == -1 || make_room(slots, (void **)&texts->keys, sizeof(PyObject *)) < 0)
        return -1;
    uint64_t hash = (uint64_t)own;
    uint32_t at = (uint32_t)hash & slots->mask;
    for (; slots->slots[at]; at = (at + 1) & slots->mask) {
        int32_t number = slots->slots[at] - 1;
        PyObject *known = texts->keys[number];
        if (known == text)
            return number;
        if (slots->hashes[number] == hash && PyUnicode_Compare(known, text) == 0)
            return PyErr_Occurred() ? -1 : number;
    }
    if (PyErr_Occurred())
        return -1;
    texts->keys[slots->count] = text;
    return add_key(slots, at, hash);
}

uint64_t hash_word(uint64_t seed, const Py_UCS4 *letters, size_t length)
{
    uint64_t hash = seed ^ length;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ letters[i]) * UINT64_C(0x9e3779b97f4a7c15) + (hash >> 29);
    return mix(hash);
}

/* The slot of a word, or the empty one that it would have. */
static uint32_t slot_of_word(const Words *words, const Py_UCS4 *letters, size_t length,
                             uint64_t hash)
{
    const Slots *slots = &words->slots;
    uint32_t at = (uint32_t)hash & slots->mask;
    for (; slots->slots[at]; at = (at + 1) & slots->mask) {
        int32_t number = slots->slots[at] - 1;
        size_t start = words->starts[number];
        if (slots->hashes[number] == hash && words->starts[number + 1] - start == length &&
            memcmp(words->letters + start, letters, length * sizeof(Py_UCS4)) == 0)
            break;
    }
    return at;
}

int32_t find_hashed(const Words *words, const Py_UCS4 *letters, size_t length, uint64_t hash)
{
    if (words->slots.count == 0)
        return -1;
    return words->slots.slots[slot_of_word(words, letters, length, hash)] - 1;
}

int32_t find_word(const Words *words, const Py_UCS4 *letters, size_t length)
{
    return find_hashed(words, letters, length, hash_word(words->slots.seed, letters, length));
}

static int copy_word(Words *words, const Py_UCS4 *letters, size_t length)
{
    size_t *start = words->starts + words->slots.count;
    if (words->slots.count == 0)
        *start = 0;
    if (length > words->room - *start) {
        if (length > (size_t)PY_SSIZE_T_MAX / 16 - *start) {
            PyErr_NoMemory();
            return -1;
        }
        size_t room = 2 * (*start + length);
        if (resize((void **)&words->letters, room, sizeof(Py_UCS4)) < 0)
            return -1;
        words->room = room;
    }
    memcpy(words->letters + *start, letters, length * sizeof(Py_UCS4));
    start[1] = start[0] + length;
    return 0;
}

int32_t number_word(Words *words, const Py_UCS4 *letters, size_t length)
{
    Slots *slots = &words->slots;
    if (length == 0) {
        PyErr_SetString(PyExc_ValueError, "a word has letters");
        return -1;
    }
    if (make_room(slots, (void **)&words->starts, sizeof(size_t)) < 0)
        return -1;
    uint64_t hash = hash_word(slots->seed, letters, length);
    uint32_t at = slot_of_word(words, letters, length, hash);
    if (slots->slots[at])
        return slots->slots[at] - 1;
    return copy_word(words, letters, length) < 0 ? -1 : add_key(slots, at, hash);
}

static void free_slots(Slots *slots)
{
    PyMem_Free(slots->slots);
    PyMem_Free(slots->hashes);
}

void free_pairs(Pairs *pairs)
{
    free_slots(&pairs->slots);
    PyMem_Free(pairs->keys);
}

void free_texts(Texts *texts)
{
    free_slots(&texts->slots);
    PyMem_Free(texts->keys);
}

void free_words(Words *words)
{
    free_slots(&words->slots);
    PyMem_Free(words->letters);
    PyMem_Free(words->starts);
}
