"""Editorial credits: who edited, checked, laid out and photographed, by role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsclean.fields.context import Context
from newsclean.fields.label_before import CELLS, label_before
from newsclean.fields.result import FieldResult, Found
from newsclean.fields.zones import CREDITS
from newsclean.lexicon.lookups import credit_phrases, spaced_roles
from newsclean.mentions.dates import find_dates
from newsclean.mentions.labelled import Labelled, find_labelled
from newsclean.mentions.labelled.spaced import find_spaced
from newsclean.mentions.names.cjk import has_family_name, is_spelled_as_chinese
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar import read_byline
from newsclean.mentions.names.lists import split_names
from newsclean.model import Block, Candidate, Credit, Evidence, Label, Span
from newsclean.text.lines import find_lines
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, HANGUL, KANA, WIDE

# The longest credit line of the development pages has 96 characters. On 613 open pages with 48
# whose credits are known, neither half of it nor no limit changes any: it bounds the work.
LONGEST_LINE = 240
# How much of the end of a paragraph is searched for a bracket with credits. Neither half of it nor
# twice of it changes any of these pages; without a limit one gets the credit of a picture.
BODY_TAIL = 160
WORD = lazy(r"\S+")
LABEL_END = " \u3000:："
# What a paper puts before a role: 河湾编辑. No number changes any of these pages; what is longer is
# a sentence.
LONGEST_PAPER = 5
PLACE = lazy(r"(?<!\s)\s++in\s++[^,;&]*?(?=[,;&]|(?<!\s)\s++and\s|$)")
PHRASE_END = lazy(r"[;)\]]|\.(?:\s|$)")
# What editors of portals sign with: biaoffeng, NB12345.
NICKNAME = lazy(r"[A-Za-z][\w.\-]{1,29}")
# Credits without wide letters that no phrase starts have one of these: the end of a label, or the
# bracket that they stand in.
SIGNED = lazy(rf"[:：﹕︰︱|｜/／=＝({KANA}{HAN}{HANGUL}].*")
BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕"}


class PlacedCredit(NamedTuple):
    """A credit, and where it starts and ends in the text that it was found in."""

    credit: Credit
    start: int
    end: int


def read_credits(context: Context, _: Found) -> Found:
    """The credits of the page's article."""
    credits: dict[tuple[str, tuple[str, ...]], Credit] = {}
    spans: list[Span] = []
    for index, offset, text in _likely_texts(context):
        found = find_credits(text, context.labelled) or _in_cell(context, index, text)
        for credit, start, end in found:
            rule = f"credit {credit.key}"
            spans.append(Span(index, offset + start, offset + end, Label.CREDIT, rule))
            if credit.names:
                credits.setdefault((credit.role, credit.names), credit)
    values = tuple(credits.values())
    return {"credits": FieldResult(values, tuple(spans), Evidence(_as_text(values)))}


def _in_cell(context: Context, index: int, text: str) -> list[PlacedCredit]:
    """The credit whose label is all of the cell before: <td>责任编辑</td><td>林青</td>."""
    group = label_before(context, index)
    before = context.page.blocks[index - 1]
    names = _people(text) if group.startswith("role.") and before.tag in CELLS else ()
    if not names or not all(map(has_family_name, names)):
        return []
    role = before.text.rstrip(LABEL_END)
    credit = Credit(role, names, f"{role} {text}", group.removeprefix("role."))
    return [PlacedCredit(credit, 0, len(text))]


def _as_text(credits: tuple[Credit, ...]) -> Candidate[str] | None:
    if not credits:
        return None
    names = " ".join(name for credit in credits for name in credit.names)
    return Candidate(names, "printed", credits[0].text)


def find_credits(
    text: str, labelled: Callable[[str], list[Labelled]] = find_labelled
) -> list[PlacedCredit]:
    """The credits in a line, or in the end of a paragraph.

    A label without names gives a credit without names.

    >>> found = find_credits("编辑：倪仕轩 责任编辑：杨 格、林涛")
    >>> [(credit.role, credit.names) for credit, *_ in found]
    [('编辑', ('倪仕轩',)), ('责任编辑', ('杨格', '林涛'))]
    >>> found = find_credits("渡轮照常开行。（编辑 林青）")
    >>> [(credit.role, credit.names, end) for credit, _, end in found]
    [('编辑', ('林青',), 14)]
    >>> found = find_credits("(Reporting by Ann Lee in Oslo; Editing by Jo Roe and Max Poe)")
    >>> [(credit.role, credit.names) for credit, *_ in found]
    [('Reporting by', ('Ann Lee',)), ('Editing by', ('Jo Roe', 'Max Poe'))]
    >>> find_credits("The ferry sails again.")
    []
    """
    is_wide = not text.isascii() and WIDE.search(text) is not None
    items = labelled(text) or (is_wide and _without_colons(text)) or []
    found = [
        PlacedCredit(_credit(item, text), *_with_brackets(text, item.start, item.end))
        for item in items
        if item.group.startswith("role.")
    ]
    return found if found or is_wide else list(_phrase_credits(text))


def _opens_phrase(text: str) -> bool:
    """Whether a phrase may start the text, or stand first in a bracket."""
    return any(map(credit_phrases().may_open, text.split("(")))


def _last_opening(text: str) -> int:
    """Where the last bracket opens, -1 if none does."""
    return max(map(text.rfind, BRACKETS))


def _without_colons(text: str) -> list[Labelled]:
    """The roles with spaces only: on a line, after a date, or in brackets that end a paragraph.

    >>> [(item.label, item.value) for item in _without_colons("2024-05-10 08:12 编辑 林青")]
    [('编辑', '林青')]
    >>> [(item.label, item.value) for item in _without_colons("渡轮照常开行。（编辑 林青）")]
    [('编辑', '林青')]
    """
    if found := find_spaced(text) or _after_byline(text):
        return found
    dates = find_dates(text) if text[:1].isdigit() else ()
    start = dates[-1].end if dates else _last_opening(text)
    if start < 0:
        return []
    start += len(text[start:]) - len(text[start:].lstrip())
    found = find_spaced(text[start:]) if start > 0 and WIDE.search(text, start) else []
    return [item._replace(start=item.start + start, end=item.end + start) for item in found]


def _after_byline(text: str) -> list[Labelled]:
    """The roles with spaces only that follow the reporters on their line.

    >>> [(item.label, item.value) for item in _after_byline("河湾日报记者 林知秋 编辑 林青")]
    [('编辑', '林青')]
    >>> _after_byline("他在河湾日报 编辑 林青的文章")
    []
    """
    # This rules out most lines.
    if _ends_of_roles().isdisjoint(text):
        return []
    words = [word for word in WORD.finditer(text) if word.start()]
    word = next((word for word in words if _role_in(word[0]) is not None), None)
    reading = read_byline(text[: word.start()]) if word else None
    if word is None or reading is None or not reading.names:
        return []
    start = word.start() + (_role_in(word[0]) or 0)
    found = find_spaced(text[start:])
    return [item._replace(start=item.start + start, end=item.end + start) for item in found]


def _role_in(word: str) -> int | None:
    """Where the role starts that ends a word, after the name of a paper or not."""
    if word[-1] not in _ends_of_roles():
        return None
    starts = range(min(LONGEST_PAPER, len(word)))
    return next((start for start in starts if word[start:] in spaced_roles()), None)


@cache
def _ends_of_roles() -> frozenset[str]:
    """The last letters of roles, which rule out nearly all words."""
    return frozenset(role[-1] for role in spaced_roles())


def _credit(item: Labelled, text: str) -> Credit:
    printed = text[item.start : item.end].strip()
    names = _people(item.value)
    if not names and WIDE.search(item.label) and NICKNAME.fullmatch(item.value):
        names = (item.value,)
    return Credit(item.label, names, printed, item.group.removeprefix("role."))


def _people(value: str) -> tuple[str, ...]:
    """The names in a value; a word beside a desk or an outlet is one only with a family name.

    >>> _people("河湾日报 林青"), _people("河湾科普栏目组 团团"), _people("团团")
    (('林青',), (), ('团团',))
    """
    names = split_names(value)
    if not WIDE.search(value) or not any(map(is_excluded, value.split())):
        return names
    return tuple(name for name in names if not is_spelled_as_chinese(name) or has_family_name(name))


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The start and end of a credit, with the pair of brackets right around it."""
    before = text[:start].rstrip()
    closing = BRACKETS.get(before[-1:], "")
    if closing and text[end:].lstrip().startswith(closing):
        return len(before) - 1, text.index(closing, end) + 1
    return start, end


def _phrase_credits(text: str) -> Iterator[PlacedCredit]:
    """Credits such as agencies print: `Reporting by A in B; Editing by C`.

    They start the text or stand in brackets.
    """
    phrases = credit_phrases()
    matches = list(phrases.pattern.finditer(text)) if _opens_phrase(text) else []
    if not matches or (matches[0].start() and text[matches[0].start() - 1] != "("):
        return
    limits = [*(match.start() for match in matches), len(text)]
    for match, (start, limit) in zip(matches, pairwise(limits), strict=True):
        end = match.end() + _length_of_names(text[match.end() : limit])
        names = split_names(PLACE.sub("", text[match.end() : end]))
        if names:
            role = phrases.groups[match[1].casefold()].removeprefix("role.")
            credit = Credit(match[1], names, text[start:end], role)
            yield PlacedCredit(credit, *_with_brackets(text, start, end))


def _length_of_names(value: str) -> int:
    """Where the names end that start a text: at a full stop, a bracket or a semicolon."""
    stop = PHRASE_END.search(value)
    if stop and not _is_initial(value, stop.start()):
        return stop.start()
    return len(value.rstrip())


def _is_initial(text: str, dot: int) -> bool:
    """Whether a full stop ends an initial.

    >>> _is_initial("Ann L. Lee", 5), _is_initial("Ann Lee.", 7)
    (True, False)
    """
    word = text[:dot].rpartition(" ")[2]
    return text[dot] == "." and word.isupper() and len(word) < 3


def _likely_texts(context: Context) -> list[tuple[int, int, str]]:
    """Those of the texts that have a wide letter or a sign of credits, or begin with a phrase.

    Where the article is in a wide script, nearly all have one.
    """
    texts = list(_texts(context))
    if context.script:
        return texts
    may_open = credit_phrases().may_open
    signed = find_lines(SIGNED, [text for _, _, text in texts])
    return [one for at, one in enumerate(texts) if at in signed or may_open(one[2])]


def _texts(context: Context) -> Iterator[tuple[int, int, str]]:
    """The texts that may hold credits: the block, the offset in it, and the text from there."""
    blocks = context.page.blocks
    for index in _window(context):
        block = blocks[index]
        if _is_line(context, index, block):
            yield index, 0, block.text
        elif (opening := _last_opening(block.text[1 - BODY_TAIL :])) >= 0:
            opening += len(block.text) - BODY_TAIL + 1
            yield index, opening, block.text[opening:]


def _is_line(context: Context, index: int, block: Block) -> bool:
    longest = BODY_TAIL if context.is_body(index) else LONGEST_LINE
    return len(block.text) <= longest


def _window(context: Context) -> range:
    """The blocks in which credits are looked for: from above the headline to below the body."""
    body_blocks = context.body_blocks
    start = context.headline
    if start is None:
        start = body_blocks[0] if body_blocks else 0
    first = max(0, start - CREDITS.above)
    last = body_blocks[-1] if body_blocks else first + CREDITS.after
    return range(first, min(len(context.page.blocks), last + CREDITS.after))
