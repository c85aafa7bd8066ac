"""The article's pictures, with their captions."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.fields.zones import PICTURES
from newsclean.metadata.addresses import joined, may_be_web, page_base
from newsclean.metadata.json_ld import texts_of
from newsclean.model import Image, Page
from newsclean.parse.class_words import CAPTION_NAME

# Parts of the addresses of logos, buttons and the like.
NOT_A_PICTURE = (
    *("logo", "icon", "avatar", "qrcode", "qr-code", "erweima", "sprite", "pixel", "blank"),
    *("spacer", "1x1", "loading", ".gif?", "weixin", "weibo", "button", "banner"),
)
LEAD_META = (
    *("og:image", "og:image:url", "og:image:secure_url"),
    *("twitter:image", "twitter:image:src"),
)
# A gallery, or a text with many formulas that are pictures, has no more.
MOST_IMAGES = 100
# A longer text under a picture is body.
LONGEST_CAPTION = 400


def read_pictures(context: Context) -> tuple[Image, ...]:
    """The lead picture, then the others in page order, each once and with its whole address."""
    base = page_base(context.page)
    found: dict[str, Image] = {}
    lead = context.first(*LEAD_META) or next(iter(_stated_addresses(context)), "")
    if lead:
        address = joined(base, lead)
        alt = context.first("og:image:alt", "twitter:image:alt")
        found[address] = Image(address, alt, lead=True)
    for image in _printed_pictures(context):
        address = joined(base, image.src)
        earlier = found.get(address)
        # The lead picture is replaced by its printing, which has a caption.
        if earlier is None or not earlier.block:
            alt = image.alt or (earlier.alt if earlier else "")
            caption = _caption(context.page, image.block)
            found[address] = Image(
                address, alt, image.block, caption, lead=earlier is not None and earlier.lead
            )
    return tuple(image for image in found.values() if may_be_web(image.src))[:MOST_IMAGES]


def _printed_pictures(context: Context) -> list[Image]:
    """The pictures between the headline and the end of the body."""
    body_blocks = context.body_blocks
    if not body_blocks:
        return []
    first = min(body_blocks[0], max(body_blocks[0] - PICTURES.above, context.start))
    last = body_blocks[-1] + PICTURES.after
    images = (image for image in context.page.images if first <= image.block <= last)
    return [image for image in images if _may_be_picture(image.src.lower())]


def _may_be_picture(address: str) -> bool:
    """Whether an address looks like that of a picture, rather than of a logo or a button.

    >>> _may_be_picture("/2024/ferry.jpg"), _may_be_picture("/img/logo.png")
    (True, False)
    """
    return not address.endswith(".gif") and not any(word in address for word in NOT_A_PICTURE)


def _stated_addresses(context: Context) -> list[str]:
    """The addresses of pictures in the article's JSON-LD."""
    value = context.json_ld.article.get("image")
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        return texts_of(first.get("url") or first.get("contentUrl"))
    return texts_of(first)


def _caption(page: Page, block: int) -> str:
    """The text of the caption right below a picture, else ""."""
    if block >= len(page.blocks):
        return ""
    below = page.blocks[block]
    names = page.elements[below.element].class_names
    # Right below a picture, any word with "caption" in it names one.
    is_caption = below.tag == "figcaption" or "caption" in names or CAPTION_NAME.search(names)
    return below.text if is_caption and len(below.text) <= LONGEST_CAPTION else ""
