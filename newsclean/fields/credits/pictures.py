"""Credits of photographers in Chinese bylines: 文/林知秋 图/周望舒, 林知秋 文 周望舒 摄."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.fields.credits.placed import BRACKETS, PlacedCredit, last_opening
from newsclean.lexicon.lookups import alternatives
from newsclean.mentions.names.bylines.form import LONGEST_LINE
from newsclean.mentions.names.grammar import Reading, read_byline
from newsclean.mentions.names.grammar.groups import WRITER
from newsclean.model import Credit
from newsclean.text.patterns import lazy

# Every word that says who took the pictures has one of these.
SIGNS = frozenset("图圖摄攝")
WORD = lazy(lambda: alternatives("name.pictures", "zh"))
WRITING = lazy(lambda: alternatives("name.writing", "zh"))


def picture_credits(text: str) -> Iterator[PlacedCredit]:
    """The credit of those who only took the pictures, in a line or bracket that names a writer.

    Without a writer, it is a caption.

    >>> [(credit.role, credit.names) for credit, *_ in picture_credits("文/林知秋 图/周望舒")]
    [('图', ('周望舒',))]
    >>> [credit.names for credit, *_ in picture_credits("渡轮开了。（林知秋 文 周望舒 摄）")]
    [('周望舒',)]
    >>> list(picture_credits("周望舒 摄"))
    []
    """
    # These rule out nearly all texts.
    if SIGNS.isdisjoint(text) or not WRITING.search(text):
        return
    start, end = _byline(text)
    reading = read_byline(text[start:end]) if end - start <= LONGEST_LINE else None
    if reading and reading.pictures and reading.names and WRITER in reading.signs:
        yield from _credit(text[start:end], start, reading)


def _byline(text: str) -> tuple[int, int]:
    """Where the byline of a text starts and ends: inside of the bracket that ends it, or all.

    >>> _byline("渡轮开了。（文/林知秋）"), _byline("文/林知秋 ")
    ((6, 11), (0, 5))
    """
    line = text.rstrip()
    opening = last_opening(line)
    if opening >= 0 and line.endswith(BRACKETS[line[opening]]):
        return opening + 1, len(line) - 1
    return 0, len(line)


def _credit(line: str, offset: int, reading: Reading) -> Iterator[PlacedCredit]:
    """The credit of the photographers, from their name or the word before it to the last of both.

    Of the words for pictures the one nearest to the names is theirs.
    """
    words = [found.span() for found in WORD.finditer(line)]
    spans = [_span_of(name, line) for name in reading.pictures]
    if not words or (-1, -1) in spans:
        return
    first, last = spans[0][0], spans[-1][1]
    start, end = min(words, key=lambda span: min(abs(first - span[1]), abs(span[0] - last)))
    place = min(first, start), max(last, end)
    credit = Credit(line[start:end], reading.pictures, line[slice(*place)], "photographer")
    yield PlacedCredit(credit, offset + place[0], offset + place[1])


def _span_of(name: str, line: str) -> tuple[int, int]:
    """Where a name stands in a line that may pad it with spaces; -1 and -1 if it does not.

    >>> _span_of("陈彬", "图/陈 彬"), _span_of("周望舒", "图/陈 彬")
    ((2, 5), (-1, -1))
    """
    places = [index for index, character in enumerate(line) if not character.isspace()]
    letters = "".join(name.split())
    start = "".join(line.split()).find(letters)
    return (places[start], places[start + len(letters) - 1] + 1) if start >= 0 else (-1, -1)
