"""An article in pieces of a length, for retrieval."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Article, Chunk, Kind, Paragraph
from newsclean.text.sentences import SENTENCE_END


def chunks_of(article: Article, max_chars: int) -> tuple[Chunk, ...]:
    """The body in pieces of at most this many characters, each under its headings.

    A piece ends where a paragraph or a heading begins; only a longer paragraph is divided, at the
    end of a sentence or a line if there is one.
    """
    if isinstance(max_chars, bool) or not isinstance(max_chars, int) or max_chars < 1:
        raise ValueError(f"max_chars must be a whole number of 1 or more, not {max_chars!r}")
    found: list[Chunk] = []
    path: list[tuple[int, str]] = []
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.kind is Kind.HEADING:
            path = [*(step for step in path if step[0] < paragraph.level), _step(paragraph)]
            continue
        headings = tuple(text for _, text in path)
        for piece in _divided(paragraph.text, max_chars):
            last = found[-1] if found else None
            fits = last and len(last.text) + 1 + len(piece) <= max_chars
            if last and fits and last.headings == headings:
                paragraphs = (*last.paragraphs, *({index} - {*last.paragraphs}))
                found[-1] = Chunk(f"{last.text}\n{piece}", headings, paragraphs)
            else:
                found.append(Chunk(piece, headings, (index,)))
    return tuple(found)


def _step(heading: Paragraph) -> tuple[int, str]:
    return heading.level, heading.text


def _divided(text: str, most: int) -> Iterator[str]:
    """The text in pieces that are not too long, without the white space between them."""
    while len(text) > most:
        ends = [found.end() for found in SENTENCE_END.finditer(text, 0, most + 1)]
        cut = max([end for end in ends if end <= most], default=0)
        cut = cut or text.rfind("\n", 0, most) + 1 or text.rfind(" ", 0, most) + 1 or most
        if piece := text[:cut].strip():
            yield piece
        text = text[cut:]
    if piece := text.strip():
        yield piece
