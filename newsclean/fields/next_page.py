"""The address of the next page of the same article."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from newsclean.fields.context import Context
from newsclean.lexicon.lookups import words_of
from newsclean.metadata.addresses import is_web, joined, page_base
from newsclean.text.patterns import lazy

# What an address loses to be the stem that its pages share: the number and the ending.
OWN_NUMBER = lazy(r"(?:_\d{1,2}|-[2-9])?(?:\.[a-z]{3,5}|/)?$")
# What follows the stem in the address of a page: 12_2.html, 12/page/2/, 12/index.html.
REST = lazy(
    r"(?:(?:[_-]|/(?:page|p|seite)?[/_-]?)(?P<number>\d{1,3}))?(?:/index)?(?:\.[a-z]{3,5}|/)?"
)
IN_QUERY = lazy(r"(?:^|&)(?:page|p|pn|seite|pagina)=(\d{1,3})(?:&|$)")
EDGES = " >›»→…[]()（）.:"
# The pager stands in the body or on so many blocks after it.
AFTER = 30
LONGEST_LABEL = 24


def find_next_page(context: Context, address: str | None) -> str | None:
    """The address of the next page, if a link says so and leads to a part of the same article.

    `address` is that of this page. A link to the next article, which lists and blogs state in the
    same way, has another address.
    """
    if not address:
        return None
    for href in (*_stated(context), *_printed(context)):
        absolute = joined(page_base(context.page), href)
        if is_web(absolute) and is_later_page(address, absolute):
            return absolute
    return None


def _stated(context: Context) -> Iterator[str]:
    return (href for rel, href in context.page.metadata.links if "next" in rel.split())


def _printed(context: Context) -> Iterator[str]:
    """The addresses of the links that are called "next page", in the body and after it."""
    words = words_of("link.next")
    body_blocks = context.body_blocks
    start = body_blocks[0] if body_blocks else context.start
    stop = (body_blocks[-1] if body_blocks else start) + AFTER
    linked = [block for block in context.page.blocks[start:stop] if block.linked]
    # Most pages have none of the words, and `block.links` is computed on demand.
    everything = "\n".join([block.text for block in linked]).casefold()
    if not any(word in everything for word in words):
        return
    for block in linked:
        for link in block.links:
            text = block.text[link.start : link.end]
            if len(text) <= LONGEST_LABEL and text.casefold().strip(EDGES) in words:
                yield link.href


def is_later_page(address: str, other: str) -> bool:
    """Whether another address is that of a later page of the same text.

    >>> is_later_page("https://a.example/n/12.html", "https://a.example/n/12_2.html")
    True
    >>> is_later_page("https://a.example/n/12?page=2", "https://a.example/n/12?page=3")
    True
    >>> is_later_page("https://a.example/n/12.html", "https://a.example/n/13.html")
    False
    """
    try:
        here, there = urlsplit(address), urlsplit(other)
    except ValueError:
        return False
    stem = OWN_NUMBER.sub("", here.path)
    if here.hostname != there.hostname or not stem.strip("/"):
        return False
    number = _number(stem, here)
    return number > 0 and _number(stem, there) == number + 1


def _number(stem: str, address: SplitResult) -> int:
    """The number of a page of the text at `stem`; 1 if it has none, 0 if it is another's."""
    found = REST.fullmatch(address.path.removeprefix(stem))
    if found is None or not address.path.startswith(stem):
        return 0
    in_query = IN_QUERY.search(address.query)
    return int(in_query[1] if in_query else found["number"] or 1)
