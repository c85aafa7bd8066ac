/* Finds the entries of the lexicon that are a whole text, or begin one. */

#include "search.h"
#include <string.h>

/* Adds hits for entries that are a whole text; of a prefix that is, the first entry counts. */
static int add_whole(Search *search, const Py_UCS4 *key, Py_ssize_t length)
{
    const Lexicon *lexicon = search->lexicon;
    const Lines *lines = &lexicon->whole;
    int32_t number = find_word(&lines->words, key, (size_t)length);
    int32_t count = number < 0 ? 0 : lines->counts[number];
    if (count == 0) {
        lines = &lexicon->prefixes;
        number = find_word(&lines->words, key, (size_t)length);
        count = number >= 0 && lines->counts[number] > 0;
    }
    for (int32_t i = 0; i < count; i++) {
        const Entry *entry = &lines->entries[lines->firsts[number] + i];
        if (add_hit(search, entry->group, entry->name, 0, search->length) < 0)
            return -1;
    }
    return count > 0;
}

/* The key without its spaces, if it has some beside characters that are not ASCII; else 0. */
static Py_ssize_t join_key(Search *search, const Py_UCS4 *key, Py_ssize_t length)
{
    Py_ssize_t size = 0;
    int has_others = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        has_others |= key[i] >= 0x80;
        if (key[i] != ' ')
            search->joined[size++] = key[i];
    }
    return has_others && size < length ? size : 0;
}

/* Whether an entry was already found to be the whole text. */
static int is_whole(const Search *search, int32_t whole, const Entry *entry)
{
    for (int32_t i = 0; i < whole; i++) {
        const Hit *hit = &search->hits[i];
        if (PyUnicode_Compare(hit->group, entry->group) == 0 &&
            PyUnicode_Compare(hit->name, entry->name) == 0)
            return 1;
    }
    return 0;
}

/* Whether a prefix that ends there ends a word: no letter follows, or only the layout parts two
   words. -1 with an exception. */
static int ends_word(const Search *search, const Entry *entry, Py_ssize_t end)
{
    if (!entry->word_end || end >= search->length)
        return 1;
    int after = flags_of(search->lexicon, search->text[end]);
    int last = flags_of(search->lexicon, search->text[end - 1]);
    if (after < 0 || last < 0)
        return -1;
    return !(after & IS_SPACED) || ((after & IS_UPPER) && !(last & IS_UPPER));
}

/* Adds hits for the entries of a prefix, the first `whole` hits being of entries that are the
   whole text. */
static int add_prefix(Search *search, int32_t prefix, Py_ssize_t start, int32_t whole)
{
    const Lines *lines = &search->lexicon->prefixes;
    const size_t *starts = lines->words.starts + prefix;
    Py_ssize_t end = start + (Py_ssize_t)(starts[1] - starts[0]);
    for (int32_t i = 0; i < lines->counts[prefix]; i++) {
        const Entry *entry = &lines->entries[lines->firsts[prefix] + i];
        int is_word = is_whole(search, whole, entry) ? 0 : ends_word(search, entry, end);
        if (is_word < 0 ||
            (is_word && add_hit(search, entry->group, entry->name, start, end) < 0))
            return -1;
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* Finds the prefixes of a key that have an opening of this size. */
static int find_opened(Search *search, Py_ssize_t start, Py_ssize_t length,
                       Py_ssize_t opening_size, int32_t whole)
{
    const Lexicon *lexicon = search->lexicon;
    const Words *words = &lexicon->prefixes.words;
    const Py_UCS4 *key = search->folded + start;
    int32_t opening = find_word(&lexicon->prefix_openings, key, (size_t)opening_size);
    int32_t prefix = opening < 0 ? -1 : lexicon->first_prefixes[opening];
    for (; prefix >= 0; prefix = lexicon->next_prefixes[prefix]) {
        size_t size = words->starts[prefix + 1] - words->starts[prefix];
        if (size <= (size_t)length &&
            memcmp(words->letters + words->starts[prefix], key, size * sizeof(Py_UCS4)) == 0 &&
            add_prefix(search, prefix, start, whole) < 0)
            return -1;
    }
    return 0;
}

static int find_prefixes(Search *search, Py_ssize_t start, Py_ssize_t length)
{
    int32_t whole = search->hit_count;
    for (Py_ssize_t size = 1; size <= OPENING && size <= length; size++) {
        if (find_opened(search, start, length, size, whole) < 0)
            return -1;
    }
    return 0;
}

/* Whether a folded character may stand before or after an entry; -1 with an exception. */
static int is_edge(const Search *search, Py_ssize_t at)
{
    int flags = flags_of(search->lexicon, search->folded[at]);
    return flags < 0 ? -1 : (flags & IS_EDGE) != 0;
}

int find_at_edges(Search *search)
{
    Py_ssize_t start = 0, end = search->length;
    int is_open = 0;
    while (start < end && (is_open = is_edge(search, start)) > 0)
        start++;
    while (end > start && is_open >= 0 && (is_open = is_edge(search, end - 1)) > 0)
        end--;
    Py_ssize_t length = end - start;
    if (is_open < 0 || length == 0)
        return is_open < 0 ? -1 : 0;
    if (length <= LONGEST_WHOLE) {
        const Py_UCS4 *key = search->folded + start;
        int found = add_whole(search, key, length);
        Py_ssize_t joined = found ? 0 : join_key(search, key, length);
        if (joined > 0)
            found = add_whole(search, search->joined, joined);
        if (found < 0)
            return -1;
    }
    return find_prefixes(search, start, length);
}
