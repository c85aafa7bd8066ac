"""Where Chinese, Japanese and Korean pages print who wrote the article: labels, bylines of set forms, elements that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsclean.fields.authors.candidate import Names, names_at
from newsclean.fields.authors.stated import of_json_ld, of_meta
from newsclean.fields.context import Context
from newsclean.fields.named_elements import Says, named_places
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.labelled.spaced import find_spaced
from newsclean.mentions.names.bylines import find_bylines
from newsclean.mentions.names.bylines.korean import IN_SENTENCE
from newsclean.mentions.names.cjk import NAME_HAN as HAN
from newsclean.mentions.names.cjk import has_family_name
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.person import is_person
from newsclean.model import Label, Span
from newsclean.text.scripts import HANGUL, KANA, WIDE

BEFORE, AFTER, AFTER_BODY = 4, 9, 20
LONGEST_LINE, LONGEST_NAMES = 120, 40
# Of a paragraph of the body only this much of its start and end can be a byline.
EDGE = 60
NAMES = re.compile(r"author|byline|writer|reporter|journalist|zuozhe|(?:^|[\s_-])kisha(?:$|[\s_-])")
NOT_NAMES = re.compile(
    r"comment|related|avatar|bio\b|about|social|follow|date|time|image|photo|count|share"
)
EDGES = " \u3000.,;:|/·•-–—"
# A family name of one syllable, as nearly all Koreans have.
KOREAN = re.compile(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용][\uac00-\ud7a3]{1,3}"
)
FAMILY = {"korean": KOREAN, "japanese": re.compile(f"[{HAN}]{{1,3}}\\s?[{HAN}{KANA}]{{1,4}}")}
# Letters are counted run by run, of which there are few. A class and then a class repeated is searched faster than a class repeated.
WIDE_RUN, HANGUL_RUN, KANA_RUN = (
    re.compile(f"{letter}{letter}*") for letter in (WIDE.pattern, f"[{HANGUL}]", f"[{KANA}]")
)
# Two-character words that begin like a family name are many, so one name must have three.
ALONE = re.compile(
    rf"(?=.{{0,12}}[{HAN}]{{3}})[{HAN}]{{2,3}}(?:[、，\s]{{1,3}}[{HAN}]{{2,3}}){{0,3}}"
)
# Readers whose findings add up: one page may print several bylines of one kind.
TOGETHER = frozenset({"labelled", "byline", "byline in a paragraph"})
# More in one label's value are the words of a sentence.
# In an interview the label is the speaker: 记者：为什么想到写一个渡口的故事？
SPEECH = re.compile("[，。！？!?…]")
MOST_NAMES = 10


def script_of(context: Context) -> str:
    """chinese, japanese or korean if the article is written so, where bylines are printed in set forms; else ""."""
    text = "".join(context.page.blocks[index].text for index in context.body_blocks)[:2000]
    if not text and context.headline is not None:
        text = context.page.blocks[context.headline].text
    if text.isascii() or _count(WIDE_RUN, text) <= len(text) / 5:
        return ""
    counts = {"korean": _count(HANGUL_RUN, text), "japanese": 2 * _count(KANA_RUN, text)}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] > len(text) / 5 else "chinese"


def _count(run: re.Pattern[str], text: str) -> int:
    """How many characters of a text stand in runs of a class, of which there are few."""
    return len("".join(run.findall(text)))


def cjk_options(context: Context, script: str) -> list[Names]:
    """Everything on the page that may be the authors' names, most trusted first."""
    options = [option for reader in READERS for option in reader(context, script)]
    # Korean captions end with who took the picture; a line of its own is the reporter's.
    options.sort(key=lambda option: option.origin == "byline in a paragraph")
    return [option for option in options if not option.value or _is_credible(option, script)]


def _is_credible(option: Names, script: str) -> bool:
    """Whether names that are not printed as a byline can be people; Chinese sites put accounts and outlets in such places."""
    return (
        script != "chinese"
        or option.origin in TOGETHER
        or all(has_family_name(name) for name in option.value)
    )


def _printed(context: Context, script: str) -> Iterator[Names]:
    """Chinese, Japanese and Korean bylines: beside the headline, at the edges of the text, in the lines after it."""
    for index, start, end in _places(context):
        text = context.page.blocks[index].text[start:end]
        labelled = context.labelled(text)
        items = labelled or find_spaced(text)
        desk = [item for item in items if item.group.startswith(("role.", "label.picture"))]
        for item in items:
            if item.group != "label.author":
                continue
            names = _of_value(item.value, script)
            is_speech = not names and SPEECH.search(text, item.start, item.end + 1)
            if (
                not is_speech
                and len(names) <= MOST_NAMES
                and (labelled or all(map(has_family_name, names)))
            ):
                yield names_at(
                    names,
                    "labelled",
                    text,
                    Span(index, start + item.start, start + item.end, Label.BYLINE, "byline label"),
                )
        at_end = end == len(context.page.blocks[index].text)
        for byline in find_bylines(text, starts=start == 0, ends=at_end):
            if any(item.start < byline.end and byline.start < item.end for item in desk):
                continue
            span = Span(index, start + byline.start, start + byline.end, Label.BYLINE, byline.rule)
            place = "byline in a paragraph" if byline.rule == IN_SENTENCE else "byline"
            yield names_at(byline.names, place, text, span if byline.apart else None)


def _of_value(value: str, script: str) -> tuple[str, ...]:
    """The names in a label's value. Beside a Chinese name with a family name, one without is a paper or a desk."""
    names = split_names(value, script == "japanese")
    family = tuple(name for name in names if has_family_name(name)) if script == "chinese" else ()
    return family or names


def _places(context: Context) -> Iterator[tuple[int, int, int]]:
    """Where a byline can stand: (block, start, end), first beside the headline."""
    held = context.body_blocks
    start = (
        context.headline
        if context.headline is not None
        else max(0, (held[0] if held else 0) - BEFORE)
    )
    last = held[-1] if held else start + AFTER
    edges = {*held[:3], *held[-3:]}
    for index in range(max(0, start - BEFORE), min(len(context.page.blocks), last + AFTER_BODY)):
        block = context.page.blocks[index]
        size = len(block.text)
        if (
            index == context.headline
            or block.hidden
            or block.tag == "figcaption"
            or block.linked * 2 > size > LONGEST_LINE
        ):
            continue
        if index in edges and size > LONGEST_LINE:
            yield index, 0, EDGE
            yield index, size - EDGE, size
        elif size <= LONGEST_LINE and (
            index <= start + AFTER
            or index in edges
            or index > last - 3
            or "(" in block.text[:1]
            or "（" in block.text[:1]
        ):
            yield index, 0, size


def _named(context: Context, script: str) -> Iterator[Names]:
    """Elements that say they hold the author, and links with rel=author."""
    blocks = context.page.blocks
    says = Says(NAMES, NOT_NAMES)
    stop = max(
        context.body_blocks[-1] + AFTER_BODY if context.body_blocks else 0, context.start + 40
    )
    for index in range(max(0, context.start - 12), min(len(blocks), stop)):
        if blocks[index].hidden or len(blocks[index].text) > LONGEST_LINE:
            continue
        for begin, end in named_places(context.page, index, says):
            text = blocks[index].text[begin:end]
            if names := _names_of_element(text, script):
                yield names_at(
                    names,
                    "named element",
                    text,
                    Span(index, begin, end, Label.BYLINE, "named element"),
                )


def _names_of_element(text: str, script: str) -> tuple[str, ...]:
    """The names in an element of the author's, unless it holds a sentence or a role of the desk."""
    text, _ = without_dates(text)
    if len(text) > LONGEST_NAMES or any(
        item.group.startswith("role.") for item in find_labelled(text)
    ):
        return ()
    return _people(text, script)


def _people(text: str, script: str) -> tuple[str, ...]:
    """The names in a text; those in other letters only if they are full names of people."""
    return tuple(
        name
        for name in split_names(text, script == "japanese")
        if WIDE.search(name) or is_person(name)
    )


def _alone(context: Context, script: str) -> Iterator[Names]:
    """A Chinese line of nothing but names between the headline and the date, or above the first paragraph."""
    blocks = context.page.blocks
    for index in (
        range(context.start + 1, min(len(blocks), context.start + 4)) if script == "chinese" else ()
    ):
        text = blocks[index].text
        if ALONE.fullmatch(text) and not blocks[index].linked and not context.is_body(index):
            names = split_names(text)
            if all(map(has_family_name, names)) and any(
                without_dates(block.text)[1] for block in blocks[index : index + 3]
            ):
                yield names_at(
                    names,
                    "names alone",
                    text,
                    Span(index, 0, len(text), Label.BYLINE, "names alone"),
                )


def _beside_date(context: Context, script: str) -> Iterator[Names]:
    """A Japanese or Korean name alone on the line of the date."""
    start = context.start
    for index in range(start + 1, min(len(context.page.blocks), start + 4)):
        text, dated = (
            without_dates(context.page.blocks[index].text) if script in FAMILY else ("", False)
        )
        if dated and FAMILY[script].fullmatch(text.strip(EDGES)):
            names = split_names(text, script == "japanese")
            yield names_at(names, "beside the date", context.page.blocks[index].text)


def _stated(context: Context, script: str) -> Iterator[Names]:
    for reader in (of_json_ld, of_meta):
        yield from reader(context, lambda text: _stated_names(text, script))


def _stated_names(text: str, script: str) -> tuple[str, ...]:
    """The people in a value that the page's data hold for the author; nothing for addresses, numbers, accounts and outlets."""
    if "://" in text or any(char.isdigit() for char in text):
        return ()
    return _people(" ".join(text.split()), script)


READERS: tuple[Callable[[Context, str], Iterator[Names]], ...] = (
    _printed,
    _named,
    _alone,
    _stated,
    _beside_date,
)
