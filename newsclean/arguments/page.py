"""The page, from whatever a caller gives for it; what is no page is refused with a remedy."""

from __future__ import annotations

import re
from inspect import getattr_static, iscoroutinefunction

from newsclean.arguments.markup import TREES, markup_of
from newsclean.errors import InputError
from newsclean.text.patterns import lazy

# What an object with one of these attributes probably is, and what of it is the page. The first
# attribute counts: a path can be opened, and a response of some libraries has `read` too.
_REMEDIES = (
    ("read_bytes", "give its .read_bytes()"),  # a path
    ("reference_date", "give its .page, .url and so on, or call extract_many"),  # an Input
    ("page_source", "give its .page_source"),  # a driver of a browser
    ("prettify", "give the bytes that it was parsed from, or str() of it"),  # a soup
    ("content", "give its .content"),  # a response
    ("read", "give its .read()"),  # a file, or a response of the standard library
    ("body", "give its .body"),  # a response of a crawler
    ("tobytes", "give its .tobytes()"),  # an array
    ("keys", "give the value that holds the page"),
    ("__iter__", "call newsclean once for each page"),
)
_NO_PAGE = "give the bytes or the text of the page"
# The longest address that browsers and servers agree on has 2,048 characters.
_LONGEST_ADDRESS = 8_192
_SCHEME = lazy(r"[a-z][a-z0-9+.\-]{0,30}://", re.IGNORECASE)
_DRIVE = lazy(r"[a-z]:[\\/]", re.IGNORECASE)
_STARTS = ("/", "./", "../", "~/", "\\\\")
_ENDINGS = (".html", ".htm", ".txt", ".xml", ".pdf", ".gz")


def read_page(page: object) -> bytes | str:
    """The page as bytes or text.

    TypeError if it is neither, nor an lxml tree; InputError if it is the address of a page.

    >>> read_page(bytearray(b"<p>Ferry"))
    b'<p>Ferry'
    >>> read_page("page.html")
    Traceback (most recent call last):
        ...
    newsclean.errors.InputError: page is an address or a path ('page.html'), not a page: give the \
bytes or the text that it holds
    """
    if isinstance(page, bytes | bytearray | memoryview):
        return page if type(page) is bytes else _copied(page)
    if isinstance(page, str):
        return _text(str.__str__(page))  # of a subclass the plain text
    if isinstance(page, TREES):
        return markup_of(page)
    raise TypeError(
        f"page must be bytes, str or an lxml tree, not {type(page).__name__}: {_remedy(page)}"
    )


def _copied(page: bytes | bytearray | memoryview) -> bytes:
    try:
        return memoryview(page).tobytes()
    except ValueError:
        raise InputError("page is a memoryview that was released: give its bytes") from None


def _text(page: str) -> str:
    """The text, if it is not the name of a page; the disk is never asked."""
    if len(page) <= _LONGEST_ADDRESS and _is_address(page.strip()):
        raise InputError(
            f"page is an address or a path ({page.strip()[:80]!r}), not a page: "
            "give the bytes or the text that it holds"
        )
    return page


def _is_address(text: str) -> bool:
    """Whether a text is one word in the form of an address or a path."""
    if "<" in text or len(text.split(None, 1)) != 1:
        return False
    begins = text.startswith(_STARTS) or _SCHEME.match(text) or _DRIVE.match(text)
    return bool(begins) or text.lower().endswith(_ENDINGS)


def _remedy(page: object) -> str:
    """What to give instead. Attributes are looked up without running any code of the object."""
    found = {name: getattr_static(page, name, None) for name, _ in _REMEDIES}
    if iscoroutinefunction(found["read"]):
        return "give what its .read() returns when it is awaited"
    return next((remedy for name, remedy in _REMEDIES if found[name] is not None), _NO_PAGE)
