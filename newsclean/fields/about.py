"""Facts about the page beside its article: language, site, section, tags, pictures, the numbers in its footer, and whether it is paid for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from newsclean.fields.context import Context
from newsclean.fields.json_ld import text_of, texts_of
from newsclean.fields.language import language_of
from newsclean.model import Image, Page

# The numbers that the law wants printed on a Chinese site, and the telephone of its desk.
NOTICE_NUMBERS = (
    ("icp", re.compile(r"[\u4e00-\u9fff]ICP[备備证證]\s?\d{6,10}号?(?:-\d{1,3})?")),
    ("police", re.compile(r"[\u4e00-\u9fff]{1,2}公[网網]安[备備]\s?\d{10,16}号?")),
    ("news_licence", re.compile(r"(?:新闻信息服务许可证|新聞信息服務許可證)(?:编号|号|號)?\s{0,2}[:：]?\s{0,2}(\d{8,16})")),
    ("video_licence", re.compile(r"视听节目(?:服务)?许可证(?:编号|号)?\s{0,2}[:：]?\s{0,2}(\d{5,12})")),
    (
        "hotline",
        re.compile(r"(?:热线|热线电话|举报电话|服务电话|신고전화)\s{0,2}[:：]\s{0,2}([(（]?\d{3,4}[)）]?[-\s]?\d{3,8}(?:-\d{2,8})?)"),
    ),
)
SITE_META = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "sitename")
BREADCRUMB = re.compile(r"(?:您?(?:现在|当前|所在)的?(?:位置|频道)|當前位置|現在位置|現在地)\s{0,3}[:：]?\s{0,3}")
BREADCRUMB_STEP = re.compile(r"\s*(?:[>›»→]+|&gt;|-&gt;|/)\s*")
NOT_A_SECTION = frozenset("正文 首页 首頁 内容 文章 home start startseite accueil inicio ホーム 홈 главная".split())
NOT_A_PICTURE = re.compile(
    r"logo|icon|avatar|qr-?code|erweima|sprite|pixel|blank|spacer|1x1|loading|\.gif(?:\?|$)|weixin|weibo|button|banner", re.I
)
PAYWALL_META = ("article:content_tier", "content-tier", "og:article:content_tier")
MOST_IMAGES = 30


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of itself."""

    url: str | None
    site_name: str | None
    language: str | None
    section: tuple[str, ...]
    tags: tuple[str, ...]
    images: tuple[Image, ...]
    notices: tuple[tuple[str, str], ...]
    paywalled: bool


def read_about(context: Context, asks_to_pay: bool = False) -> About:
    """The facts about the page. `asks_to_pay` says whether a line of it offers the rest of the text for money."""
    page = context.page
    text = " ".join(page.blocks[index].text for index in context.held)
    return About(
        url=_url(page),
        site_name=_site_name(context),
        language=language_of(text or " ".join(block.text for block in page.blocks[:200]), page.metadata.language),
        section=_section(context),
        tags=_tags(context),
        images=_images(context),
        notices=_notices(page),
        paywalled=asks_to_pay or _paywalled(context),
    )


def _url(page: Page) -> str | None:
    """The canonical address; the one the page came from if it names none."""
    stated = [href for rel, href in page.metadata.links if rel == "canonical"] + [page.metadata.first("og:url")]
    for address in stated:
        absolute = _joined(page.url or "", address) if address else ""
        if _is_web(absolute):
            return absolute
    return page.url


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _site_name(context: Context) -> str | None:
    name = context.page.metadata.first(*SITE_META) or text_of(context.article.get("publisher"))
    return name or next((text_of(node) for node in context.nodes if node.get("@type") in ("WebSite", "NewsMediaOrganization")), "") or None


def _section(context: Context) -> tuple[str, ...]:
    """The path of sections to the article, outermost first, without the home page."""
    for block in context.page.blocks[:200]:
        if len(block.text) < 200 and (found := BREADCRUMB.search(block.text)):
            steps = BREADCRUMB_STEP.split(block.text[found.end() :])
            if len(steps) > 1:
                return tuple(step for step in steps[1:] if step and step.lower() not in NOT_A_SECTION)
    for node in context.nodes:
        if node.get("@type") == "BreadcrumbList" and isinstance(node.get("itemListElement"), list):
            names = [text_of(_item(item)) for item in node["itemListElement"][:20]]
            return tuple(name for name in names[:-1] if name and name.lower() not in NOT_A_SECTION)
    section = context.page.metadata.first("article:section", "og:article:section") or text_of(context.article.get("articleSection"))
    return (section,) if section else ()


def _item(item: Any) -> Any:
    return (item.get("name") or item.get("item")) if isinstance(item, dict) else None


def _tags(context: Context) -> tuple[str, ...]:
    """The article's own tags; a site's standing keywords in `meta keywords` are not taken."""
    tags = [content for name, content in context.page.metadata.meta if name in ("article:tag", "og:article:tag", "news_keywords")]
    keywords = context.article.get("keywords")
    tags += texts_of(keywords)
    cleaned = (tag.strip() for text in tags for tag in text.split(","))
    return tuple(dict.fromkeys(tag for tag in cleaned if 0 < len(tag) <= 80))[:50]


def _images(context: Context) -> tuple[Image, ...]:
    """The lead picture first, then those between the first and the last block of the body."""
    page, held = context.page, context.held
    found: dict[str, Image] = {}
    lead = page.metadata.first("og:image", "og:image:url", "twitter:image")
    base = page.metadata.base or page.url or ""
    if lead:
        address = _joined(base, lead)
        found[address] = Image(address, page.metadata.first("og:image:alt"))
    for image in page.images:
        if held and held[0] - 2 <= image.block <= held[-1] + 1 and not NOT_A_PICTURE.search(image.src):
            address = _joined(base, image.src)
            found.setdefault(address, Image(address, image.alt, image.block))
    return tuple(image for image in found.values() if not image.src.startswith(("data:", "javascript:")))[:MOST_IMAGES]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address.strip()


def _notices(page: Page) -> tuple[tuple[str, str], ...]:
    """The numbers in the page's licence and contact lines, each once."""
    found: dict[tuple[str, str], None] = {}
    for block in page.blocks:
        text = block.text
        if len(text) < 600 and ("备" in text or "備" in text or "许可证" in text or "电话" in text or "热线" in text or "전화" in text):
            for kind, pattern in NOTICE_NUMBERS:
                for number in pattern.finditer(text):
                    found[kind, number[0]] = None
    return tuple(found)


def _paywalled(context: Context) -> bool:
    """Whether the page's data say that its article is paid for."""
    if any(str(node.get("isAccessibleForFree")).lower() == "false" for node in context.nodes):
        return True
    return context.page.metadata.first(*PAYWALL_META).lower() in ("locked", "metered", "premium", "paid")
