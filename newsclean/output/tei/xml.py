"""XML from text: escaped, without characters that XML cannot hold."""

from __future__ import annotations

import re
from html import escape

from newsclean.output.safe_html import is_link_address
from newsclean.text.characters import replace_invalid
from newsclean.text.patterns import lazy

# What XML Schema takes for a language.
_LANGUAGE = lazy(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# An address up to its path: the scheme, and on the web a user, a host and a port.
_SITE = lazy(
    r"mailto:|https?://(?:[^@/?#]*@)?(?:\[[^\]@/?#]*\]|[^:@\[\]/?#]*)(?::\d*)?(?=[/?#]|\Z)",
    re.IGNORECASE,
)
_NO_REFERENCE = lazy(r"%(?![0-9A-Fa-f]{2})")


def text(value: str) -> str:
    """The value as text of an element.

    >>> text("a < b\\x00")
    'a &lt; b '
    """
    return escape(replace_invalid(value)[0], quote=False)


def element(name: str, content: str = "", /, **attributes: str | int | None) -> str:
    """An element around content that is XML already; attributes that are None or "" are left out.

    A colon in the name of an attribute is written as an underscore.

    >>> element("p", text("a & b"), xml_lang="en", n=None)
    '<p xml:lang="en">a &amp; b</p>'
    >>> element("lb")
    '<lb/>'
    """
    pairs = (
        f' {key.replace("_", ":")}="{escape(replace_invalid(str(value))[0])}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    start = f"<{name}{''.join(pairs)}"
    return f"{start}>{content}</{name}>" if content else f"{start}/>"


def lines(name: str, parts: list[str], /, **attributes: str | int | None) -> str:
    """An element with each part on a line of its own."""
    content = "\n".join(("", *parts, "")) if parts else ""
    return element(name, content, **attributes)


def pointer(address: str) -> str:
    """The address as TEI points with it; "" if it is not one of the web or of mail.

    White space would part it in two pointers; other characters are none of an address.

    >>> pointer("https://a.example/b c[1]?50%"), pointer("javascript:x()")
    ('https://a.example/b%20c%5B1%5D?50%25', '')
    """
    address = address.strip()
    site = _SITE.match(address)
    if not site or not is_link_address(address):
        return ""
    start = _NO_REFERENCE.sub("%25", site[0])
    path, hash_, fragment = address[site.end() :].partition("#")
    return "%20".join(f"{start}{_quoted(path)}{hash_}{_quoted(fragment)}".split())


def _quoted(part: str) -> str:
    part = _NO_REFERENCE.sub("%25", part)
    return part.replace("[", "%5B").replace("]", "%5D").replace("#", "%23")


def language_tag(language: str | None) -> str | None:
    """The tag of a language, if it has the form of one.

    >>> language_tag("zh-Hans"), language_tag("a tongue")
    ('zh-Hans', None)
    """
    return language if language and _LANGUAGE.fullmatch(language) else None
