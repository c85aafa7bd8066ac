"""Resolves addresses as pages write them: relative, broken, or not of the web. Never raises."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from newsclean.model import Page
from newsclean.text.patterns import lazy

# An address that is whole as it stands, as most are, and that nothing need be joined to.
WHOLE = lazy(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[^\s?#;]*)?(?:\?[^\s#]+)?")


# A path from the root of the site in which there is nothing to resolve, as in most links of a page.
ROOTED = lazy(r"(?:/[\w~%+@=,:-]+(?:\.[\w~%+@=,:-]+)*)+/?(?:\?[^\s#]+)?", re.ASCII)


def joined(base: str, address: str) -> str:
    """An address made whole, as it is if it cannot be.

    >>> joined("https://example.org/a/", "b.jpg"), joined("https://example.org/", "http://[")
    ('https://example.org/a/b.jpg', 'http://[')
    """
    if WHOLE.fullmatch(address):
        return address
    try:
        if ROOTED.fullmatch(address):
            scheme, host, *_ = urlsplit(base)
            # A fourth of the time that urljoin() takes.
            if scheme in ("http", "https") and host:
                return f"{scheme}://{host}{address}"
        return urljoin(base, address.strip())
    except ValueError:
        return address.strip()


def page_base(page: Page) -> str:
    """The address to which those on a page are relative."""
    base = joined(page.url or "", page.metadata.base)
    return base if is_web(base) else page.url or ""


def is_web(address: str) -> bool:
    """Whether an address is a whole one of the web.

    >>> is_web("https://example.org/a"), is_web("javascript:alert(1)"), is_web("a.jpg")
    (True, False, False)
    """
    if WHOLE.fullmatch(address):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def may_be_web(address: str) -> bool:
    """Whether it is one, or can become one when the page's own address is known.

    >>> may_be_web("/a.jpg"), may_be_web("data:image/png;base64,AAAA"), may_be_web("http://[")
    (True, False, False)
    """
    return is_web(joined("https://example.org/", address))
