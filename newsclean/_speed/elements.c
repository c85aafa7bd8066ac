/* The twin of newsclean/label/features/element_columns.py, containers.py and templates.py:
   what is known of each element by itself, and of each template. */

#include "features.h"

/* A short block is an entry of a menu if more of the parent of its element is linked. */
#define MENU_LINKS 0.85

static int read_numbers(Page *page, Element *element, PyObject *given, int32_t index)
{
    static const int places[] = {0, 3, 4, 5};
    Py_ssize_t numbers[4];
    for (int i = 0; i < 4; i++)
        numbers[i] = PyLong_AsSsize_t(PyTuple_GetItem(given, places[i]));
    if (PyErr_Occurred())
        return -1;
    if (numbers[0] < -1 || numbers[0] >= index || numbers[1] < 0 || numbers[1] > INT32_MAX ||
        numbers[2] < 0 || numbers[2] > numbers[3] || numbers[3] > page->block_count) {
        PyErr_SetString(PyExc_IndexError, "an element has a parent or blocks that are not there");
        return -1;
    }
    element->parent = (int32_t)numbers[0];
    element->outward = element->parent < 0 ? 0 : element->parent;
    element->depth = (int32_t)numbers[1];
    element->first = (int32_t)numbers[2];
    element->last = (int32_t)numbers[3];
    return 0;
}

static int read_element(Page *page, Element *element, PyObject *given, int32_t index)
{
    PyObject *tag = NULL, *names = NULL;
    if (PyTuple_Check(given) && PyTuple_Size(given) > 5) {
        tag = PyTuple_GetItem(given, 1);
        names = PyTuple_GetItem(given, 2);
    }
    if (tag == NULL || !PyUnicode_Check(tag) || !PyUnicode_Check(names)) {
        PyErr_SetString(PyExc_TypeError, "an element is a tuple with a tag and class names");
        return -1;
    }
    if (read_numbers(page, element, given, index) < 0)
        return -1;
    element->tag = number_text(&page->tag_texts, tag);
    element->names = number_text(&page->name_texts, names);
    if (element->tag < 0 || element->names < 0)
        return -1;
    element->look = number_pair(&page->looks, element->tag, element->names);
    return element->look < 0 ? -1 : 0;
}

/* Numbers the pieces of templates, and the groups of siblings that are alike. */
static int number_elements(Page *page)
{
    page->sibling_counts = take(&page->arena, page->element_count, sizeof(int32_t));
    if (page->sibling_counts == NULL)
        return -1;
    for (int32_t i = 0; i < page->element_count; i++) {
        Element *element = &page->elements[i];
        element->template = number_pair(&page->template_keys,
                                        page->elements[element->outward].look, element->look);
        element->siblings = number_pair(&page->sibling_keys, element->parent, element->look);
        if (element->template < 0 || element->siblings < 0)
            return -1;
        page->sibling_counts[element->siblings]++;
    }
    return 0;
}

int read_elements(Page *page, PyObject *elements)
{
    page->elements = take(&page->arena, page->element_count, sizeof(Element));
    if (page->elements == NULL)
        return -1;
    for (int32_t i = 0; i < page->element_count; i++) {
        if (read_element(page, &page->elements[i], PyTuple_GetItem(elements, i), i) < 0)
            return -1;
    }
    return number_elements(page);
}

void measure_elements(Page *page)
{
    const Sums *sums = page->sums;
    double total = sums[page->block_count].words;
    for (int32_t i = 0; i < page->element_count; i++) {
        Element *element = &page->elements[i];
        element->words = sums[element->last].words - sums[element->first].words;
        element->linked = sums[element->last].linked - sums[element->first].linked;
        element->share = element->words / (total > 0 ? total : 1.0);
        element->is_link = element->linked > MENU_LINKS * element->words;
    }
}

static int is_entry(const Page *page, const Block *block)
{
    const Element *outer = &page->elements[page->elements[block->element].outward];
    return block->words < SHORTEST_BESIDE_LINKS &&
           (outer->is_link || page->elements[outer->outward].is_link);
}

/* Finds the blocks that are scored; the words of the others count as none. */
int find_rows(Page *page)
{
    page->scored = take(&page->arena, page->block_count, sizeof(int32_t));
    page->text_counts = take(&page->arena, page->block_count, sizeof(int32_t));
    if (page->scored == NULL || page->text_counts == NULL)
        return -1;
    for (int32_t i = 0; i < page->block_count; i++) {
        Block *block = &page->blocks[i];
        page->text_counts[block->text]++;
        if (is_entry(page, block)) {
            block->compared = block->in_title = block->weight = block->bad = 0.0;
        } else {
            page->scored[page->row_count++] = i;
            page->elements[block->element].is_wanted = 1;
        }
    }
    return 0;
}

int count_templates(Page *page)
{
    int32_t count = page->template_keys.slots.count;
    page->templates = take(&page->arena, count, sizeof(Template));
    if (page->templates == NULL)
        return -1;
    for (int32_t i = 0; i < page->block_count; i++) {
        const Block *block = &page->blocks[i];
        Template *template = &page->templates[page->elements[block->element].template];
        if (template->blocks == 0)
            template->first = i;
        template->last = i;
        template->blocks++;
        template->words += block->words;
        template->linked += block->linked;
        template->closed += block->closes;
    }
    for (int32_t row = 0; row < page->row_count; row++) {
        const Block *block = &page->blocks[page->scored[row]];
        Template *template = &page->templates[page->elements[block->element].template];
        template->scored++;
        template->weights += block->weight;
    }
    for (int32_t i = 0; i < page->element_count; i++)
        page->templates[page->elements[i].template].elements++;
    return 0;
}
