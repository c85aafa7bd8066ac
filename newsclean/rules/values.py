"""Rules as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class Part(StrEnum):
    """What a rule says that an element is."""

    BODY = "body"
    DROP = "drop"
    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    DATE = "date"
    SOURCE = "source"
    AUTHORS = "authors"
    CREDITS = "credits"


@dataclass(frozen=True, slots=True)
class ElementRule:
    """What the elements of a site that match are.

    Attributes:
        part: What they are.
        origin: Where the rule stands, such as "rules/example.org.toml:7".
        tag: The tag that they have; "" for any.
        id: The id; "" for any.
        classes: The classes, all of which they have.
        text: How the text of a block begins, instead of tag, id and classes.
    """

    part: Part
    origin: str
    tag: str = ""
    id: str = ""
    classes: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The rules for one site.

    Attributes:
        domain: Its domain; subdomains are meant too.
        elements: The rules, of which the first that matches text counts.
        day_first: Whether 3/4/2024 is the third of April; None if the page decides.
        file: The name of the file.
        repeated: The match keys of blocks that are no body, as they stand on many of its pages.
    """

    domain: str
    elements: tuple[ElementRule, ...] = ()
    day_first: bool | None = None
    file: str = ""
    repeated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for any number of sites."""

    sites: tuple[SiteRules, ...] = ()

    def for_url(self, url: str | None) -> SiteRules | None:
        """The rules of the site of an address; of a domain and its subdomain, the subdomain's.

        >>> rules = Rules((SiteRules("example.org"), SiteRules("news.example.org")))
        >>> rules.for_url("https://www.news.example.org/a").domain
        'news.example.org'
        >>> rules.for_url("https://myexample.org/a") is None
        True
        """
        host = _host(url)
        fitting = (site for site in self.sites if f".{host}".endswith(f".{site.domain}"))
        return max(fitting, key=lambda site: len(site.domain), default=None)


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
