"""Files of rules -> rules; an error names the line that it is on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsclean.errors import RulesError
from newsclean.rules.values import ElementRule, Part, Rules, SiteRules
from newsclean.text.patterns import lazy

FORMAT = 1
ORDERS = {"dmy": True, "mdy": False}
_DOMAIN = lazy(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}")
# div#id.class.other, with a tag, an id or a class at least.
_MATCH = lazy(r"(?P<tag>[a-zA-Z][\w-]*)?(?:#(?P<id>[^\s.#]+))?(?P<classes>(?:\.[^\s.#]+)*)")
_HEADER = lazy(r"^[ \t]*\[\[[ \t]*element[ \t]*\]\]", re.MULTILINE)


def read_rules(path: str | Path) -> Rules:
    """The rules in a file, or in all files `*.toml` of a folder.

    OSError if a file cannot be read, RulesError if something in one is wrong: it names the line.
    """
    path = Path(path)
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise RulesError(
            f"{path} contains no rules: give a folder with a file such as example.org.toml"
        )
    sites: dict[str, SiteRules] = {}
    for file in files:
        site = parse_rules(file.read_bytes(), file.name)
        if other := sites.get(site.domain):
            raise RulesError(f"{file} and {other.file} both have rules for {site.domain}")
        sites[site.domain] = site
    return Rules(tuple(sites.values()))


def parse_rules(data: bytes, name: str) -> SiteRules:
    """The rules in the bytes of a file of this name.

    >>> parse_rules(b'format = 1\\ndomain = "example.org"\\ndate_order = "dym"', "a.toml")
    Traceback (most recent call last):
        ...
    newsclean.errors.RulesError: a.toml:3: date_order must be dmy or mdy, not 'dym'
    """
    # Here, because most programs read no rules, and every one would wait for it.
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        found = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulesError(f"{name}: {error}") from None
    return _File(name, text).site(found)


class _File:
    """A file that is read, for the lines of what is wrong in it."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines = text.split("\n")
        self._headers = [text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)]

    def site(self, found: Mapping[str, Any]) -> SiteRules:
        self._known(found, ("format", "domain", "date_order", "element"), 1)
        if found.get("format") != FORMAT:
            raise self._error("format", 1, f"format must be {FORMAT}")
        domain = found.get("domain")
        if not isinstance(domain, str) or not _DOMAIN.fullmatch(domain):
            wrong = f"domain must be one such as example.org, not {domain!r}"
            raise self._error("domain", 1, wrong)
        order = found.get("date_order")
        if order is not None and order not in ORDERS:
            wrong = f"date_order must be {' or '.join(ORDERS)}, not {order!r}"
            raise self._error("date_order", 1, wrong)
        elements = found.get("element", [])
        if not isinstance(elements, list) or len(elements) != len(self._headers):
            raise self._error("element", 1, "each element must begin with [[element]]")
        rules = tuple(map(self._element, elements, self._headers))
        return SiteRules(domain, rules, ORDERS.get(str(order)), self._name)

    def _element(self, found: Any, line: int) -> ElementRule:
        self._known(found, ("match", "text", "is"), line)
        part = found.get("is")
        if part not in tuple(Part):
            raise self._error("is", line, f"is must be one of {', '.join(Part)}, not {part!r}")
        match, text = found.get("match"), found.get("text")
        if (match is None) == (text is None):
            raise self._error("match", line, "an element must have either match or text")
        origin = f"rules/{self._name}:{line}"
        if text is not None:
            if not isinstance(text, str) or not text.strip():
                raise self._error("text", line, f"text must be a text, not {text!r}")
            return ElementRule(Part(part), origin, text=" ".join(text.split()))
        selector = _MATCH.fullmatch(match) if isinstance(match, str) and match else None
        if selector is None:
            wrong = f"match must be such as div#id.class, p or .class, not {match!r}"
            raise self._error("match", line, wrong)
        classes = tuple(name for name in selector["classes"].split(".") if name)
        tag = (selector["tag"] or "").lower()
        return ElementRule(Part(part), origin, tag, selector["id"] or "", classes)

    def _known(self, found: Mapping[str, Any], keys: tuple[str, ...], line: int) -> None:
        for key in found:
            if key not in keys:
                wrong = f"{key} is not known; the keys here are {', '.join(keys)}"
                raise self._error(key, line, wrong)

    def _error(self, key: str, first: int, message: str) -> RulesError:
        """The error with the line of a key, which is the first line of its table if it is none."""
        begins = re.compile(rf"\s*{re.escape(key)}\s*=")
        rest = enumerate(self._lines[first - 1 :], first)
        line = next((number for number, text in rest if begins.match(text)), first)
        return RulesError(f"{self._name}:{line}: {message}")
