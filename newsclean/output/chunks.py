"""An article in pieces of a length, for retrieval."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Article, Chunk, Kind
from newsclean.text.sentences import SENTENCE_END


def chunks_of(article: Article, max_chars: int) -> tuple[Chunk, ...]:
    """The body in pieces of at most this many characters, each under its headings.

    A piece ends where a paragraph or a heading begins; only a longer paragraph is divided, at the
    end of a sentence or a line if there is one.
    """
    if isinstance(max_chars, bool) or not isinstance(max_chars, int) or max_chars < 1:
        raise ValueError(f"max_chars must be a whole number of 1 or more, not {max_chars!r}")
    found: list[_Group] = []
    for headings, index, piece in _pieces(article, max_chars):
        if not found or not found[-1].has_room(headings, piece, max_chars):
            found.append(_Group(headings))
        found[-1].add(index, piece)
    return tuple(group.chunk() for group in found)


class _Group:
    """Pieces that become one chunk."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        self._headings = headings
        self._texts: list[str] = []
        self._length = 0
        self._paragraphs: dict[int, None] = {}

    def has_room(self, headings: tuple[str, ...], piece: str, most: int) -> bool:
        """Whether a piece is under the same headings, and fits."""
        return headings == self._headings and self._length + len(piece) <= most

    def add(self, index: int, piece: str) -> None:
        """Add a piece of the paragraph with this index."""
        self._texts.append(piece)
        self._length += len(piece) + 1
        self._paragraphs[index] = None

    def chunk(self) -> Chunk:
        """The chunk, its pieces parted by line feeds."""
        return Chunk("\n".join(self._texts), self._headings, tuple(self._paragraphs))


def _pieces(article: Article, most: int) -> Iterator[tuple[tuple[str, ...], int, str]]:
    """Yield the headings, the index of the paragraph and the text of each piece."""
    path: list[tuple[int, str]] = []
    headings: tuple[str, ...] = ()
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.kind is Kind.HEADING:
            path = [step for step in path if step[0] < paragraph.level]
            path.append((paragraph.level, paragraph.text))
            headings = tuple(text for _, text in path)
            continue
        for piece in _divided(paragraph.text, most):
            yield headings, index, piece


def _divided(text: str, most: int) -> Iterator[str]:
    """The text in pieces that are not too long, without the white space between them."""
    start = 0
    while len(text) - start > most:
        end = start + most
        ends = (found.end() for found in SENTENCE_END.finditer(text, start, end + 1))
        cut = max((each for each in ends if each <= end), default=0)
        cut = cut or text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1 or end
        if piece := text[start:cut].strip():
            yield piece
        start = cut
    if piece := text[start:].strip():
        yield piece
