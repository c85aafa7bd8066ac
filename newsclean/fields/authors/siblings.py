"""Names in blocks of one form that follow each other: the items of a list of authors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsclean.fields.authors.candidate import Names
from newsclean.fields.context import Context

# Neither half nor twice of it changes the authors of 546 open pages.
MOST_AUTHORS = 12


def join_siblings(context: Context, candidates: Sequence[Names]) -> list[Names]:
    """The candidates, with those joined that siblings of one form offer from one origin."""
    joined: list[Names] = []
    for candidate in candidates:
        if joined and _are_siblings(context, joined[-1], candidate):
            before = joined.pop()
            names = tuple(dict.fromkeys((*before.value, *candidate.value)))
            candidate = replace(candidate, value=names, spans=before.spans + candidate.spans)
        joined.append(candidate)
    return joined


def _are_siblings(context: Context, before: Names, after: Names) -> bool:
    """Whether two candidates follow each other in elements of one template.

    The second has nothing else: a label before it or a word after it says what the person did.
    """
    if before.origin != after.origin or not before.spans or not after.spans:
        return False
    if sum(map(len, after.value)) + len(after.value) <= len(after.text):
        return False
    first, second = before.spans[-1].block, after.spans[0].block
    if second - first != 1 or len(before.value) >= MOST_AUTHORS:
        return False
    first, second = (context.page.blocks[index].element for index in (first, second))
    # Lines of one element are a name, a job and a place.
    if first == second:
        return False
    one, other = (context.page.elements[index] for index in (first, second))
    return (one.parent, one.tag, one.class_names) == (other.parent, other.tag, other.class_names)
