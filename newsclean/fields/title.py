"""The headline, with the line above it (kicker, 引题) and the line below it (subtitle, 副题)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from newsclean.fields.context import Context
from newsclean.fields.dates import find_dates
from newsclean.fields.json_ld import text_of
from newsclean.headline import squeeze
from newsclean.model import Block, Candidate, Evidence, Label, Page, Span

SEPARATOR = re.compile(
    r"\s+[-|–—·•»›:/~]+\s+|\s*[|_｜»›]+\s*|\s+[-–—]{1,2}|[-–—]{1,2}\s+|(?<=[\u3400-\u9fff\u3040-\u30ff”》！？])[-–—－]{1,2}(?=[\u3400-\u9fffA-Z\w])"
)
SITE_META = (
    "og:site_name",
    "application-name",
    "al:ios:app_name",
    "al:android:app_name",
    "apple-mobile-web-app-title",
    "publisher",
    "twitter:site",
)
KICKER_NAMES = re.compile(
    r"kicker|eyebrow|pre-?title|sup-?title|overline|topline|yinti|yin-?ti|shoulder|intro-?title|dachzeile|spitzmarke|antetitulo|surtitre|introtitle"
)
SUBTITLE_NAMES = re.compile(
    r"sub-?title|sub-?head|fubiaoti|futi|futitle|deck|dek(?!k)|second-?title|untertitel|sous-?titre|subtitulo|bajada"
)
BREADCRUMB = re.compile(r"[>›»/]|首页|首頁|当前位置|您现在的位置|所在位置|ホーム|トップ")
LABELLED = re.compile(
    r"^\S{0,8}(?:来源|來源|时间|時間|作者|记者|記者|编辑|編輯|責編|责编|出典|출처|원제|原标题|原題)\s{0,3}[:：]|^By\s|^\(|^（"
)
ORIGINAL = re.compile(r"^(?:原标题|原標題|原題|원제)\s{0,3}[:：]\s{0,3}")
SENTENCE_END = ("。", ".", "！", "!", "？", "?", "；", ";", "，", ",")
LONGEST_KICKER, LONGEST_TITLE = 60, 300
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class TitleReading:
    """The headline and the lines around it, the page text they were read from, and what else was on offer."""

    title: str | None
    kicker: str | None
    subtitle: str | None
    spans: tuple[Span, ...]
    evidence: Evidence


def read_title(context: Context) -> TitleReading:
    """The headline of the page, its kicker and its subtitle."""
    if context.page.plain and context.headline is None:
        context = replace(context, headline=_above_date_line(context.page))
    page, headline = context.page, context.headline
    offered = [candidate for reader in READERS for candidate in reader(context)]
    chosen = _choose(page, headline, offered)
    if chosen is None:
        return TitleReading(None, None, None, (), Evidence(None))
    spans: list[Span] = []
    kicker = subtitle = None
    if headline is not None:
        last = headline + _lines(page, headline, chosen.value) - 1
        spans += [_span(page, index, Label.TITLE, "headline") for index in range(headline, last + 1)]
        if (above := _kicker(page, headline)) is not None:
            kicker = page.blocks[above].text
            spans.append(_span(page, above, Label.KICKER, "line above the headline"))
        if (below := _subtitle(page, last, context.body)) is not None:
            subtitle = page.blocks[below].text
            spans.append(_span(page, below, Label.SUBTITLE, "line below the headline"))
        spans += _repeats(page, chosen.value, {span.block for span in spans})
    others = tuple(candidate for candidate in offered if candidate is not chosen)
    return TitleReading(chosen.value, kicker, subtitle, tuple(spans), Evidence(chosen, others))


def _span(page: Page, block: int, label: Label, rule: str) -> Span:
    return Span(block, 0, len(page.blocks[block].text), label, rule)


# Readers, in order of trust


def _of_headline(context: Context) -> Iterator[Candidate]:
    if context.headline is not None:
        text = ORIGINAL.sub("", context.page.blocks[context.headline].text)
        yield Candidate(text, "headline", context.page.blocks[context.headline].text)


def _of_json_ld(context: Context) -> Iterator[Candidate]:
    if text := text_of(context.article.get("headline")):
        yield Candidate(text, "json-ld headline")


def _of_meta(context: Context) -> Iterator[Candidate]:
    for name in ("og:title", "twitter:title", "headline", "title", "dc.title", "articletitle"):
        if text := " ".join(context.page.metadata.first(name).split()):
            yield Candidate(cut_site(text, context), f"meta {name}", text)


def _of_title(context: Context) -> Iterator[Candidate]:
    if context.page.metadata.title:
        yield Candidate(cut_site(context.page.metadata.title, context), "title element", context.page.metadata.title)


READERS: tuple[Callable[[Context], Iterator[Candidate]], ...] = (_of_headline, _of_json_ld, _of_meta, _of_title)


def _choose(page: Page, headline: int | None, offered: Sequence[Candidate]) -> Candidate | None:
    """The printed headline; the metadata's where nothing is printed, or where what is printed is only a part of it."""
    offered = [candidate for candidate in offered if candidate.value]
    if not offered:
        return None
    first = offered[0]
    if headline is None or first.place != "headline":
        return first
    printed = squeeze(first.value)
    for other in offered[1:]:
        said = squeeze(other.value)
        joined = first.value
        # Two lines of one headline: the metadata have both.
        for index in range(headline + 1, min(headline + 3, len(page.blocks))):
            block = page.blocks[index]
            if block.element != page.blocks[headline].element and block.tag != page.blocks[headline].tag:
                break
            joined += " " + block.text if not WIDE.search(joined) else block.text
            if squeeze(joined) == said:
                return Candidate(joined, "headline", joined)
        if said.startswith(printed) and len(printed) < 0.5 * len(said):
            return other
    return _without_kicker(first, offered[1:]) or first


def _without_kicker(printed: Candidate, said: Sequence[Candidate]) -> Candidate | None:
    """The end of a printed headline that the metadata give as all of it, where its start is a kicker set on the same line."""
    whole = squeeze(printed.value)
    for candidate in said:
        title = squeeze(candidate.value)
        twice = sum(squeeze(other.value) == title for other in said) > 1
        if twice and len(title) >= 0.4 * len(whole) and len(title) < len(whole) and whole.endswith(title):
            return candidate
    return None


def _lines(page: Page, headline: int, title: str) -> int:
    """How many blocks the title is printed on."""
    said = squeeze(title)
    joined, count = "", 0
    for block in page.blocks[headline : headline + 3]:
        joined += squeeze(block.text)
        if not said.startswith(joined):
            break
        count += 1
    return max(count, 1)


def cut_site(title: str, context: Context) -> str:
    """A title without the names of the site and its sections at its ends.

    >>> from newsclean.parse import parse
    >>> page = parse("<meta property=og:site_name content='The Harbour Post'><title>Ferry returns | News | The Harbour Post</title>")
    >>> context = Context.of(page, None, [])
    >>> cut_site(page.metadata.title, context)
    'Ferry returns'
    >>> cut_site("Ferry returns - and the pier stays", context)
    'Ferry returns - and the pier stays'
    """
    sites = _site_names(context)
    headings = {squeeze(block.text) for block in context.page.blocks if block.tag in ("h1", "h2") and len(block.text) > 7}
    if len(title) > 2 * LONGEST_TITLE:
        return title.strip()
    parts = [(found.start(), found.end()) for found in SEPARATOR.finditer(title)]
    for start, _ in parts:
        if squeeze(title[:start]) in headings:
            return title[:start].strip()
    for _, end in parts:
        if squeeze(title[end:]) in headings:
            return title[end:].strip()
    for start, end in parts:
        tail = squeeze(title[end:])
        if any(tail == site or (site and site in tail and len(tail) < len(site) + 12) for site in sites) and start > 3:
            cut = title[:start].strip()
            return _cut_section(cut) if len(parts) > 1 else cut
    for start, end in reversed(parts):
        if squeeze(title[:start]) in sites and len(title) - end > 3:
            return title[end:].strip()
    return title.strip()


def _cut_section(title: str) -> str:
    """A title less a last part of one or two short words, as sections are named."""
    found = list(SEPARATOR.finditer(title))
    if (
        found
        and len(title) - found[-1].end() <= 12
        and found[-1].start() > 12
        and title[found[-1].start() : found[-1].end()].strip() in "|_｜-–—"
    ):
        return title[: found[-1].start()].strip()
    return title


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _site_names(context: Context) -> set[str]:
    """The names of the site, squeezed: as it calls itself, and as its host is called."""
    page = context.page
    names = {squeeze(page.metadata.first(name)) for name in SITE_META}
    for node in context.nodes:
        if node.get("@type") in ("Organization", "NewsMediaOrganization", "WebSite"):
            names.add(squeeze(text_of(node)))
    host = _host(page.url or page.metadata.first("og:url"))
    labels = [label for label in host.split(".")[:-1] if len(label) > 3 and label != "news"]
    return {name for name in (*names, *map(squeeze, labels), squeeze(host.removeprefix("www."))) if len(name) > 1}


# The lines around the headline


def _is_line(block: Block) -> bool:
    """Whether a block can be a line of a headline: not a link, a menu, a date, a byline or a label."""
    text = block.text
    if block.hidden or len(text) > LONGEST_TITLE or block.linked * 2 > len(text) or LABELLED.search(text) or BREADCRUMB.search(text):
        return False
    return not find_dates(text)


def _names_of(page: Page, block: Block) -> str:
    element = page.elements[block.element]
    return " ".join((element.names, *(mark.names for mark in block.marks)))


def _kicker(page: Page, headline: int) -> int | None:
    if headline == 0:
        return None
    block, head = page.blocks[headline - 1], page.blocks[headline]
    if not _is_line(block) or not 4 <= len(block.text) <= LONGEST_KICKER or squeeze(block.text) in squeeze(head.text):
        return None
    if KICKER_NAMES.search(_names_of(page, block)):
        return headline - 1
    # A Chinese paper's 引题 is a line of its own right above the headline, in the same element or in a sibling of it.
    same = block.element == head.element or page.elements[block.element].parent == page.elements[head.element].parent
    wide = len(WIDE.findall(block.text))
    prose = wide >= 7 and wide > len(block.text) / 2 and not block.text.endswith(SENTENCE_END)
    return (
        headline - 1
        if same and prose and (page.plain or block.element == head.element or block.tag in ("h2", "h3", "h4", "h5", "p", "div"))
        else None
    )


def _subtitle(page: Page, last: int, body: Sequence[bool]) -> int | None:
    if last + 1 >= len(page.blocks):
        return None
    block = page.blocks[last + 1]
    if not _is_line(block) or len(block.text) < 4:
        return None
    dash = re.match(r"[—－-]{2}|——|―", block.text) is not None and WIDE.search(block.text) is not None
    named = SUBTITLE_NAMES.search(_names_of(page, block)) is not None
    if dash or (named and len(block.text) <= 120 and not block.text.endswith("。")):
        return last + 1
    return None


def _repeats(page: Page, title: str, taken: set[int]) -> Iterator[Span]:
    """Later printings of the headline, as pages for telephones have them."""
    said = squeeze(title)
    for index, block in enumerate(page.blocks):
        if index not in taken and len(block.text) <= len(title) + 20 and len(said) > 5 and squeeze(block.text) == said:
            yield _span(page, index, Label.COPY, "the headline again")


def _above_date_line(page: Page) -> int | None:
    """In plain text: the line above the first one that has a date and a label."""
    for index, block in enumerate(page.blocks):
        if index > 0 and len(block.text) < 120 and (":" in block.text or "：" in block.text) and find_dates(block.text):
            return index - 1
    return None
