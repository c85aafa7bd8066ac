/* The twin of newsclean/label/features/teasers.py and of the walks in element.py: what each
   element is to those around it. */

#include "features.h"
#include <math.h>

/* The innermost element with this share of the page's prose is its core. */
#define CORE 0.6

/* The length of the longest list of teasers that each element is in. */
static int find_items(Page *page)
{
    int32_t *counts = take(&page->arena, page->sibling_keys.slots.count, sizeof(int32_t));
    if (counts == NULL)
        return -1;
    const Sums *sums = page->sums;
    for (int32_t i = 0; i < page->element_count; i++) {
        const Element *element = &page->elements[i];
        counts[element->siblings] +=
            sums[element->last].teasers != sums[element->first].teasers;
    }
    for (int32_t i = 0; i < page->element_count; i++) {
        Element *element = &page->elements[i];
        int has_any = sums[element->last].teasers != sums[element->first].teasers;
        int32_t own = has_any ? counts[element->siblings] : 0;
        int32_t outer = element->parent < 0 ? 0 : page->elements[element->parent].items;
        element->items = own >= FEWEST_ITEMS && own > outer ? own : outer;
    }
    return 0;
}

/* The containers that each element is or is in and that the page repeats. */
static void find_repeated(Page *page)
{
    for (int32_t i = 0; i < page->element_count; i++) {
        Element *element = &page->elements[i];
        if (element->parent < 0)
            continue;
        const Element *outer = &page->elements[element->parent];
        element->repeated_siblings = outer->repeated_siblings;
        element->repeated_elements = outer->repeated_elements;
        element->repeated_log_words = outer->repeated_log_words;
        if (element->last - element->first < FEWEST_BLOCKS)
            continue;
        int32_t siblings = page->sibling_counts[element->siblings];
        int32_t made = page->templates[element->template].elements;
        if (siblings >= FEWEST_REPEATS && siblings >= element->repeated_siblings) {
            element->repeated_siblings = siblings;
            element->repeated_log_words = log1p(element->words);
        }
        if (made > element->repeated_elements)
            element->repeated_elements = made;
    }
}

static void find_core(Page *page)
{
    const Sums *sums = page->sums;
    double enough = sums[page->block_count].prose * CORE;
    int32_t first = page->elements[0].first, last = page->elements[0].last;
    for (int32_t i = 0; i < page->element_count; i++) {
        const Element *element = &page->elements[i];
        double own = sums[element->last].prose - sums[element->first].prose;
        if (own >= enough && element->first >= first && element->last <= last) {
            first = element->first;
            last = element->last;
        }
    }
    page->core_first = first;
    page->core_last = last;
}

/* For each element the innermost that is or holds both it and the goal; -1 if there is none. */
static int find_common(Page *page, int32_t goal, int is_center)
{
    char *holds = take(&page->arena, page->element_count, 1);
    if (holds == NULL)
        return -1;
    for (; goal >= 0; goal = page->elements[goal].parent)
        holds[goal] = 1;
    for (int32_t i = 0; i < page->element_count; i++) {
        Element *element = &page->elements[i];
        const Element *outer = element->parent < 0 ? NULL : &page->elements[element->parent];
        int32_t found = outer == NULL ? -1 : is_center ? outer->to_center : outer->to_headline;
        *(is_center ? &element->to_center : &element->to_headline) = holds[i] ? i : found;
    }
    return 0;
}

/* The innermost `article` that each element is or is in, and how many begin before that. */
static void find_articles(Page *page)
{
    for (int32_t i = 0; i < page->element_count; i++) {
        Element *element = &page->elements[i];
        const Element *outer = element->parent < 0 ? NULL : &page->elements[element->parent];
        if (page->tags[element->tag].ancestor_tag == ARTICLE) {
            element->article = i;
            element->articles_before = page->articles++;
        } else {
            element->article = outer == NULL ? -1 : outer->article;
            element->articles_before = outer == NULL ? -1 : outer->articles_before;
        }
    }
}

int find_relations(Page *page)
{
    int32_t headline = page->headline < 0 ? -1 : page->blocks[page->headline].element;
    find_core(page);
    find_articles(page);
    find_repeated(page);
    if (find_items(page) < 0 || find_common(page, headline, 0) < 0)
        return -1;
    return find_center(page) < 0 ? -1 : find_common(page, page->center, 1);
}
