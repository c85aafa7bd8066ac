"""The sources that the first words and the end of the body name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.fields.context import Context
from newsclean.fields.source import forms
from newsclean.fields.source.names import clean_source, source_candidate
from newsclean.fields.zones import EDITION
from newsclean.mentions.dates import find_dates
from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.names.person import is_person
from newsclean.model import Candidate, Label, Span

LEADING_BLOCKS = 2
LONGEST_EDITION = 60


def read_lead(context: Context, _: Sequence[int]) -> Iterator[Candidate[str]]:
    """The agency in the first words: `HARBOUR CITY, May 10 (River Agency) - The ferry …`."""
    for index in context.body_blocks[:LEADING_BLOCKS]:
        text = context.page.blocks[index].text
        if (found := forms.LEAD.match(text)) and not is_person(found["value"]):
            yield source_candidate(clean_source(found["value"]), "lead", text[: found.end()])


def read_edition(context: Context, _: Sequence[int]) -> Iterator[Candidate[str]]:
    """The print edition at the end of the body: `《光明日报》（2024年05月20日 03版）`."""
    blocks = context.page.blocks
    last = context.body_blocks[-1] if context.body_blocks else context.start
    for index in range(max(0, last - EDITION.above), min(len(blocks), last + EDITION.after)):
        tail = blocks[index].text[-LONGEST_EDITION:]
        if found := forms.PRINT_EDITION.search(tail):
            offset = len(blocks[index].text) - len(tail)
            start, end = offset + found.start(), offset + found.end()
            span = Span(index, start, end, Label.META, "print edition")
            yield source_candidate(clean_source(found["value"]), "print edition", tail, span)
        elif bracket := forms.LAST_BRACKET.search(tail):
            for value in _outlets_in_bracket(bracket[0]):
                yield source_candidate(clean_source(value), "bracket at the end", tail)


def _outlets_in_bracket(text: str) -> Iterator[str]:
    """The outlets in the bracket that ends a body.

    >>> list(_outlets_in_bracket("（转自《河湾日报》）"))
    ['河湾日报']
    >>> list(_outlets_in_bracket("（2011年4月10日 読売新聞）")), list(_outlets_in_bracket("（完）"))
    (['読売新聞'], [])
    """
    if found := forms.FROM.match(text):
        yield found[found.lastgroup or 0]
    yield from (item.value for item in find_labelled(text) if item.group == "label.source")
    dates = find_dates(text)
    if dates and (found := forms.AFTER_DATE.match(text[dates[-1].end :])):
        yield found["value"]
