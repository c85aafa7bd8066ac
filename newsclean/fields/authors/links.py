"""The links of a block, and those of them that lead to the page of an author."""

from __future__ import annotations

from newsclean.model import Block, Inline
from newsclean.text.patterns import lazy

AUTHOR_PAGE = lazy(
    r"/(?:authors?|autor(?:en|es|a|i|zy)?|auteurs?|contributors?|writers?|reporters?|journalists?"
    r"|journalistes?|profiles?|people|persons?|staff|team|bios?|by|byline|columnists?|redaktion"
    r"|redakteure?|firmas?|skribent|experts?|members?|yazarlar?|autore)/[^/?#]+/?(?:$|[?#])"
    r"|[?&]author="
)


def addresses(block: Block) -> list[str]:
    """The addresses that a block links to, as written."""
    return [piece.href for piece in block.pieces if isinstance(piece, Inline) and piece.href]


def author_links(block: Block) -> list[tuple[int, int]]:
    """Where the links to an author's page start and end."""
    # Most blocks have no such link, and `block.links` is computed on demand.
    if not any(map(_is_author_page, addresses(block))):
        return []
    return [(link.start, link.end) for link in block.links if _is_author_page(link.href)]


def _is_author_page(href: str) -> bool:
    """Whether an address looks like that of an author's page.

    >>> _is_author_page("/authors/jane-roe/"), _is_author_page("/authors/")
    (True, False)
    """
    return AUTHOR_PAGE.search(href.lower()) is not None
