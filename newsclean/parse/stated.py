"""What a page states beside its text: metadata, pictures, dates in attributes and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from newsclean.model import Image, MachineDate, Metadata, Player
from newsclean.parse.names import names
from newsclean.text.patterns import lazy

META_KEYS = ("name", "property", "itemprop", "http-equiv")
LAZY_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
FRAME_SOURCES = ("src", "data-src", "data-lazy-src", "data")
NOWHERE = ("about:", "data:", "blob:", "javascript:")
# The assembly of an article looks at each of them. Of 638 labelled pages none has more than 31.
MOST_PLAYERS = 1000
# A script that holds a page's state is never shorter; most scripts are, and need not be kept.
STATE_SCRIPT_MINIMUM = 400
STATE_NAMES = (
    "__NEXT_DATA__",
    "__INITIAL_STATE__",
    "__NUXT__",
    "__PRELOADED_STATE__",
    "__APOLLO_STATE__",
)
# Paragraphs in a string, as HTML or with its signs escaped.
ESCAPED_PARAGRAPHS = ("\\u003cp", "\\u003Cp")
# A script's statement of when the article was published: "publish_date":"2024-05-20",
# publishedAt = '…', "publishTime":1716199592. Beginning with a literal makes the search seven times
# as fast.
PUBLISHING = "ubli"
PUBLISHED_VALUE = lazy(
    r"ub(?:li(?:sh(?:ed|ing)?|cation))?_?(?:[Dd]ate|[Tt]ime|[Oo]n|[Aa]t)?\\?[\"']?\s?[:=]\s?(?:\\?[\"']((?:19|20)\d\d[-/][^\"'\\]{4,30})|(1\d{9}(?:\d{3})?)(?!\d))"
)
# A script's statement of when a text was made: createTime = '2024-03-06 09:30',
# var ct = "1709688600".
# Accounts on platforms state no other time.
CREATING, CREATING_SHORT = "reate", (" ct ", " ct=")
CREATED_VALUE = lazy(
    r"(?:reated?_?(?:[Dd]ate|[Tt]ime|[Oo]n|[Aa]t)|\sct)\\?[\"']?\s?[:=]\s?\\?[\"']?"
    r"((?:19|20)\d\d[-/][^\"'\\]{4,30}|1\d{9}(?:\d{3})?(?!\d))"
)
# Readers look at the first three; a list of articles may state hundreds.
MOST_PUBLISHED = 1000
# A data attribute that holds a moment: data-timestamp, data-published-at.
MOMENT = lazy(r"data-.*(?:date|time|publish|unix|epoch|created|posted)")
# Readers of fields see no more of a meta element. The longest title, author or description of
# 1,050 pages has 2,739 characters; what is longer is a configuration.
LONGEST_CONTENT = 10_000


class Stated:
    """What was stated so far, in page order; `block` is the number of blocks before it."""

    def __init__(self) -> None:
        self.images: list[Image] = []
        self.machine_dates: list[MachineDate] = []
        self.meta: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.json_ld: list[str] = []
        self.scripts: list[str] = []
        self.players: list[Player] = []
        # Whether a video or recording has begun whose address is in an element inside it.
        self.awaits_source = False
        self.title = self.language = self.base = ""

    def read_void(self, tag: str, attributes: Mapping[str, str], block: int) -> None:
        """Read an element that has no inside: meta, link, img or base."""
        if tag == "img":
            for key in LAZY_SOURCES:
                source = attributes.get(key, "")
                if source and not source.startswith("data:"):
                    self.images.append(Image(source, attributes.get("alt", "").strip(), block))
                    return
        elif tag == "link":
            self.links.append((attributes.get("rel", "").lower(), attributes.get("href", "")))
        elif tag == "base":
            self.base = self.base or attributes.get("href", "")
        elif content := content_of(attributes):
            for key in META_KEYS:
                if key in attributes:
                    self.meta.append((attributes[key].strip().lower(), content))
            if "itemprop" in attributes:
                self.machine_dates.append(MachineDate(block, tag, names(attributes), content))

    def read_pictured(self, attributes: Mapping[str, str], block: int) -> None:
        """Read the address of a picture that microdata state as the `itemid` of an element.

        Some pages print no picture there before a script has run.
        """
        if attributes.get("itemtype", "").rstrip("/").endswith("schema.org/ImageObject"):
            self.images.append(Image(attributes["itemid"], "", block))

    def read_player(self, attributes: Mapping[str, str], block: int, element: int) -> bool:
        """Read what displays something of another address; whether it states that address."""
        for key in FRAME_SOURCES:
            address = attributes.get(key, "")
            if address and not address.startswith(NOWHERE):
                if len(self.players) < MOST_PLAYERS:
                    self.players.append(Player(address, block, element))
                return True
        return False

    def placed_players(self, blocks: int) -> tuple[Player, ...]:
        """The players; one in the last text, of which no block was made, follows all blocks."""
        return tuple(p._replace(block=min(p.block, blocks)) for p in self.players)

    def read_text(self, kind: str, text: str, block: int) -> None:
        """Read the text of an element that is not shown; `kind` is that of `kind_of_text`."""
        if kind == "title":
            self.title = self.title or " ".join(text[:LONGEST_CONTENT].split())
        elif kind == "json-ld":
            self.json_ld.append(text)
        else:
            if PUBLISHING in text:
                found = islice(PUBLISHED_VALUE.finditer(text), MOST_PUBLISHED)
                self.machine_dates += [
                    MachineDate(block, "script", "published", value[1] or value[2])
                    for value in found
                ]
            if CREATING in text or (" ct" in text and any(ct in text for ct in CREATING_SHORT)):
                found = islice(CREATED_VALUE.finditer(text), MOST_PUBLISHED)
                self.machine_dates += [
                    MachineDate(block, "script", "created", value[1]) for value in found
                ]
            if len(text) >= STATE_SCRIPT_MINIMUM and (kind == "json" or _holds_article(text)):
                self.scripts.append(text)

    def metadata(self) -> Metadata:
        return Metadata(
            title=self.title,
            meta=tuple(self.meta),
            links=tuple(self.links),
            json_ld=tuple(self.json_ld),
            scripts=tuple(self.scripts),
            language=self.language,
            base=self.base,
        )


def _holds_article(text: str) -> bool:
    """Whether a script names a page's state, or holds paragraphs.

    >>> _holds_article("window.__NUXT__ = {}"), _holds_article('{"a": "\\\\u003cp>"}')
    (True, True)
    >>> _holds_article("window.__data__ = 1 < p")
    False
    """
    # What several have in common is looked for first, as scripts are long.
    return (
        "<p" in text
        or "articleBody" in text
        or ("__" in text and any(name in text for name in STATE_NAMES))
        or ("u003" in text and any(sign in text for sign in ESCAPED_PARAGRAPHS))
    )


def content_of(attributes: Mapping[str, str]) -> str:
    """What a meta element states; some sites write it as `value`, as Twitter's cards may.

    >>> content_of({"name": "date", "content": "2024-05-20"}), content_of({"value": "2024-05-20"})
    ('2024-05-20', '2024-05-20')
    """
    return (attributes.get("content") or attributes.get("value", ""))[:LONGEST_CONTENT]


def kind_of_text(tag: str, attributes: Mapping[str, str]) -> str:
    """The kind of text that an element holds and does not show; "" if it is not wanted.

    It is title, json-ld, json or script.

    >>> kind_of_text("script", {"type": "application/ld+json"})
    'json-ld'
    >>> kind_of_text("script", {"src": "a.js"}), kind_of_text("style", {})
    ('', '')
    """
    if tag == "title":
        return tag
    if tag != "script" or "src" in attributes:
        return ""
    kind = attributes.get("type", "").lower()
    return "json-ld" if "ld+json" in kind else "json" if "json" in kind else tag


def is_moment(attributes: Mapping[str, str]) -> bool:
    """Whether the title of an abbreviation is the moment for which its text stands.

    >>> is_moment({"title": "2024-05-20T10:06:32Z"}), is_moment({"title": "Cable News Network"})
    (True, False)
    """
    title = attributes.get("title", "")
    return title[10:11] == "T" and title[:4].isdecimal()


def value(attributes: Mapping[str, str]) -> str:
    """The moment, or other value, that an element states without printing it.

    >>> value({"data-published-at": "2024-05-20"}), value({"data-id": "7"})
    ('2024-05-20', '')
    """
    if stated := attributes.get("datetime") or attributes.get("content") or attributes.get("title"):
        return stated
    for key, text in attributes.items():
        if key.startswith("data-") and MOMENT.match(key):
            return text
    return ""
