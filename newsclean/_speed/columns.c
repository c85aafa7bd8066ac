/* The twin of the tables FEATURES in newsclean/label/features: the rows of the table. Each function
   writes the values of one Python module, in the order of its table. */

#include "features.h"
#include <math.h>

const char *const feature_names[FEATURE_COUNT] = {
    "log_words", "words", "link_density", "ends_sentence", "hidden", "tag_rank", "title_words",
    "mean_word_weight", "in_article", "in_main", "in_aside", "in_footer", "in_figure", "in_li",
    "in_section", "to_comment", "to_related", "to_menu", "to_footer", "to_advert", "to_sign_up",
    "to_media", "to_body", "to_hidden", "to_form", "own_class_weight", "least_class_weight",
    "greatest_class_weight", "depth", "element_log_words", "template_log_blocks",
    "template_log_length", "template_link_density", "template_ends", "template_word_weight",
    "template_span", "repeated_siblings", "repeated_log_words", "repeated_elements", "siblings", "in_core", "up_to_headline", "headline_share",
    "up_to_center", "center_share", "like_center", "articles_before", "articles", "article_share",
    "teaser_items", "parent_log_words", "parent_link_density", "parent_share", "parent_siblings",
    "parent_prose", "title_in_parent", "parent_of_center", "prose_share", "prose_of_most",
    "grandparent_log_words", "grandparent_link_density", "grandparent_share",
    "title_in_grandparent", "title_in_great_grandparent", "notices_in_grandparent", "position",
    "text_before", "from_headline", "wide_share", "repeats", "window_log_words",
    "window_link_density", "window_word_weight", "window_bad_words", "title_in_window",
    "under_related", "words_since_headline", "since_related", "since_share", "in_json_ld",
    "next_tag_rank", "page_link_density", "page_prose", "page_prices", "page_og_type",
    "page_article_type", "page_other_type",
};

static double or_one(double number)
{
    return number != 0.0 ? number : 1.0;
}

/* The share of the compared words of some blocks that are in the title. */
static double title_share(const Page *page, int32_t first, int32_t last)
{
    const Sums *end = &page->sums[last], *start = &page->sums[first];
    return (end->in_title - start->in_title) /
           (end->compared - start->compared + FEW_COMPARED);
}

static double *write_block(const Page *page, const Block *block, double *at)
{
    *at++ = log1p(block->words);
    *at++ = block->words;
    *at++ = block->linked / block->words;
    *at++ = block->closes;
    *at++ = block->hidden;
    *at++ = page->tags[block->tag].rank;
    *at++ = block->in_title;
    *at++ = block->weight;
    return at;
}

static double *write_ancestry(const Ancestry *ancestry, double *at)
{
    for (int i = 0; i < ANCESTOR_TAGS; i++)
        *at++ = ancestry->tags[i];
    for (int i = 0; i < CLASS_GROUPS; i++)
        *at++ = ancestry->distances[i];
    *at++ = ancestry->own;
    *at++ = ancestry->least;
    *at++ = ancestry->greatest;
    return at;
}

static double levels(const Page *page, const Element *element, int32_t end)
{
    return (double)element->depth - (end < 0 ? NO_DEPTH : page->elements[end].depth);
}

static double share(const Page *page, int32_t element)
{
    return element < 0 ? -1.0 : page->elements[element].share;
}

static double *write_template(const Page *page, const Template *template, double *at)
{
    *at++ = log1p(template->blocks);
    *at++ = log1p(template->words / template->blocks);
    *at++ = template->linked / or_one(template->words);
    *at++ = template->closed / template->blocks;
    *at++ = template->weights / or_one(template->scored);
    *at++ = (template->last - template->first) / or_one(page->elements[0].last);
    return at;
}

static double *write_element(const Page *page, const Element *element, double *at)
{
    *at++ = element->depth;
    *at++ = log1p(element->words);
    at = write_template(page, &page->templates[element->template], at);
    *at++ = element->repeated_siblings;
    *at++ = element->repeated_log_words;
    *at++ = element->repeated_elements;
    *at++ = page->sibling_counts[element->siblings];
    *at++ = page->core_first <= element->first && element->last <= page->core_last;
    *at++ = levels(page, element, element->to_headline);
    *at++ = share(page, element->to_headline);
    *at++ = levels(page, element, element->to_center);
    *at++ = share(page, element->to_center);
    *at++ = element->template == page->elements[page->center].template;
    *at++ = element->articles_before;
    *at++ = page->articles;
    *at++ = share(page, element->article);
    *at++ = element->items;
    return at;
}

static double *write_outer(const Element *outer, double *at)
{
    *at++ = log1p(outer->words);
    *at++ = outer->linked / or_one(outer->words);
    *at++ = outer->share;
    return at;
}

static double *write_parents(const Page *page, int32_t index, double *at)
{
    const Sums *sums = page->sums;
    const Element *parent = &page->elements[index < 0 ? 0 : index];
    const Element *second = &page->elements[parent->outward];
    const Element *third = &page->elements[second->outward];
    double prose = page->weighted_prose[index < 0 ? page->element_count : index];
    at = write_outer(parent, at);
    *at++ = page->sibling_counts[parent->siblings];
    *at++ = sums[parent->last].prose - sums[parent->first].prose;
    *at++ = title_share(page, parent->first, parent->last);
    *at++ = index == page->elements[page->center].parent;
    *at++ = prose / page->center_total;
    *at++ = prose / page->center_most;
    at = write_outer(second, at);
    *at++ = title_share(page, second->first, second->last);
    *at++ = title_share(page, third->first, third->last);
    *at++ = (sums[second->last].notices - sums[second->first].notices) / or_one(second->words);
    return at;
}

static double from_headline(const Page *page, int32_t index)
{
    int32_t distance = index - page->headline;
    if (page->headline < 0)
        return 2 * FARTHEST;
    return distance < -FARTHEST ? -FARTHEST : distance > FARTHEST ? FARTHEST : distance;
}

static double words_since_headline(const Page *page, int32_t index)
{
    if (page->headline < 0 || index < page->headline)
        return -1.0;
    return log1p(page->sums[index].words - page->sums[page->headline].words);
}

static double *write_window(const Page *page, int32_t index, double *at)
{
    int32_t count = page->block_count;
    int32_t first = index < WINDOW ? 0 : index - WINDOW;
    int32_t last = count - index <= WINDOW ? count : index + WINDOW + 1;
    const Sums *end = &page->sums[last], *start = &page->sums[first];
    double words = end->words - start->words;
    *at++ = log1p(words);
    *at++ = (end->linked - start->linked) / or_one(words);
    *at++ = (end->weights - start->weights) / (last - first);
    *at++ = (end->bad - start->bad) / (last - first);
    *at++ = title_share(page, first, last);
    return at;
}

static double *write_position(const Page *page, int32_t index, double *at)
{
    const Block *block = &page->blocks[index];
    int32_t count = page->block_count, equal = page->text_counts[block->text];
    *at++ = (double)index / count;
    *at++ = page->sums[index].words / or_one(page->sums[count].words);
    *at++ = from_headline(page, index);
    *at++ = page->wide_share;
    *at++ = equal < MOST_REPEATS ? equal : MOST_REPEATS;
    at = write_window(page, index, at);
    *at++ = block->under_related;
    *at++ = words_since_headline(page, index);
    *at++ = block->since_related;
    *at++ = block->since_share;
    *at++ = block->stated;
    *at++ = index + 1 < count ? page->tags[page->blocks[index + 1].tag].rank : 0.0;
    return at;
}

static double *write_whole_page(const Page *page, double *at)
{
    const Sums *all = &page->sums[page->block_count];
    *at++ = all->linked / or_one(all->words);
    *at++ = all->prose / or_one(all->words);
    *at++ = log1p(page->kind[0]);
    for (int i = 1; i < KINDS; i++)
        *at++ = page->kind[i];
    return at;
}

void write_rows(const Page *page, double *at)
{
    for (int32_t row = 0; row < page->row_count; row++) {
        int32_t index = page->scored[row];
        const Block *block = &page->blocks[index];
        const Element *element = &page->elements[block->element];
        at = write_block(page, block, at);
        at = write_ancestry(&element->ancestry, at);
        at = write_element(page, element, at);
        at = write_parents(page, element->parent, at);
        at = write_position(page, index, at);
        at = write_whole_page(page, at);
    }
}
