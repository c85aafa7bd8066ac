"""What the site is called, and how to cut that and its sections off a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from newsclean.metadata.json_ld import JsonLd, text_of, texts_of
from newsclean.metadata.meta_names import SITE_META
from newsclean.metadata.titles import LONGEST, SEPARATOR, SIGN
from newsclean.model import Block, Page
from newsclean.text.match_key import match_key

MORE_META = ("publisher", "dc.publisher", "article:publisher", "twitter:site", "copyright")
SITE_TYPES = ("Organization", "NewsMediaOrganization", "WebSite")
COPYRIGHT = ("©", "版权所有", "版權所有", "Copyright", "copyright", "All rights reserved", "저작권")
# Labels of a host that say nothing of the site's name.
NO_NAME = frozenset(
    "www news blog blogs com org net gov edu info co ac online m mobile en de fr es".split()
)
# A tail such as "Harbour Post Online" holds the name and a word more.
LONGEST_REST, SHORT_REST = 12, 6
LONGEST_SECTION = 24
HARD = ("|", "｜", "_", "¦", "--")
# How papers and portals of East Asia are called; as a part of a title it is the site's name, whatever else the page says.
CALLED_SITE = re.compile(
    r"[\w·]{2,8}(?:网|網|日报|日報|晚报|晚報|新聞網?|일보|닷컴|뉴스|新聞デジタル|オンライン)"
)
LOGO = re.compile(r"logo|brand|masthead", re.I)
FIRST_IMAGES = 8
# Footers stand in the last blocks of a page.
FOOTER = 60
# A page that names more organisations than this lists the subjects of its articles. The longest name
# of a site, in characters.
MOST_NAMED, LONGEST_NAME = 50, 80


def site_keys(page: Page) -> frozenset[str]:
    """The names of the site, squeezed: as it calls itself, and its host with and without the ending."""
    host = host_of(page).removeprefix("www.")
    stated = page.metadata.stated()
    names = [stated.get(name, "") for name in SITE_META]
    names += [host, host.partition(".")[0], host.rpartition(".")[0]]
    return frozenset(key for name in names if len(key := match_key(name)) > 1)


def host_of(page: Page) -> str:
    """The host of the page's address, "" if it is not known."""
    try:
        return urlsplit(page.url or page.metadata.first("og:url")).hostname or ""
    except ValueError:
        return ""


@dataclass(frozen=True)
class Site:
    """The site of a page, which knows whether a part of a title is its name or one of its sections.

    Attributes:
        page: The page, which may print more evidence.
        keys: The match keys of the site's names.
        host: The labels of its host that can be a name, without hyphens.
        sections: The match keys of the sections that the metadata state.
    """

    page: Page
    keys: frozenset[str]
    host: tuple[str, ...]
    sections: frozenset[str]

    @classmethod
    def from_page(cls, page: Page, json_ld: JsonLd) -> Site:
        """The site of a page, from its metadata, the objects of its JSON-LD and its address."""
        stated, article = page.metadata.stated(), json_ld.article
        names = [stated.get(name, "") for name in MORE_META]
        names.append(text_of(article.get("publisher")))
        for node in islice(json_ld.of_type(*SITE_TYPES), MOST_NAMED):
            names += texts_of(node.get("name")) + texts_of(node.get("alternateName"))
        host = host_of(page).split(".")
        labels = tuple(
            label.replace("-", "") for label in host if len(label) > 2 and label not in NO_NAME
        )
        keys = site_keys(page)
        keys |= {
            match_key(name) for name in names[:MOST_NAMED] if name and len(name) < LONGEST_NAME
        }
        keys |= {label for label in labels if len(label) > 3}
        sections = {stated.get("article:section", ""), *texts_of(article.get("articleSection"))}
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
            if block.tag in ("h1", "h2") and 7 < len(block.text) < 300
        )

    @cached_property
    def footer(self) -> str:
        """The match keys of the lines of the footer that say who owns the page."""
        lines = (block.text for block in self.page.blocks[-FOOTER:] if len(block.text) < 600)
        owned = (line for line in lines if any(word in line for word in COPYRIGHT))
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
        """Whether a part of a title is the name of the site, with at most `rest` letters more."""
        key = match_key(part)
        if not key:
            return False
        if key in self.keys or any(_near(key, name, rest) for name in self.keys):
            return True
        initials = "".join(word[0] for word in part.split() if word[0].isupper()).casefold()
        if len(initials) > 2 and initials in self.host:
            return True
        if len(key) < 3 or key.isdigit():
            return False
        called_site = CALLED_SITE.fullmatch(part.strip()) is not None
        return called_site or key in self.footer or self._links_home(part)

    def _links_home(self, part: str) -> bool:
        """Whether the page prints a text as a link to its home page, or as the text of its logo."""
        wanted = part.strip().casefold()
        block = self._links.get(wanted)
        if block is not None and len(block.text) == len(wanted):
            return any(_is_home(link.href) for link in block.links)
        logos = (image for image in self.page.images[:FIRST_IMAGES] if LOGO.search(image.src))
        return any(image.alt.casefold() == wanted for image in logos)

    def is_section(self, part: str) -> bool:
        """Whether a part of a title is a section: short, and stated as one or linked as one."""
        key = match_key(part)
        if not key or len(part) > LONGEST_SECTION:
            return False
        return key in self.sections or part.strip().casefold() in self._whole_links


def _near(key: str, name: str, rest: int) -> bool:
    """Whether one of two names holds the other and is not much longer."""
    if len(name) > 3 and name in key and len(key) < len(name) + rest:
        return True
    return len(key) > 3 and key in name and 2 * len(key) >= len(name)


def _is_home(href: str) -> bool:
    path = re.sub(r"^(?:https?:)?//[^/]{1,200}", "", href.strip())
    return path in ("", "/", "./", "#", "/index.html", "index.html")


def cut_site(title: str, site: Site, printed: bool = False) -> str:
    """A title without the names of the site and its sections at its ends.

    A part that the page prints as a heading is the whole headline; of a `printed` headline only if a sign follows that is rare in titles.

    >>> from newsclean.parse import parse
    >>> page = parse("<meta property=og:site_name content='The Harbour Post'><title>Ferry returns | News | The Harbour Post</title>")
    >>> site = Site.from_page(page, JsonLd.from_scripts(()))
    >>> cut_site(page.metadata.title, site)
    'Ferry returns | News'
    >>> cut_site("Ferry returns - and the pier stays", site)
    'Ferry returns - and the pier stays'
    >>> cut_site("Harbour Post: Ferry returns", site)
    'Harbour Post: Ferry returns'
    """
    title = " ".join(title.split())
    if len(title) > 2 * LONGEST:
        return title
    cuts = [found.span() for found in SEPARATOR.finditer(title)] if SIGN.search(title) else []
    if not cuts:
        return title
    if heading := _heading_in(
        title,
        [cut for cut in cuts if not printed or title[slice(*cut)].strip() in HARD],
        site.headings,
    ):
        return heading
    bounds = [0, *(place for cut in cuts for place in cut), len(title)]
    parts = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
    first, last = 0, len(parts)
    for index in range(1, len(parts)):
        if site.is_named(title[slice(*parts[index])]):
            last = index
            break
    while (
        last > 1
        and (last < len(parts) or _is_hard(title, parts, last))
        and site.is_section(title[slice(*parts[last - 1])])
    ):
        last -= 1
    if last == len(parts) > 1 and site.is_named(title[slice(*parts[0])], SHORT_REST):
        first = 1
    return title[parts[first][0] : parts[last - 1][1]].strip()


def _heading_in(title: str, cuts: list[tuple[int, int]], headings: frozenset[str]) -> str:
    """What of a title stands before or after one of the cuts and is a heading of the page; "" if nothing is."""
    sides = (
        [title[:start] for start, _ in cuts] + [title[end:] for _, end in cuts] if headings else []
    )
    return next((side.strip() for side in sides if match_key(side) in headings), "")


def name_in_title(title: str, site: Site) -> str:
    """The part of a title that is the site's name, "" if none is; an end of it, and not the longest part.

    >>> from newsclean.parse import parse
    >>> page = parse("<title>Ferry returns to the island - Harbour Post</title><a href=/><img src=logo.png alt='Harbour Post'></a>")
    >>> name_in_title(page.metadata.title, Site.from_page(page, JsonLd.from_scripts(())))
    'Harbour Post'
    """
    parts = [part.strip() for part in SEPARATOR.split(" ".join(title.split())) if part.strip()]
    ends = {parts[0], parts[-1]} - {max(parts, key=len)} if len(parts) > 1 else set()
    return next(
        (
            part
            for part in reversed(parts)
            if part in ends and len(part) <= LONGEST_SECTION and site.is_named(part, SHORT_REST)
        ),
        "",
    )


def _is_hard(title: str, parts: list[tuple[int, int]], last: int) -> bool:
    """Whether the last part is set off by a sign that titles seldom have of their own."""
    return title[parts[last - 2][1] : parts[last - 1][0]].strip() in HARD
