"""The article's pictures: the one that stands for it, and those between its first and its last paragraph, with their captions."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.metadata.addresses import is_web, joined, may_be_web
from newsclean.metadata.json_ld import texts_of
from newsclean.model import Image, Page
from newsclean.parse.class_words import CAPTION_NAME

NOT_A_PICTURE = (
    *(
        "logo",
        "icon",
        "avatar",
        "qrcode",
        "qr-code",
        "erweima",
        "sprite",
        "pixel",
        "blank",
        "spacer",
    ),
    *("1x1", "loading", ".gif?", "weixin", "weibo", "button", "banner"),
)
LEAD_META = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
)
MOST_IMAGES = 30
# A longer text under a picture is the article's.
LONGEST_CAPTION = 400
# Between the headline and the first paragraph stand a few lines; a picture may be above them.
BEFORE, AFTER = 4, 1


def read_pictures(context: Context) -> tuple[Image, ...]:
    """The lead picture first, then the others in page order; each once, with the address made whole."""
    page, held = context.page, context.body_blocks
    base = joined(page.url or "", page.metadata.base)
    base = base if is_web(base) else page.url or ""
    found: dict[str, Image] = {}
    lead = context.first(*LEAD_META) or next(iter(_stated(context)), "")
    if lead:
        address = joined(base, lead)
        found[address] = Image(address, context.first("og:image:alt", "twitter:image:alt"))
    first = min(held[0], max(held[0] - BEFORE, context.start)) if held else 0
    for image in page.images:
        if held and first <= image.block <= held[-1] + AFTER and _is_picture(image.src.lower()):
            address = joined(base, image.src)
            before = found.get(address)
            if before is None or not before.block:
                found[address] = Image(
                    address,
                    image.alt or (before.alt if before else ""),
                    image.block,
                    _caption(page, image.block),
                )
    return tuple(image for image in found.values() if may_be_web(image.src))[:MOST_IMAGES]


def _is_picture(address: str) -> bool:
    """Whether an address does not look like that of a sign of the page's."""
    return not address.endswith(".gif") and not any(word in address for word in NOT_A_PICTURE)


def _stated(context: Context) -> list[str]:
    """The addresses of pictures in the article's JSON-LD."""
    value = context.json_ld.article.get("image")
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        return texts_of(first.get("url") or first.get("contentUrl"))
    return texts_of(first)


def _caption(page: Page, block: int) -> str:
    """The text of the caption that stands right below a picture, "" if none does."""
    if block >= len(page.blocks):
        return ""
    below = page.blocks[block]
    names = page.elements[below.element].names
    # Right below a picture any word with "caption" in it will do.
    named = below.tag == "figcaption" or "caption" in names or CAPTION_NAME.search(names)
    return below.text if named and len(below.text) <= LONGEST_CAPTION else ""
