"""Names at the edges of the body: as a paragraph of their own, or after the last sentence."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.fields.authors.candidate import Names, line_candidate, names_candidate
from newsclean.fields.authors.lone_names import LONGEST_CAPTION, LONGEST_LINE, is_filled, is_rare
from newsclean.fields.authors.windows import Windows
from newsclean.fields.context import Context
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.jobs import EDGES, clean_name
from newsclean.mentions.names.lists import ADDRESS
from newsclean.mentions.names.person import is_person
from newsclean.mentions.names.spaced import spaced_names
from newsclean.model import Block
from newsclean.text.patterns import lazy
from newsclean.text.sentences import COLONS

# The dash of a signature: "— Jane Roe, Post staff".
SIGNED = lazy(r"[—–-]{1,2}\s?[^\W\d_a-z]")
# "… sails again. (Jane Roe)", "… sails again. — Jane Roe".
AFTER_TEXT = lazy(
    r"[.!?…”\"»]\s{0,2}"
    r"(?:[(（](?P<bracket>[^()（）]{5,40})[)）]|[—–]{1,2}\s?(?P<dash>[^—–]{5,40}))\s{0,2}$"
)
# The lines of a signature: the name, a job, an address, a telephone number. It bounds the work: no
# open page of three sets has as many.
MOST_LINES_OF_SIGNATURE = 4


def read_edges(context: Context, _: Windows) -> Iterator[Names]:
    """A name that is the whole first or last paragraph of the body, or a paragraph after it."""
    if after := _names_after_text(context):
        yield after
    for place, index in _edges(context):
        block = context.page.blocks[index]
        if names := _names_of_paragraph(context, block):
            yield line_candidate(names, place, block, index, place)


def _names_after_text(context: Context) -> Names | None:
    """The name after the last sentence, in brackets or after a dash: `… again. (Jane Roe)`."""
    if not context.body_blocks:
        return None
    text = context.page.blocks[context.body_blocks[-1]].text
    found = AFTER_TEXT.search(text, max(0, len(text) - LONGEST_CAPTION))
    name = clean_name(found["bracket"] or found["dash"]) if found else ""
    return names_candidate((name,), "last paragraph", text) if is_person(name) else None


def _edges(context: Context) -> Iterator[tuple[str, int]]:
    if not context.body_blocks:
        return
    first, last = context.body_blocks[0], _last_text(context)
    yield "first paragraph", first
    if last != first and not _is_labelled(context, last):
        yield "last paragraph", last
    after = context.body_blocks[-1] + 1
    blocks = context.page.blocks[after : after + 1]
    if blocks and blocks[0].tag == "p" and not blocks[0].linked:
        yield "paragraph after the body", after


def _last_text(context: Context) -> int:
    """The last block of the body that is more than the day, a job, or how to reach somebody."""
    *before, last = context.body_blocks[-MOST_LINES_OF_SIGNATURE:]
    for index in (last, *reversed(before)):
        if not _goes_with_name(context, context.page.blocks[index].text):
            return index
    return last


def _goes_with_name(context: Context, text: str) -> bool:
    """Whether a line below a name says when, where or as what that person wrote."""
    if len(text) > LONGEST_CAPTION:
        return False
    rest = ADDRESS.sub("", without_dates(text, context.dates(text))[0]).strip(EDGES)
    return not any(map(str.isalpha, rest)) or rest.casefold() in words_of("person.job")


def _is_labelled(context: Context, index: int) -> bool:
    """Whether a line above ends with a colon, as "Press contact:" does."""
    return context.page.blocks[index - 1].text.endswith(COLONS)


def _names_of_paragraph(context: Context, block: Block) -> tuple[str, ...]:
    if len(block.text) > LONGEST_LINE or block.tag.startswith("h"):
        return ()
    text = block.text.strip("()[] ")
    names = spaced_names(text)
    if not is_filled(names, text) and not (names and SIGNED.match(text)):
        return ()
    return names if all(is_rare(context, name) for name in names) else ()
