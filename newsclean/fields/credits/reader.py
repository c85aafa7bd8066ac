"""The credits of the page's article, on the lines around it."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.fields.context import Context
from newsclean.fields.credits.lines import find_credits, people
from newsclean.fields.credits.placed import PlacedCredit, last_opening
from newsclean.fields.label_before import CELLS, label_before
from newsclean.fields.result import FieldResult, Found
from newsclean.fields.zones import CREDITS
from newsclean.lexicon.lookups import credit_phrases
from newsclean.mentions.names.cjk import has_family_name
from newsclean.model import Block, Candidate, Credit, Evidence, Label, Span
from newsclean.text.lines import find_lines
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, HANGUL, KANA

# The longest credit line of the development pages has 96 characters. On 613 open pages with 48
# whose credits are known, neither half of it nor no limit changes any: it bounds the work.
LONGEST_LINE = 240
# How much of the end of a paragraph is searched for a bracket with credits. Neither half of it nor
# twice of it changes any of these pages; without a limit one gets the credit of a picture.
BODY_TAIL = 160
LABEL_END = " \u3000:："
# Credits without wide letters that no phrase starts have one of these: the end of a label, or the
# bracket that they stand in.
SIGNED = lazy(rf"[:：﹕︰︱|｜/／=＝({KANA}{HAN}{HANGUL}].*")


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
    names = people(text) if group.startswith("role.") and before.tag in CELLS else ()
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
        elif (opening := last_opening(block.text[1 - BODY_TAIL :])) >= 0:
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
