"""The labels and set forms in which Chinese, Japanese and Korean pages print their authors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.fields.authors.candidate import Names, names_candidate
from newsclean.fields.authors.cjk_alone import LONGEST_LINE, is_full_name
from newsclean.fields.context import Context
from newsclean.fields.label_before import label_before
from newsclean.fields.zones import CJK_AUTHORS
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.labelled import Labelled
from newsclean.mentions.labelled.spaced import find_spaced
from newsclean.mentions.names.bylines import find_bylines
from newsclean.mentions.names.bylines.form import LONGEST_LINE as LONGEST_BYLINE
from newsclean.mentions.names.bylines.korean import IN_SENTENCE
from newsclean.mentions.names.cjk import has_family_name
from newsclean.mentions.names.grammar import read_byline, read_japanese, read_korean
from newsclean.mentions.names.grammar.groups import PICTURE
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.spaced import byline_start
from newsclean.model import Label, Span
from newsclean.text.patterns import lazy

# How much of the start and the end of a longer paragraph can be a byline, and how many paragraphs
# at either end of the body can hold one.
EDGE, EDGE_BLOCKS = 60, 3
# Chinese lines are read with the other forms, since many are parts of longer ones.
GRAMMARS = {"japanese": read_japanese, "korean": read_korean}
# In an interview the label is the speaker: 记者：为什么想到写一个渡口的故事？
SPEECH = lazy("[，。！？!?…]")
# What the author's label of offices and schools often has for a value: 办公室, 规划科.
OFFICE = lazy("[科室办辦处處部局委院]$")
IN_BRACKETS = lazy(r"\[[^\[\]]+\]|【[^【】]+】")
# More names in one label's value are the words of a sentence.
MOST_NAMES = 10


class _Piece(NamedTuple):
    """A part of a block that may hold bylines, from `start` to `end`."""

    block: int
    start: int
    end: int
    text: str
    is_end: bool

    def span(self, start: int, end: int, rule: str) -> Span:
        """The span of a part of the piece."""
        return Span(self.block, self.start + start, self.start + end, Label.BYLINE, rule)


def read_bylines(context: Context, script: str) -> Iterator[Names]:
    """The bylines beside the headline, at either end of the body, and on the lines after it."""
    for piece in _pieces(context):
        labelled = context.labelled(piece.text)
        items = labelled or find_spaced(piece.text)
        roles = [item for item in items if is_of_desk(item)]
        has_role = any(item.group.startswith("role.") for item in roles)
        if names := () if has_role else _names_by_grammar(piece, script):
            span = piece.span(0, len(piece.text), "byline")
            yield names_candidate(names, "byline", piece.text, span)
            continue
        if names := _names_without_label(context, piece, script):
            span = piece.span(0, len(piece.text), "byline label")
            yield names_candidate(names, "labelled", piece.text, span)
        for item in (item for item in items if item.group in ("label.author", "role.writer")):
            if _is_entry(context, piece, item):
                continue
            names = _names_of_value(item.value, script)
            if _may_name_authors(piece, item, names, has_colons=bool(labelled)):
                span = piece.span(item.start, item.end, "byline label")
                yield names_candidate(names, "labelled", piece.text, span)
        if script == "chinese":
            yield from _beside_outlets(piece, items)
        yield from _set_forms(piece, roles)


def _beside_outlets(piece: _Piece, items: list[Labelled]) -> Iterator[Names]:
    """The name that follows the outlet in the value of its label: 来源：河湾日报 林知秋."""
    for item in items:
        *outlet, name = item.value.split() or ("",)
        if item.group == "label.source" and outlet and is_full_name(name, "chinese"):
            yield names_candidate((name,), "name beside the date", piece.text)


def is_of_desk(item: Labelled) -> bool:
    """Whether a label names others than the authors: 编辑, 摄影, but not 撰稿."""
    is_other = item.group.startswith(("role.", "label.picture"))
    return is_other and item.group != "role.writer"


def _names_without_label(context: Context, piece: _Piece, script: str) -> tuple[str, ...]:
    """The names of a block whose label is the block before it, or is English: Text by 山田太郎."""
    if piece.start or not piece.is_end:
        return ()
    start = byline_start(piece.text) if piece.text[:1].isascii() else 0
    if start or label_before(context, piece.block) in ("label.author", "role.writer"):
        return _names_of_value(piece.text[start:], script)
    return ()


def _names_by_grammar(piece: _Piece, script: str) -> tuple[str, ...]:
    """The authors that a Japanese or Korean line names, if all of it is a byline."""
    is_line = piece.start == 0 and piece.is_end and len(piece.text) <= LONGEST_BYLINE
    if not is_line or script not in GRAMMARS:
        return ()
    return GRAMMARS[script](without_dates(piece.text)[0])


def _names_of_value(value: str, script: str) -> tuple[str, ...]:
    """The names in a label's value.

    Beside a Chinese name with a family name, one without is a paper or a desk.
    """
    value = value[1:-1] if IN_BRACKETS.fullmatch(value) else value
    reading = read_byline(value) if script == "chinese" else None
    if reading and PICTURE in reading.signs:  # 记者：林知秋/文 周望舒/图
        return reading.names
    names = split_names(value, script == "japanese")
    if script != "chinese":
        return names
    with_family = tuple(filter(has_family_name, names))
    return with_family or tuple(name for name in names if not OFFICE.search(name))


def _may_name_authors(
    piece: _Piece, item: Labelled, names: tuple[str, ...], has_colons: bool
) -> bool:
    """Whether a label's value is a list of authors; without a colon, all need a family name."""
    if not names and SPEECH.search(piece.text, item.start, item.end + 1):
        return False
    return len(names) <= MOST_NAMES and (has_colons or all(map(has_family_name, names)))


def _is_entry(context: Context, piece: _Piece, item: Labelled) -> bool:
    """Whether a label follows a link that begins a line below the body: an entry of a list."""
    block = context.page.blocks[piece.block]
    if not block.linked or not context.body_blocks or piece.block <= context.body_blocks[-1]:
        return False
    return any(link.start == 0 and link.end <= piece.start + item.start for link in block.links)


def _set_forms(piece: _Piece, roles: list[Labelled]) -> Iterator[Names]:
    """The bylines of set forms in a piece, without those that are part of an editor's role."""
    for byline in find_bylines(piece.text, starts=piece.start == 0, ends=piece.is_end):
        if any(item.start < byline.end and byline.start < item.end for item in roles):
            continue
        span = piece.span(byline.start, byline.end, byline.rule)
        origin = "byline in a paragraph" if byline.rule == IN_SENTENCE else "byline"
        yield names_candidate(byline.names, origin, piece.text, span if byline.apart else None)


def _pieces(context: Context) -> Iterator[_Piece]:
    """The texts that may hold bylines, those beside the headline first."""
    for index, start, end in _ranges(context):
        text = context.page.blocks[index].text
        yield _Piece(index, start, end, text[start:end], end == len(text))


def _ranges(context: Context) -> Iterator[tuple[int, int, int]]:
    body_blocks = context.body_blocks
    first = _first_block(context)
    last = body_blocks[-1] if body_blocks else first + CJK_AUTHORS.below
    edges = {*body_blocks[:EDGE_BLOCKS], *body_blocks[-EDGE_BLOCKS:]}
    stop = min(len(context.page.blocks), last + CJK_AUTHORS.after)
    near = range(first + CJK_AUTHORS.below + 1)
    after = range(last - EDGE_BLOCKS + 1, stop)
    for index in range(max(0, first - CJK_AUTHORS.above), stop):
        text = context.page.blocks[index].text
        size, is_edge = len(text), index in edges
        if size <= LONGEST_LINE:
            is_line = is_edge or index in near or index in after or text.startswith(("(", "（"))
            if is_line and _may_hold_byline(context, index):
                yield index, 0, size
        elif is_edge and _may_hold_byline(context, index):
            yield from ((index, 0, EDGE), (index, size - EDGE, size))


def _first_block(context: Context) -> int:
    """The headline's block; without one, a block shortly before the body."""
    if context.headline is not None:
        return context.headline
    first = context.body_blocks[0] if context.body_blocks else 0
    return max(0, first - CJK_AUTHORS.above)


def _may_hold_byline(context: Context, index: int) -> bool:
    block = context.page.blocks[index]
    if index == context.headline or block.hidden or block.tag == "figcaption":
        return False
    return block.link_density <= 0.5 or len(block.text) <= LONGEST_LINE
