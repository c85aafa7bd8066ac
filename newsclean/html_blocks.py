"""The parser's events -> blocks, elements and metadata. What `parse` does with HTML; nothing else uses it.

Written for speed: a page makes thousands of events, and each line here runs for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsclean.model import Block, Element, Image, Inline, Metadata, Page, Stamp

BLOCK, BREAK, VOID, NOT_TEXT, BOLD, ANCHOR, NOSCRIPT = range(1, 8)
ROLES = {
    **dict.fromkeys(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
        " form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup option p pre search section select"
        " summary table tbody td textarea tfoot th thead tr ul".split(),
        BLOCK,
    ),
    **dict.fromkeys(("br", "hr"), BREAK),
    **dict.fromkeys(("meta", "link", "img", "base"), VOID),
    **dict.fromkeys("script style template svg iframe noframes title object applet datalist".split(), NOT_TEXT),
    **dict.fromkeys(("b", "strong"), BOLD),
    "a": ANCHOR,
    "noscript": NOSCRIPT,
}
"""What an element does to the flow of text; one that is not named here is inline, or a block if its name has a hyphen (a custom element)."""

# What the end tag of an element has to undo.
ENDS_BLOCK, ENDS_BOLD, ENDS_NAMED, ENDS_HIDDEN, ENDS_PRE, ENDS_LINK = 1, 2, 4, 8, 16, 32
PREFORMATTED = frozenset({"pre", "textarea"})
NAMING = ("class", "id", "rel", "role", "itemprop")
# An inline element is worth a mark if its name speaks of a field; most names are of layout.
FIELD_NAME = re.compile(
    r"auth|byline|by-line|writer|report|journal|contrib|creator|person|edit|date|time|publi|modif|updat|sour|from|media|origin|provider"
    r"|credit|photo|caption|headline|title|kicker|eyebrow|section|categ|tag|keyword|channel|crumb|laiyuan|zuozhe|bianji|shijian|comeform",
    re.I,
)
HIDING_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.I)
META_KEYS = ("name", "property", "itemprop", "http-equiv")
LAZY_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
# A script that holds a page's state is never shorter; most scripts are, and need not be kept.
STATE_SCRIPT_MINIMUM = 400
STATE_MARKS = ("__NEXT_DATA__", "__INITIAL_STATE__", "__NUXT__", "__PRELOADED_STATE__", "__APOLLO_STATE__", "articleBody")
# A script's statement of when the article was published: "publish_date":"2024-05-20", publishedAt = '…'. Beginning with a literal makes
# the search seven times as fast.
PUBLISHING = "ubli"
PUBLISHED_VALUE = re.compile(
    r"ub(?:li(?:sh(?:ed|ing)?|cation))?_?(?:[Dd]ate|[Tt]ime|[Oo]n|[Aa]t)?\\?[\"']?\s?[:=]\s?\\?[\"']((?:19|20)\d\d[-/][^\"'\\]{4,30})"
)
# A data attribute that holds a moment: data-timestamp, data-published-at.
MOMENT = re.compile(r"data-.*(?:date|time|publish)")
# A class as long as this says nothing that a shorter one does not, and nobody nests more links and marks than this.
LONGEST_NAME, DEEPEST_INLINE = 500, 50
LONGEST_PIECE = 1_000_000
NOTHING: Mapping[str, str] = {}


class BlockBuilder:
    """Receives the parser's events; `page` makes a Page of them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.stamps: list[Stamp] = []
        self.meta: list[tuple[str, str]] = []
        self.link_tags: list[tuple[str, str]] = []
        self.json_ld: list[str] = []
        self.scripts: list[str] = []
        self.title = self.language = self.base = ""
        # Elements: an element is recorded when its first block is, so the recorded ones are always the outermost of the open ones.
        self.open: list[tuple[str, Mapping[str, str]]] = [("html", NOTHING)]
        self.recorded: list[int] = []
        self.records: list[tuple[int, str, str, int, int]] = []
        self.lasts: list[int] = []
        # The block being read: its text, with each named inline element at its start and None at its end.
        self.parts: list[str | Inline | None] = []
        self.named = False
        self.inline: list[Inline] = []
        self.closers: list[int] = []
        self.known_names: dict[str, bool] = {}
        self.hidden = self.pre = self.links = self.linked = self.bold = self.bold_characters = self.line = 0
        # Elements open inside one that holds no text, itself included; and that one's text if it is wanted.
        self.skipping = 0
        self.skipped: list[str] | None = None
        self.skipped_kind = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.skipping:
            self.skipping += 1
            return
        role = ROLES.get(tag) or (BLOCK if "-" in tag else 0)
        closer = 0
        if role == BLOCK:
            if self.parts:
                self.flush()
            self.line = 0
            self.open.append((tag, attributes))
            closer = ENDS_BLOCK
            if tag in PREFORMATTED:
                self.pre += 1
                closer |= ENDS_PRE
            elif tag == "html" and not self.language:
                self.language = attributes.get("lang") or attributes.get("xml:lang") or ""
            elif "content" in attributes or "datetime" in attributes:
                self.stamps.append(Stamp(len(self.blocks), tag, _names(attributes), _value(attributes)))
        elif role == NOT_TEXT:
            self.start_skip(tag, attributes)
            return
        elif role == BREAK:
            self.flush()
            self.line += 1
        elif role == BOLD:
            self.bold += 1
            closer = ENDS_BOLD
        elif role == VOID:
            self.read_void(tag, attributes)
        elif attributes:
            closer = self.start_inline(tag, attributes)
        if role == NOSCRIPT or (
            attributes and ("hidden" in attributes or ("style" in attributes and HIDING_STYLE.search(attributes["style"])))
        ):
            if role != BLOCK:
                self.flush()
            self.hidden += 1
            closer |= ENDS_HIDDEN
        self.closers.append(closer)

    def start_inline(self, tag: str, attributes: Mapping[str, str]) -> int:
        """Keep an inline element that links its text or says what it is; what its end has to undo."""
        marks = tag == "time" or self.speaks_of_field(attributes)
        if (not marks and tag != "a") or len(self.inline) >= DEEPEST_INLINE:
            return 0
        inline = Inline(tag, attributes.get("href", ""), _names(attributes) if marks else "", _value(attributes) if marks else "")
        if inline.value:
            self.stamps.append(Stamp(len(self.blocks), tag, inline.names, inline.value))
        self.inline.append(inline)
        self.parts.append(inline)
        self.named = True
        if tag != "a":
            return ENDS_NAMED
        self.links += 1
        return ENDS_NAMED | ENDS_LINK

    def end(self, tag: str) -> None:
        if self.skipping:
            self.skipping -= 1
            if not self.skipping:
                self.end_skip()
            return
        closer = self.closers.pop() if self.closers else 0
        if not closer:
            return
        if closer & ENDS_BLOCK:
            if self.parts:
                self.flush()
            self.line = 0
            self.open.pop()
            if len(self.recorded) > len(self.open):
                self.lasts[self.recorded.pop()] = len(self.blocks)
            if closer & ENDS_PRE:
                self.pre -= 1
        elif closer & ENDS_BOLD:
            self.bold -= 1
        elif closer & ENDS_NAMED:
            self.inline.pop()
            if self.named:
                self.parts.append(None)
            if closer & ENDS_LINK:
                self.links -= 1
        if closer & ENDS_HIDDEN:
            self.flush()
            self.hidden -= 1

    def data(self, text: str) -> None:
        if self.skipping:
            if self.skipped is not None:
                self.skipped.append(text)
        elif self.pre and "\n" in text:
            first, *rest = text.split("\n")
            self.parts.append(first)
            for line in rest:
                self.flush()
                self.line += 1
                self.parts.append(line)
        elif self.parts or not text.isspace():
            self.parts.append(text)
            if self.links:
                self.linked += len(text.strip())
            if self.bold:
                self.bold_characters += len(text.strip())

    def close(self) -> None:
        self.flush()

    def start_skip(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.skipping = 1
        self.skipped_kind = tag
        self.skipped = [] if tag == "title" or (tag == "script" and "src" not in attributes) else None
        if tag == "script":
            kind = attributes.get("type", "").lower()
            self.skipped_kind = "json-ld" if "ld+json" in kind else "json" if "json" in kind else "script"

    def end_skip(self) -> None:
        if not self.skipped:
            return
        text = "".join(self.skipped)
        self.skipped = None
        if self.skipped_kind == "title":
            self.title = self.title or " ".join(text.split())
        elif self.skipped_kind == "json-ld":
            self.json_ld.append(text)
        else:
            if PUBLISHING in text:
                self.stamps.extend(Stamp(len(self.blocks), "script", "published", value) for value in PUBLISHED_VALUE.findall(text))
            if len(text) >= STATE_SCRIPT_MINIMUM and (self.skipped_kind == "json" or any(mark in text for mark in STATE_MARKS)):
                self.scripts.append(text)

    def read_void(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "img":
            source = next((attributes[key] for key in LAZY_SOURCES if attributes.get(key, "")[:5] not in ("", "data:")), "")
            if source:
                self.images.append(Image(source, attributes.get("alt", "").strip(), len(self.blocks)))
        elif tag == "link":
            self.link_tags.append((attributes.get("rel", "").lower(), attributes.get("href", "")))
        elif tag == "base":
            self.base = self.base or attributes.get("href", "")
        elif content := attributes.get("content", ""):
            self.meta.extend((attributes[key].strip().lower(), content) for key in META_KEYS if key in attributes)
            if "itemprop" in attributes:
                self.stamps.append(Stamp(len(self.blocks), tag, _names(attributes), content))

    def speaks_of_field(self, attributes: Mapping[str, str]) -> bool:
        """Whether a class, id or the like says that the element holds a field. A page repeats few names many times."""
        known = self.known_names
        for key in NAMING:
            if key in attributes:
                name = attributes[key][:LONGEST_NAME]
                if name not in known:
                    known[name] = FIELD_NAME.search(name) is not None
                if known[name]:
                    return True
        return False

    def flush(self) -> None:
        """End the block that is being read."""
        parts = self.parts
        if not parts:
            return
        pieces: tuple[str | Inline | None, ...] = ()
        if self.named:
            text = collapse_spaces("".join([part for part in parts if part.__class__ is str]))
            pieces = tuple(parts)
            self.parts = [*self.inline]
            self.named = bool(self.inline)
        else:
            text = collapse_spaces("".join(parts))  # type: ignore[arg-type]  # nothing is named, so all are text
            self.parts = []
        if text:
            if len(self.recorded) < len(self.open):
                self.record()
            element = self.recorded[-1]
            tag = self.records[element][1]
            self.blocks.append(Block(text, tag, element, self.linked, self.bold_characters, self.hidden > 0, self.line, pieces))
            self.linked = self.bold_characters = 0

    def record(self) -> None:
        """Record the open elements that hold no block yet, outermost first."""
        for depth in range(len(self.recorded), len(self.open)):
            tag, attributes = self.open[depth]
            parent = self.recorded[-1] if self.recorded else -1
            self.recorded.append(len(self.records))
            self.records.append((parent, tag, _names(attributes), depth, len(self.blocks)))
            self.lasts.append(-1)

    def page(self, url: str | None) -> Page:
        self.flush()
        for index in self.recorded:
            self.lasts[index] = len(self.blocks)
        metadata = Metadata(
            title=self.title,
            meta=tuple(self.meta),
            links=tuple(self.link_tags),
            json_ld=tuple(self.json_ld),
            scripts=tuple(self.scripts),
            language=self.language,
            base=self.base,
        )
        elements = tuple(Element(*record, last) for record, last in zip(self.records, self.lasts, strict=True))
        return Page(tuple(self.blocks), elements, metadata, tuple(self.images), url, stamps=tuple(self.stamps))


def collapse_spaces(text: str) -> str:
    """The text with each run of white space as one space, and none at its ends; in pieces, as the words of a long text take much memory.

    >>> collapse_spaces(" one\\n two ")
    'one two'
    """
    if len(text) <= LONGEST_PIECE:
        return " ".join(text.split())
    pieces, start = [], 0
    while start < len(text):
        end = text.find(" ", start + LONGEST_PIECE)
        end = len(text) if end < 0 else end
        pieces.append(" ".join(text[start:end].split()))
        start = end
    return " ".join(filter(None, pieces))


def _names(attributes: Mapping[str, str]) -> str:
    return " ".join([attributes[key][:LONGEST_NAME] for key in NAMING if key in attributes]).lower() if attributes else ""


def _value(attributes: Mapping[str, str]) -> str:
    stated = attributes.get("datetime") or attributes.get("content") or attributes.get("title")
    return stated or next((value for key, value in attributes.items() if MOMENT.match(key)), "")
