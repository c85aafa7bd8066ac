"""The only ways in which a page's text enters our HTML: escaped, and http or https addresses."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from newsclean.model import Article

_AROUND = "".join(map(chr, range(0x21)))
_WITHIN = dict.fromkeys(map(ord, "\t\r\n"))


def text(value: object) -> str:
    """The value as text that HTML shows as it is, in an element or in a quoted attribute.

    >>> text('<img onerror="x">')
    '&lt;img onerror=&quot;x&quot;&gt;'
    """
    return escape(str(value))


def address(url: str | None) -> str | None:
    """The address, escaped, if a click on it can only open a web page.

    >>> address("https://example.org/?a=1&b=2")
    'https://example.org/?a=1&amp;b=2'
    >>> address("javascript:alert(1)")
    """
    # A browser reads an address without these, too.
    address = (url or "").strip(_AROUND).translate(_WITHIN)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return escape(parts.scheme + address[len(parts.scheme) :])


def link_address(url: str) -> str | None:
    """The address, escaped, if a click on it can only open a web page or write a mail.

    >>> link_address("mailto:desk@example.org"), link_address("javascript:alert(1)")
    ('mailto:desk@example.org', None)
    """
    if url[:7].lower() == "mailto:":
        return escape(url)
    return address(url)


def is_link_address(url: str) -> bool:
    """Whether a click on the address can only open a web page or write a mail."""
    return link_address(url) is not None


def link(url: str | None) -> str:
    """The address as a link that tells its target nothing; as plain text if it is none to follow.

    >>> link("data:text/html,x")
    'data:text/html,x'
    """
    target = address(url)
    if not target:
        return text(url or "")
    attributes = 'rel="noopener noreferrer nofollow" style="color:inherit"'
    return f'<a href="{target}" {attributes}>{target}</a>'


def date(article: Article) -> str:
    """The date to the minute, as plain text, or ""."""
    return article.date.isoformat(" ", "minutes") if article.date else article.date_text or ""
