"""Boxes about the author, and sentences that say who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.fields.authors.candidate import Names, names_candidate
from newsclean.fields.authors.lone_names import introduces
from newsclean.fields.authors.windows import Windows
from newsclean.fields.context import Context
from newsclean.mentions.names.jobs import clean_name
from newsclean.mentions.names.person import is_person
from newsclean.mentions.names.spaced import spaced_names
from newsclean.text.patterns import lazy

WROTE_THIS = lazy(
    r"\b(?:post|article|story|piece|column|essay|guide|blog)\s+(?:was|is)\s+(?:originally\s+)?"
    r"(?:written|authored|contributed)\s+by\s+",
    re.IGNORECASE,
)
ABOUT = lazy(
    r"^(?:about\s+(?:the\s+author:?\s*)?|meet\s+(?:the\s+author:?\s*)?|über\s+|à\s+propos\s+de\s+"
    r"|sobre\s+)",
    re.IGNORECASE,
)
# How many characters after "was written by" are searched for names.
LONGEST_NAMES = 100
LONGEST_HEADING = 60
# A box may be taken for body, so its heading may stand so many blocks above the body's end.
OVERLAP = 3


def read_boxes(context: Context, windows: Windows) -> Iterator[Names]:
    """`This article was written by Jane Roe`, `About Jane Roe`, a name and then who that is."""
    body_blocks = context.body_blocks
    last = body_blocks[-1] if body_blocks else windows.near.stop
    below = range(max(windows.near.stop, windows.below.start - OVERLAP), windows.below.stop)
    for index in (*windows.near, *below):
        text = context.page.blocks[index].text
        if found := WROTE_THIS.search(text) if _may_say_who_wrote(text) else None:
            if names := spaced_names(text[found.end() : found.end() + LONGEST_NAMES]):
                yield names_candidate(names, "described as author", text)
        elif index >= last - OVERLAP and (name := _name_in_heading(context, index)):
            yield names_candidate((name,), "box below", text)


def _may_say_who_wrote(text: str) -> bool:
    """This rules out nearly all paragraphs; the search of a pattern without regard to case is slow.

    >>> _may_say_who_wrote("This was Written by Jane"), _may_say_who_wrote("a post by Jane")
    (True, False)
    """
    lower = text.lower()
    return " by " in lower and any(word in lower for word in ("written", "authored", "contributed"))


def _name_in_heading(context: Context, index: int) -> str:
    """The name that heads a box about the author, else ""."""
    blocks = context.page.blocks
    block = blocks[index]
    if block.hidden or len(block.text) > LONGEST_HEADING or len(block.text.split(None, 1)) < 2:
        return ""
    name = clean_name(ABOUT.sub("", block.text))
    if not is_person(name):
        return ""
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    return name if introduces(following, name) or name != clean_name(block.text) else ""
