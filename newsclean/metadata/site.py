"""The names of a site, and whether a part of a title is one of them."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from newsclean.lexicon.lookups import part_words
from newsclean.metadata.json_ld import JsonLd, text_of, texts_of
from newsclean.metadata.meta_names import SITE_META
from newsclean.model import Block, Page
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy

MORE_META = ("publisher", "dc.publisher", "article:publisher", "twitter:site", "copyright")
SITE_TYPES = ("Organization", "NewsMediaOrganization", "WebSite")
# Labels of a host that are no part of the site's name.
NO_NAME = frozenset(
    "www news blog blogs com org net gov edu info co ac online m mobile en de fr es".split()
)
# How many letters more than the site's name a part may have: "Harbour Post Online".
LONGEST_REST, SHORT_REST = 12, 6
LONGEST_SECTION = 24
# What papers and portals of East Asia are called. As a part of a title it is the site's name.
CALLED_SITE = lazy(
    r"[\w·]{2,8}(?:网|網|日报|日報|晚报|晚報|新聞網?|일보|닷컴|뉴스|新聞デジタル|オンライン)"
)
LOGO = lazy(r"logo|brand|masthead", re.I)
FIRST_IMAGES = 8
# The footer is among the last blocks of a page.
FOOTER, LONGEST_FOOTER_LINE = 60, 600
OWNED = lazy(lambda: part_words("site.owned"), re.I)
# A page that names more organisations than this lists the subjects of its articles. The longest
# name of a site, in characters.
MOST_NAMED, LONGEST_NAME = 50, 80
SHORTEST_HEADING, LONGEST_HEADING = 8, 299
# Of the four names of applications in the open half that are longer, three are the title of the
# article and one is a slogan.
LONGEST_APPLICATION = 50
HOME_PATHS = frozenset({"", "/", "./", "#", "/index.html", "index.html"})
SCHEME_AND_HOST = lazy(r"^(?:https?:)?//[^/]{1,200}")


def site_keys(page: Page) -> frozenset[str]:
    """The match keys of the site's names: those it states, and its host."""
    host = host_of(page).removeprefix("www.")
    stated = page.metadata.stated()
    names = [stated.get(name, "") for name in SITE_META]
    if len(stated.get("application-name", "")) > LONGEST_APPLICATION:
        names.remove(stated["application-name"])
    names += [host, host.partition(".")[0], host.rpartition(".")[0]]
    return frozenset(key for name in names if len(key := match_key(name)) > 1)


def host_of(page: Page) -> str:
    """The host of the page's address, "" if it is not known."""
    try:
        return urlsplit(page.url or page.metadata.first("og:url")).hostname or ""
    except ValueError:
        return ""


class Site:
    """The site of a page, which tells whether a part of a title is its name or one of its sections.

    Attributes:
        page: The page, whose links, headings and footer may repeat the name.
        keys: The match keys of the site's names.
        host: The labels of its host that can be a name, without hyphens.
        sections: The match keys of the sections that the metadata state.
    """

    def __init__(
        self, page: Page, keys: frozenset[str], host: tuple[str, ...], sections: frozenset[str]
    ) -> None:
        self.page = page
        self.keys = keys
        self.host = host
        self.sections = sections

    @classmethod
    def from_page(cls, page: Page, json_ld: JsonLd) -> Site:
        """The site of a page, from its metadata, its JSON-LD and its address."""
        labels = _host_labels(page)
        keys = {match_key(name) for name in _stated_names(page, json_ld)}
        keys |= site_keys(page) | {label for label in labels if len(label) > 3}
        section = page.metadata.first("article:section")
        sections = {section, *texts_of(json_ld.article.get("articleSection"))}
        return cls(
            page,
            frozenset(key for key in keys if len(key) > 1),
            labels,
            frozenset(map(match_key, sections)) - {""},
        )

    @cached_property
    def headings(self) -> frozenset[str]:
        """The match keys of the page's headings that are long enough to be its headline."""
        return frozenset(
            match_key(block.text)
            for block in self.page.blocks
            if block.tag in ("h1", "h2") and SHORTEST_HEADING <= len(block.text) <= LONGEST_HEADING
        )

    @cached_property
    def footer(self) -> str:
        """The match keys of the lines of the footer that say who owns the page."""
        lines = (block.text for block in self.page.blocks[-FOOTER:])
        owned = (x for x in lines if len(x) < LONGEST_FOOTER_LINE and OWNED.search(x))
        return "\n".join(map(match_key, owned))

    @cached_property
    def _links(self) -> dict[str, Block]:
        """The first block with a link for each text of one, casefolded."""
        found: dict[str, Block] = {}
        for block in self.page.blocks:
            if block.linked and len(block.text) <= LONGEST_NAME:
                found.setdefault(block.text.casefold(), block)
        return found

    @cached_property
    def _whole_links(self) -> frozenset[str]:
        """The casefolded texts of blocks that are nothing but links."""
        return frozenset(
            block.text.casefold()
            for block in self.page.blocks
            if block.linked == len(block.text) <= LONGEST_SECTION
        )

    def is_named(self, part: str, rest: int = LONGEST_REST) -> bool:
        """Whether a part of a title is the site's name, with up to `rest` letters more."""
        key = match_key(part)
        if not key:
            return False
        if key in self.keys or any(_is_near(key, name, rest) for name in self.keys):
            return True
        initials = "".join(word[0] for word in part.split() if word[0].isupper()).casefold()
        if len(initials) > 2 and initials in self.host:
            return True
        if len(key) < 3 or key.isdigit():
            return False
        called_site = CALLED_SITE.fullmatch(part.strip()) is not None
        return called_site or key in self.footer or self._links_home(part)

    def is_section(self, part: str) -> bool:
        """Whether a part of a title is a section: short, and stated or linked as one."""
        key = match_key(part)
        if not key or len(part) > LONGEST_SECTION:
            return False
        return key in self.sections or part.strip().casefold() in self._whole_links

    def _links_home(self, part: str) -> bool:
        """Whether a text is the page's link to its home page, or the text of its logo."""
        wanted = part.strip().casefold()
        block = self._links.get(wanted)
        if block is not None and len(block.text) == len(wanted):
            return any(leads_home(link.href, self.page) for link in block.links)
        logos = (image for image in self.page.images[:FIRST_IMAGES] if LOGO.search(image.src))
        return any(image.alt.casefold() == wanted for image in logos)


def _host_labels(page: Page) -> tuple[str, ...]:
    labels = host_of(page).split(".")
    return tuple(x.replace("-", "") for x in labels if len(x) > 2 and x not in NO_NAME)


def _stated_names(page: Page, json_ld: JsonLd) -> list[str]:
    """What the metadata and the JSON-LD call the site, beside `SITE_META`."""
    stated = page.metadata.stated()
    names = [stated.get(name, "") for name in MORE_META]
    names.append(text_of(json_ld.article.get("publisher")))
    for node in islice(json_ld.of_type(*SITE_TYPES), MOST_NAMED):
        names += texts_of(node.get("name")) + texts_of(node.get("alternateName"))
    return [name for name in names[:MOST_NAMED] if name and len(name) < LONGEST_NAME]


def _is_near(key: str, name: str, rest: int) -> bool:
    """Whether one of two names contains the other and is not much longer."""
    if len(name) > 3 and name in key and len(key) < len(name) + rest:
        return True
    return len(key) > 3 and key in name and 2 * len(key) >= len(name)


def leads_home(href: str, page: Page) -> bool:
    """Return whether an address is the site's home page, or that of the blog that the page is in.

    >>> from newsclean.parse import parse
    >>> page = parse("<p>Ferry returns", "https://example.org/quay/2024/05/ferry.html")
    >>> leads_home("/", page), leads_home("https://example.org/quay/", page)
    (True, True)
    >>> leads_home("/pier/", page), leads_home("https://example.org/quay/2024/05/ferry.html", page)
    (False, False)
    """
    if not href:  # an anchor without an address
        return False
    path = SCHEME_AND_HOST.sub("", href.strip())
    if path in HOME_PATHS:
        return True
    own = SCHEME_AND_HOST.sub("", page.url or page.metadata.first("og:url"))
    return path.endswith("/") and path.count("/") == 2 and own.startswith(path) and own != path
