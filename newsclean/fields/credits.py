"""Editorial credits: who edited, checked, laid out and photographed, by role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.lexicon.lookups import credit_phrases
from newsclean.mentions.labelled import Labelled, find_labelled
from newsclean.mentions.labelled.spaced import find_spaced
from newsclean.mentions.names.lists import split_names
from newsclean.model import Candidate, Credit, Evidence, Label, Span
from newsclean.text.scripts import WIDE

# Credits stand around the headline, in brackets at the end of the text, and in the lines after it.
BEFORE_HEADLINE, AFTER_BODY = 3, 25
# Of the development pages' credit lines the longest has 96 characters.
LONGEST_LINE = 240
BODY_TAIL = 160
BY = re.compile(r"\b(?:by|from|par|por|von|av|da)\b", re.IGNORECASE)
PLACE = re.compile(r"(?<!\s)\s++in\s++[^,;&]*?(?=[,;&]|(?<!\s)\s++and\s|$)")
ENGLISH_END = re.compile(r"[;)\]]|\.(?:\s|$)")
# What credits without wide letters have, if no phrase begins them: what ends a label, or the bracket that they stand in.
ASCII_SIGN = re.compile(r"[:|/=(]")
BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕"}


def read_credits(context: Context, _: Found) -> Found:
    """The credits of the page's article."""
    credits: dict[tuple[str, tuple[str, ...]], Credit] = {}
    spans: list[Span] = []
    for index, offset, text in _places(context):
        for credit, start, end in find_credits(text, context.labelled):
            rule = f"credit {credit.key}"
            spans.append(Span(index, offset + start, offset + end, Label.CREDIT, rule))
            if credit.names:
                credits.setdefault((credit.role, credit.names), credit)
    found = tuple(credits.values())
    chosen = None
    if found:
        names = " ".join(name for credit in found for name in credit.names)
        chosen = Candidate(names, "printed", found[0].text)
    return {"credits": FieldResult(found, tuple(spans), Evidence(chosen))}


def find_credits(
    text: str, labelled: Callable[[str], list[Labelled]] = find_labelled
) -> list[tuple[Credit, int, int]]:
    """The credits in a line or the end of a paragraph, each with where it stands. A label without names gives a credit without names.

    >>> [(credit.role, credit.names) for credit, *_ in find_credits("编辑：倪仕轩 责任编辑：杨 格、林涛")]
    [('编辑', ('倪仕轩',)), ('责任编辑', ('杨格', '林涛'))]
    >>> [(credit.role, credit.names, end) for credit, _, end in find_credits("渡轮照常开行。（编辑 林青）")]
    [('编辑', ('林青',), 14)]
    >>> [(credit.role, credit.names) for credit, *_ in find_credits("(Reporting by Ann Lee in Oslo; Editing by Jo Roe and Max Poe)")]
    [('Reporting by', ('Ann Lee',)), ('Editing by', ('Jo Roe', 'Max Poe'))]
    """
    if (
        text.isascii()
        and not ASCII_SIGN.search(text)
        and text[:3].casefold() not in credit_phrases().openings
    ):
        return []  # as nearly all lines
    wide = not text.isascii() and WIDE.search(text) is not None
    items = labelled(text) or (wide and (find_spaced(text) or _at_end(text))) or []
    found = [
        (_credit(item, text), *_with_brackets(text, item.start, item.end))
        for item in items
        if item.group.startswith("role.")
    ]
    if not found and not wide:
        found += _english(text)
    return found


def _last_opening(text: str) -> int:
    """Where the last bracket opens, -1 if none does."""
    return max(map(text.rfind, BRACKETS))


def _at_end(text: str) -> list[Labelled]:
    """The roles without colons in brackets that end a paragraph: `…。（编辑 林青）`."""
    opening = _last_opening(text)
    found = find_spaced(text[opening:]) if opening > 0 and WIDE.search(text, opening) else []
    return [item._replace(start=item.start + opening, end=item.end + opening) for item in found]


def _credit(item: Labelled, text: str) -> Credit:
    return Credit(
        item.label,
        split_names(item.value),
        text[item.start : item.end].strip(),
        item.group.removeprefix("role."),
    )


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the bracket pair right around it."""
    before = text[:start].rstrip()
    closing = BRACKETS.get(before[-1:], "")
    if closing and text[end:].lstrip().startswith(closing):
        return len(before) - 1, text.index(closing, end) + 1
    return start, end


def _english(text: str) -> Iterator[tuple[Credit, int, int]]:
    """Credits of agencies' kind: `Reporting by A in B; Editing by C`; only where they begin the text or stand in brackets."""
    phrases = credit_phrases()
    may_start = "(" in text or text[:3].casefold() in phrases.openings
    starts = list(phrases.pattern.finditer(text)) if may_start and BY.search(text) else []
    if not starts or (starts[0].start() and text[starts[0].start() - 1] != "("):
        return
    for place, match in enumerate(starts):
        limit = starts[place + 1].start() if place + 1 < len(starts) else len(text)
        value = text[match.end() : limit]
        stop = ENGLISH_END.search(value)
        end = match.end() + (
            stop.start() if stop and not _is_initial(value, stop.start()) else len(value.rstrip())
        )
        names = split_names(PLACE.sub("", text[match.end() : end]))
        if names:
            yield (
                Credit(
                    match[1],
                    names,
                    text[match.start() : end],
                    phrases.groups[match[1].casefold()].removeprefix("role."),
                ),
                *_with_brackets(text, match.start(), end),
            )


def _is_initial(text: str, dot: int) -> bool:
    return (
        text[dot] == "."
        and text[:dot].rpartition(" ")[2].isupper()
        and len(text[:dot].rpartition(" ")[2]) < 3
    )


def _places(context: Context) -> Iterator[tuple[int, int, str]]:
    """Where credits can stand: (block, offset in it, text from there)."""
    held = context.body_blocks
    first = max(
        0,
        (context.headline if context.headline is not None else held[0] if held else 0)
        - BEFORE_HEADLINE,
    )
    last = held[-1] if held else first + AFTER_BODY
    for index in range(first, min(len(context.page.blocks), last + AFTER_BODY)):
        block = context.page.blocks[index]
        if block.linked * 2 > len(block.text):
            continue
        if len(block.text) <= LONGEST_LINE and not (
            context.is_body(index) and len(block.text) > BODY_TAIL
        ):
            yield index, 0, block.text
        elif (opening := _last_opening(block.text[1 - BODY_TAIL :])) >= 0:
            opening += len(block.text) - BODY_TAIL + 1
            yield index, opening, block.text[opening:]
