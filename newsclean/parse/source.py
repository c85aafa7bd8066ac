"""Makes the source of a page cheap to parse, without a change to what it says.

Some sources cost a parser a hundred times as much as others of their size: each reference is an
event of its own, each attribute an object, and each unusual line end a line that nobody counted. No
page of news is like that; those that are must not take seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml import etree

from newsclean.model import UNLIMITED, Budget
from newsclean.text.characters import without_invalid_references
from newsclean.text.patterns import lazy

# Of a source with more references, those in long stretches of text are resolved at once. Of 3,160
# pages the one with most of them has 36,240.
MANY_REFERENCES = 100_000
# A tag with a long text after it. Whatever else there is becomes few matches, and nothing is looked
# at twice.
_TEXTS = lazy(r"(?P<long><[^<]{10000,}+)|(?:<[^<]{0,9999}+(?![^<]))++")
# A long part of a text in which every sign of markup would come from a reference; and what else,
# the end of the text at last, which would otherwise be tried from each of its characters.
_PARTS = lazy(r"(?P<long>[^<>\"']{1000,}+)|(?:[^<>\"']{0,999}+[<>\"']++)++|[^<>\"']++")
PIECE = 100_000
# What is no markup, and must not be changed, whatever it holds.
_RAW = ("<script", "<style", "<xmp", "<plaintext", "<iframe", "<noframes", "<!--")

# A shorter text has no room for so many attributes that they cost more than a tenth of a second.
LONG_SOURCE = 500_000
# Of 3,160 pages the tag with most attributes has 136. What looks like a tag in a script may have
# hundreds of words, but hardly so many without a sign in between that no attribute can have.
MOST_ATTRIBUTES = 5_000
# Nothing here goes beyond the next "<", so that no text is looked at for two tags.
_ATTRIBUTE = (
    r"""(?:[\s/]*+[^\s/<>="'][^\s/<>="']*+"""
    r"""(?:\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s<>"']*+))?+)"""
)
_TAG_NAME = r"</?[a-zA-Z][^\s/<>]*+"
_MANY_ATTRIBUTES = lazy(rf"({_TAG_NAME}{_ATTRIBUTE}{{{MOST_ATTRIBUTES}}}+){_ATTRIBUTE}++")
# Readability takes time that grows with the square of a tag's attributes.
_SOME_ATTRIBUTES = lazy(rf"({_TAG_NAME}{_ATTRIBUTE}{{300}}+){_ATTRIBUTE}++")


def prepare_source(text: str, budget: Budget = UNLIMITED) -> str:
    """The source with plain line ends, and with what is costly in it made cheap.

    >>> prepare_source("<p>one\\r\\ntwo\\rthree")
    '<p>one\\ntwo\\nthree'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MANY_REFERENCES and text.count("&") > MANY_REFERENCES:
        # The parser would make characters of them that no text may hold.
        text = resolve_references(without_invalid_references(text), budget)
    if len(text) > LONG_SOURCE:
        budget.check()
        text = _MANY_ATTRIBUTES.sub(r"\1", text)
    return text


def drop_attributes(text: str) -> str:
    """The source with no more than 300 attributes in any tag.

    >>> len(drop_attributes("<p " + "a=1 " * 1000 + ">text"))
    1208
    """
    return _SOME_ATTRIBUTES.sub(r"\1", text)


def split_lines(text: str) -> str:
    """A plain text with a line feed for every other character that ends a line.

    >>> split_lines("one\\u2028two\\x85three")
    'one\\ntwo\\nthree'
    """
    for separator in "\x85\u2028\u2029":
        text = text.replace(separator, "\n")
    return text


def resolve_references(text: str, budget: Budget = UNLIMITED) -> str:
    """The source with the references resolved that stand in long stretches of text.

    >>> resolve_references("<p title='&#65;'>" + "&#65;bc " * 2000)[:24]
    "<p title='&#65;'>Abc Abc"
    """
    pieces, done = [], 0
    for start, end in _long_texts(text):
        pieces.append(text[done:start])
        pieces += map(_resolved, _pieces(text[start:end], budget))
        done = end
    return "".join((*pieces, text[done:]))


def _long_texts(text: str) -> Iterator[tuple[int, int]]:
    """Where long texts stand between tags and quotation marks.

    What follows a ">" in an attribute is no text; but where no sign of markup is, and none comes
    from a reference, that makes no difference.
    """
    for tag in _TEXTS.finditer(text):
        start, end = tag.span()
        if tag["long"] and not text[start : start + 10].lower().startswith(_RAW):
            start = text.find(">", start, end)
            parts = _PARTS.finditer(text, start, end) if start >= 0 else ()
            yield from (part.span() for part in parts if part["long"])


def _pieces(text: str, budget: Budget) -> Iterator[str]:
    """The text in pieces, none of which ends in a reference."""
    start = 0
    while start < len(text):
        budget.check()
        end = text.find("&", start + PIECE)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end


def _resolved(text: str) -> str:
    """A text without markup as the parser reads it, which takes a tenth of the time of its events.

    The text itself, where that would hardly have fewer references.
    """
    if "&" not in text:
        return text
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(f"<p>{text}</p>".encode(), parser)
    # A carriage return that a reference makes is a character; one in the source would end a line.
    resolved = escape("".join(map(str, root.itertext()))).replace("\r", "&#13;")
    return resolved if 2 * resolved.count("&") < text.count("&") else text
