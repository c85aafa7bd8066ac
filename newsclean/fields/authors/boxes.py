"""Boxes about the author, and sentences that say who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.fields.authors.candidate import Names, names_candidate
from newsclean.fields.authors.lone_names import introduces
from newsclean.fields.authors.windows import Windows
from newsclean.fields.context import Context
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.jobs import EDGES, clean_name
from newsclean.mentions.names.person import MOST_WORDS, is_person
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
# With half or double of one of the next numbers none of the 1,001 pages of three sets changes (of
# LINES_OF_BODY only double was tried): they bound the work.
#
# The longest line that says who the author is, in characters; how many of its words are read; and
# within how many after the verb the job stands.
LONGEST_INTRODUCTION, MOST_INTRODUCTION, JOB_WITHIN = 300, 16, 7
# How many lines at the end of the body, and how many below it, may say who the author is.
LINES_OF_BODY, LINES_BELOW = 1, 4
PREPOSITIONS = ("at", "on", "by", "via")
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


def read_introduced(context: Context, windows: Windows) -> Iterator[Names]:
    """Who the author is, in the last lines: `Jane Roe is a staff writer for the Post`."""
    body_blocks = context.body_blocks
    if not body_blocks:
        return
    last = body_blocks[-1]
    stop = min(windows.below.stop, last + 1 + LINES_BELOW)
    for index in (*body_blocks[-LINES_OF_BODY:], *range(last + 1, stop)):
        block = context.page.blocks[index]
        if block.hidden or len(block.text) > LONGEST_INTRODUCTION or index <= context.start:
            continue
        if name := introduced_name(block.text):
            yield names_candidate((name,), "described as author", block.text)


def introduced_name(text: str) -> str:
    """The name of a person that a text begins with and calls an author, else "".

    >>> introduced_name("Jane Roe is a staff writer for the Post.")
    'Jane Roe'
    >>> introduced_name("Jane Roe covers ports. Reach her at 555-0100.")
    'Jane Roe'
    >>> introduced_name("Contact Jane Roe at 555-0100"), introduced_name("Jane Roe is a sailor.")
    ('Jane Roe', '')
    """
    words = text.strip(EDGES).split()[:MOST_INTRODUCTION]
    if words and words[0].casefold() in words_of("name.contact"):
        ends = (at for at in range(3, len(words)) if words[at].casefold() in PREPOSITIONS)
        return _person(words[1 : next(ends, 0)])
    for at, word in enumerate(words[2 : 1 + MOST_WORDS], 2):
        is_verb = word in words_of("name.covers")
        is_verb = is_verb or (word in words_of("name.is") and _has_job(words[at + 1 :]))
        if is_verb and (name := _person(words[:at])):
            return name
    return ""


def _has_job(words: Sequence[str]) -> bool:
    """Whether the first words after a verb have a job that writes: a staff writer for the Post."""
    jobs = {word.strip(".,;").casefold() for word in words[:JOB_WITHIN]}
    return not jobs.isdisjoint(words_of("name.job"))


def _person(words: Sequence[str]) -> str:
    name = clean_name(" ".join(words))
    return name if is_person(name) else ""


def _may_say_who_wrote(text: str) -> bool:
    """Whether a text may match WROTE_THIS, which is slow because it ignores case.

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
