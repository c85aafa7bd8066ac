"""The outlet or account that stands beside the date without a label, as portals print it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsclean.fields.context import Context
from newsclean.fields.result import Found
from newsclean.fields.script import script_of
from newsclean.fields.source.names import clean_source, source_candidate
from newsclean.lexicon.folding import fold
from newsclean.lexicon.groups import labels
from newsclean.lexicon.lookups import button_words, part_words
from newsclean.mentions.names.grammar import is_name
from newsclean.model import Block, Candidate, Label, Span
from newsclean.parse.class_words import ACCOUNT_NAMES
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL, KANA, WIDE

# The counts below are of 49 Chinese, Japanese and Korean pages of the open half, 13 of which offer
# an outlet or account. They say on how many one comes or goes if a number is halved or doubled.
# The line of the date is one of so many blocks below the headline, and an account stands on it or
# at most so many blocks from it. Half of the first costs 2; twice of the second adds one.
BELOW, BESIDE = 7, 2
# Without a date, an element that is named for an account is one on these first blocks. No change.
FIRST = 3
# Twice of the second costs 3; the others change none.
LONGEST_LINE, SHORTEST, LONGEST = 80, 2, 16
SEPARATOR = lazy(r"[\s|｜丨/／·•—–-]+")
OTHER_SCRIPT = lazy(f"[{KANA}{HANGUL}]")
OUTLET = lazy(lambda: rf"(?:{part_words('source.word')})$")
# Rates what is offered: the first kind prevails.
KINDS = ("outlet beside the date", "linked account", "named account")


class Part(NamedTuple):
    """A part of a line, between its dates, labels, separators and the edges of its elements.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        linked: Whether it is the text of a link.
        class_names: Those of the inline element that it is the text of, or of the whole block's.
    """

    start: int
    end: int
    linked: bool
    class_names: str


def read_accounts(context: Context, found: Found) -> list[Candidate[str]]:
    """The outlets beside the date, then the accounts whose names are links, then others."""
    offered = [
        (kind, source_candidate(value, kind, context.page.blocks[index].text, span))
        for index, is_dated in _lines(context, found)
        for kind, value, span in _of_line(context, index, is_dated)
    ]
    return [candidate for _, candidate in sorted(offered, key=lambda item: KINDS.index(item[0]))]


def _lines(context: Context, found: Found) -> Iterator[tuple[int, bool]]:
    """The lines below the headline that are no body, and whether the date is on them or near."""
    headline, blocks = context.headline, context.page.blocks
    if headline is None or not _is_chinese(context, blocks[headline].text):
        return
    dated = {span.block for span in found["date"].spans} if "date" in found else set()
    for index in range(headline + 1, min(headline + 1 + BELOW, len(blocks))):
        if context.is_body(index) and len(blocks[index].text) > LONGEST_LINE:
            return
        is_near = any(abs(index - other) <= BESIDE for other in dated)
        is_line = not blocks[index].hidden and len(blocks[index].text) <= LONGEST_LINE
        if is_line and not context.is_body(index) and (is_near or index <= headline + FIRST):
            yield index, is_near


def _is_chinese(context: Context, headline: str) -> bool:
    """Whether an article is Chinese: by its body or, if that is mostly code, by its headline."""
    if script := script_of(context):
        return script == "chinese"
    return WIDE.search(headline) is not None and not OTHER_SCRIPT.search(headline)


def _of_line(context: Context, index: int, is_dated: bool) -> Iterator[tuple[str, str, Span]]:
    text = context.page.blocks[index].text
    for part in line_parts(context, index):
        value = clean_source(text[part.start : part.end])
        kind = _kind(value, part, is_dated)
        if kind and value:
            yield kind, value, Span(index, part.start, part.end, Label.META, "source")


def _kind(value: str, part: Part, is_dated: bool) -> str:
    """The kind of source that a part can be, "" if it is none."""
    if not SHORTEST <= len(value) <= LONGEST or _is_other(value):
        return ""
    if is_dated and OUTLET.search(value):
        return KINDS[0]
    is_account = ACCOUNT_NAMES.search(part.class_names) is not None and WIDE.search(value)
    if part.linked and is_account:
        return KINDS[1]
    return KINDS[2] if is_account and (is_dated or "nick" in part.class_names) else ""


def _is_other(value: str) -> bool:
    """Whether a part is a person, a number, or a word of the page's controls."""
    if is_name(value) and len(value) == 3:
        return True
    return fold(value) in button_words(frozenset(labels())) or not any(map(str.isalpha, value))


def line_parts(context: Context, index: int) -> list[Part]:
    """The parts of a block that are neither date nor label, by position."""
    block = context.page.blocks[index]
    taken = [(date.start, date.end) for date in context.dates(block.text)]
    taken += [(item.start, item.end) for item in context.labelled(block.text)]
    taken += [found.span() for found in SEPARATOR.finditer(block.text)]
    edges = {edge for element in block.inline_elements for edge in (element.start, element.end)}
    edges |= {edge for link in block.links for edge in (link.start, link.end)}
    edges |= {edge for span in taken for edge in span} | {0, len(block.text)}
    cuts = sorted(edges)
    ranges = pairwise(cuts)
    free = (span for span in ranges if not any(a <= span[0] and span[1] <= b for a, b in taken))
    return [_part(context, block, start, end) for start, end in free if start < end]


def _part(context: Context, block: Block, start: int, end: int) -> Part:
    names = [e.class_names for e in block.inline_elements if e.start <= start and end <= e.end]
    if end - start == len(block.text):
        names.append(context.page.elements[block.element].class_names)
    linked = any(link.start <= start and end <= link.end for link in block.links)
    return Part(start, end, linked, " ".join(names))
