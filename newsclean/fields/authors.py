"""Who wrote the article: the byline as printed, the elements that say they are one, and the metadata."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.fields.bylines import find_bylines, has_family_name
from newsclean.fields.context import Context
from newsclean.fields.dates import without_dates
from newsclean.fields.json_ld import Node, text_of
from newsclean.fields.labelled import WIDE, find_labelled
from newsclean.fields.names import HAN, HANGUL, KANA, is_person, split_names
from newsclean.model import Candidate, Evidence, Label, Page, Span

BEFORE, AFTER, AFTER_BODY = 4, 9, 15
LONGEST_LINE = 120
# Of a paragraph of the body only this much of its start and end can be a byline.
EDGE = 60
NAMES = re.compile(
    r"author|byline|by-line|writer|reporter|journalist|contributor|zuozhe|(?:^|[\s_-])(?:byl|kisha|autor|auteur|redakteur|firma)(?:$|[\s_-])"
)
NOT_NAMES = re.compile(r"comment|related|avatar|bio\b|about|social|follow|date|time|image|photo|count|share")
META = (
    "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.author", "citation_author",
    "cxenseparse:author", "article.author", "rbauthors", "article:author_name",
)  # fmt: skip
BY = re.compile(
    r"^(?:(?:written|words|story|posted|published|reviewed|text|reporting)\s+)?(?:by|von|par|por|door|av|af|di|de|autor(?:in)?|author|auteur|autore|автор|текст|yazan)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
# What follows a printed name on its line.
AFTER_NAME = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|,?\s+(?:on|for|in|updated|published|posted|last|am|le|el|il|special to|january|february|march|april|june|july|august|september|october|november|december|view|senior|staff|reporter|correspondent|editor)\b|\d|\s{2,}).*$",
    re.IGNORECASE,
)
PREFIX = re.compile(
    r"^(?:(?:written|posted|published|created|story|article|words)\s+)?(?:by|von|par|por|author|autor(?:in)?)\s*:?\s+", re.IGNORECASE
)
BY_INSIDE = re.compile(r"(?:^|[|·•–—\d])\s*by\s*:?\s+(?=\S)", re.IGNORECASE)
EDGES = " \u3000.,;:|/·•-–—"
FAMILY = {
    "korean": re.compile(
        r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용][\uac00-\ud7a3]{1,3}"
    ),
    "japanese": re.compile(f"[{HAN}]{{1,3}}\\s?[{HAN}{KANA}]{{1,4}}"),
}
GENERIC = frozenset(
    "admin administrator editor editors author authors staff webmaster user root guest unknown none null redaktion team by written bio share follow "
    "posts view reviewed checked updated published contact contributors contributor subscribe menu name more read sat sun mon tue wed thu fri".split()
)
LONGEST_NAME = 60


class _Option(NamedTuple):
    names: tuple[str, ...]
    place: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class AuthorsReading:
    """The authors' names, the page text they were read from, and what else was on offer."""

    authors: tuple[str, ...]
    spans: tuple[Span, ...]
    evidence: Evidence


def read_authors(context: Context, desk: Collection[str] = ()) -> AuthorsReading:
    """The authors of the page's article.

    `desk` are names credited with editing: what the metadata call the author is often one of them, and then is none.
    """
    script = _script(context)
    readers = ASIAN_READERS if script else WESTERN_READERS
    options = [option for reader in readers for option in reader(context, script)]
    spans = tuple(option.span for option in options if option.span)
    named = [option for option in options if option.names and _is_credible(option, script)]
    named = [option for option in named if not (option.place.startswith("meta") and set(option.names) <= set(desk))]
    if not script:
        # A person is a better answer than the outlet that many sites state instead.
        named.sort(key=lambda option: option.place == "name alone" or not any(is_person(name) for name in option.names))
    if not named:
        return AuthorsReading((), spans, Evidence(None))
    candidates = tuple(Candidate("; ".join(option.names), option.place, option.text) for option in named)
    return AuthorsReading(_together(named), spans, Evidence(candidates[0], candidates[1:20]))


def _together(named: Sequence[_Option]) -> tuple[str, ...]:
    """The first option's names, with those of its kind; or a longer list of names that has all of them."""
    first = named[0]
    same = [option.names for option in named if option.place == first.place] if first.place in TOGETHER else [first.names]
    authors = tuple(dict.fromkeys(name for names in same for name in names))
    longer = (option.names for option in named if option.place.startswith(("json-ld", "meta")) and set(authors) < set(option.names))
    return next(longer, authors)


def _is_credible(option: _Option, script: str) -> bool:
    """Whether names that are not printed as a byline can be people; Chinese sites put accounts and outlets in such places."""
    return script != "chinese" or option.place in TOGETHER or all(has_family_name(name) for name in option.names)


def _script(context: Context) -> str:
    """chinese, japanese or korean if the article is written so, where bylines are printed in set forms; else ""."""
    text = "".join(block.text for block, held in zip(context.page.blocks, context.body, strict=False) if held)[:2000]
    if not text and context.headline is not None:
        text = context.page.blocks[context.headline].text
    if len(WIDE.findall(text)) <= len(text) / 5:
        return ""
    counts = {"korean": len(re.findall(f"[{HANGUL}]", text)), "japanese": 2 * len(re.findall(f"[{KANA}]", text))}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] > len(text) / 5 else "chinese"


# Readers


def _printed(context: Context, script: str) -> Iterator[_Option]:
    """Chinese, Japanese and Korean bylines: beside the headline, at the edges of the text, in the lines after it."""
    for index, start, end in _places(context):
        text = context.page.blocks[index].text[start:end]
        for item in find_labelled(text):
            if item.group == "label.author":
                span = Span(index, start + item.start, start + item.end, Label.BYLINE, "byline label")
                yield _Option(split_names(item.value, script == "japanese"), "labelled", text, span)
        at_end = end == len(context.page.blocks[index].text)
        for byline in find_bylines(text, starts=start == 0, ends=at_end):
            span = Span(index, start + byline.start, start + byline.end, Label.BYLINE, byline.rule)
            yield _Option(byline.names, "byline", text, span if byline.apart else None)


def _places(context: Context) -> Iterator[tuple[int, int, int]]:
    """Where a byline can stand: (block, start, end), first beside the headline."""
    held = context.held
    start = context.headline if context.headline is not None else max(0, (held[0] if held else 0) - BEFORE)
    last = held[-1] if held else start + AFTER
    edges = {*held[:3], *held[-3:]}
    for index in range(max(0, start - BEFORE), min(len(context.page.blocks), last + AFTER_BODY)):
        block = context.page.blocks[index]
        size = len(block.text)
        if index == context.headline or block.hidden or block.tag == "figcaption" or block.linked * 2 > size > LONGEST_LINE:
            continue
        if index in edges and size > LONGEST_LINE:
            yield index, 0, EDGE
            yield index, size - EDGE, size
        elif size <= LONGEST_LINE and (
            index <= start + AFTER or index in edges or index > last - 3 or "(" in block.text[:1] or "（" in block.text[:1]
        ):
            yield index, 0, size


def _named(context: Context, script: str) -> Iterator[_Option]:
    """Elements that say they hold the author, and links with rel=author."""
    held = context.held
    start = context.start
    stop = max(held[-1] + AFTER_BODY if held else 0, start + 40)
    for index in range(max(0, start - 12), min(len(context.page.blocks), stop)):
        block = context.page.blocks[index]
        if block.hidden or len(block.text) > 2 * LONGEST_LINE:
            continue
        places = [(m.start, m.end) for m in block.marks if NAMES.search(m.names) and not NOT_NAMES.search(m.names)]
        element = context.page.elements[block.element]
        if not places and NAMES.search(element.names) and not NOT_NAMES.search(element.names) and len(block.text) <= LONGEST_LINE:
            places = [(0, len(block.text))]
        for begin, end in places:
            text = block.text[begin:end]
            names = _printed_names(text, script) or (() if script else _account(text))
            if names:
                yield _Option(names, "named element", text, Span(index, begin, end, Label.BYLINE, "named element"))


def _printed_names(text: str, script: str) -> tuple[str, ...]:
    text, _ = without_dates(text)
    if WIDE.search(text):
        return (
            split_names(text, script == "japanese")
            if len(text) <= 40 and not any(item.group.startswith("role.") for item in find_labelled(text))
            else ()
        )
    return _western_names(text)


def _western_names(text: str) -> tuple[str, ...]:
    text = AFTER_NAME.sub("", PREFIX.sub("", text.strip())).strip(" ,.")
    return tuple(name for name in split_names(text) if is_person(name) and GENERIC.isdisjoint(name.casefold().split()))


def _by_line(context: Context, script: str) -> Iterator[_Option]:
    """`By Jane Roe`, `5 May 2024 by Jane Roe`: beside the headline, or after the text."""
    for index in _lines(context):
        block = context.page.blocks[index]
        if found := BY.match(block.text) or BY_INSIDE.search(block.text):
            names = _western_names(block.text[found.end() :]) or _account(block.text[found.end() :])
            if names:
                yield _Option(names, "by line", block.text, Span(index, 0, len(block.text), Label.BYLINE, "by line"))


def _alone(context: Context, script: str) -> Iterator[_Option]:
    """A name alone on its line beside the headline, or with nothing but the date: if a later block tells who that is."""
    start = context.start
    for index in range(max(0, start - 2), min(len(context.page.blocks), start + 5)):
        block = context.page.blocks[index]
        if index == context.headline or block.hidden or len(block.text) > LONGEST_LINE // 2:
            continue
        text, dated = without_dates(block.text)
        names = _western_names(text)
        if len(names) != 1 or len(names[0]) < len(text.strip(EDGES)) - 2:
            continue
        told = tuple(f"{names[0]}{words}" for words in (" is ", " was ", " has ", " writes ", ", "))
        if dated or any(
            other.text.startswith(told) or other.text.endswith(f" by {names[0]}") for other in context.page.blocks[start + 8 :]
        ):
            yield _Option(names, "name alone", block.text, Span(index, 0, len(block.text), Label.BYLINE, "name alone"))


def _beside_date(context: Context, script: str) -> Iterator[_Option]:
    """A Japanese or Korean name alone on the line of the date."""
    start = context.start
    for index in range(start + 1, min(len(context.page.blocks), start + 4)):
        text, dated = without_dates(context.page.blocks[index].text) if script in FAMILY else ("", False)
        if dated and FAMILY[script].fullmatch(text.strip(EDGES)):
            names = split_names(text, script == "japanese")
            yield _Option(names, "beside the date", context.page.blocks[index].text)


def _lines(context: Context) -> list[int]:
    """Short blocks beside the headline, then those after the text."""
    start = context.start
    last = max(context.held, default=start)
    near = range(max(0, start - BEFORE), min(len(context.page.blocks), start + 2 * AFTER))
    after = range(max(last, near.stop), min(len(context.page.blocks), last + AFTER_BODY))
    return [
        index for index in (*near, *after) if len(context.page.blocks[index].text) <= LONGEST_LINE and not context.page.blocks[index].hidden
    ]


def _account(text: str) -> tuple[str, ...]:
    """The name of a desk or an account that a page prints for its author, if the text holds nothing else."""
    text = AFTER_NAME.sub("", PREFIX.sub("", text.strip())).strip(EDGES)
    return (
        (text,)
        if 2 <= len(text) <= 30 and text.count(" ") < 3 and GENERIC.isdisjoint(text.casefold().split()) and not re.search(r"[\d:!?/]", text)
        else ()
    )


def _of_json_ld(context: Context, script: str) -> Iterator[_Option]:
    for key in ("author", "creator"):
        value = context.article.get(key)
        given = [_resolved(item, context.nodes) for item in (value if isinstance(value, list) else [value])]
        names = tuple(dict.fromkeys(name for text in given for name in _stated_names(text, context.page, script)))
        if names:
            yield _Option(names, f"json-ld {key}", "; ".join(given))


def _resolved(value: object, nodes: Sequence[Node]) -> str:
    """The name in a value, or in the node it refers to."""
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        value = next((node for node in nodes if node.get("@id") == value["@id"] and "name" in node), value)
    return text_of(value)


def _of_meta(context: Context, script: str) -> Iterator[_Option]:
    for name in META:
        stated = [content for key, content in context.page.metadata.meta if key == name]
        names = tuple(dict.fromkeys(found for text in stated for found in _stated_names(text, context.page, script)))
        if names:
            yield _Option(names, f"meta {name}", "; ".join(stated))


def _stated_names(text: str, page: Page, script: str) -> tuple[str, ...]:
    """The names in a value that the page's data hold for the author; "" for addresses, numbers and accounts."""
    text = PREFIX.sub("", " ".join(text.split())).strip(" ,;:")
    if (
        not text
        or "://" in text
        or "@" in text
        or any(char.isdigit() for char in text)
        or text.casefold() in GENERIC
        or "." in text.split()[0][1:-1]
    ):
        return ()
    if WIDE.search(text):
        return split_names(text, script == "japanese")
    found = tuple(name for name in split_names(text) if is_person(name))
    return found or ((text,) if len(text) <= LONGEST_NAME and text[0].isalpha() and text != page.metadata.first("og:site_name") else ())


Reader = Callable[[Context, str], Iterator[_Option]]
ASIAN_READERS: tuple[Reader, ...] = (_printed, _named, _of_json_ld, _of_meta, _beside_date)
WESTERN_READERS: tuple[Reader, ...] = (_of_json_ld, _of_meta, _named, _by_line, _alone)
TOGETHER = frozenset({"labelled", "byline"})
"""Readers whose findings add up: one page may print several bylines of one kind."""
