"""The article's pictures, with their captions."""

from __future__ import annotations

import re

from newsclean.fields.context import Context
from newsclean.fields.zones import PICTURES
from newsclean.metadata.addresses import joined, may_be_web, page_base
from newsclean.metadata.json_ld import texts_of
from newsclean.model import Image, Page
from newsclean.parse.class_words import CAPTION_NAME
from newsclean.text.patterns import lazy

# Parts of the addresses of logos, buttons and the like.
NOT_A_PICTURE = (
    *("logo", "icon", "avatar", "qrcode", "qr-code", "erweima", "sprite", "pixel", "blank"),
    *("spacer", "1x1", "loading", ".gif?", "weixin", "weibo", "button", "banner"),
)
LEAD_META = (
    *("og:image", "og:image:url", "og:image:secure_url"),
    *("twitter:image", "twitter:image:src"),
)
# A file's name of eight signs and more with a digit among them.
OWN_NAME = lazy(r"(?=[^/]{0,200}\d)[^/]{8,200}\.(?:jpe?g|png|webp|avif|gif)", re.IGNORECASE)
# A gallery, or a text with many formulas that are pictures, has no more.
MOST_IMAGES = 100
# A longer text under a picture is body.
LONGEST_CAPTION = 400


def read_pictures(context: Context) -> tuple[Image, ...]:
    """The lead picture, then the others in page order, with their whole addresses.

    Each is there once, unless the text has it again in another place, such as a formula.
    """
    base = page_base(context.page)
    found: dict[tuple[int, str], Image] = {}
    lead = _lead_picture(context, base)
    lead_name = _name(lead.src) if lead else None
    printed: set[str] = set()
    for image in _printed_pictures(context):
        address = joined(base, image.src)
        name = _name(address)
        is_again = name in printed and not _is_in_text(context, image.block)
        if is_again or (image.block, name) in found:
            continue
        is_lead = name == lead_name and name not in printed
        printed.add(name)
        found[image.block, name] = Image(
            address,
            image.alt or (lead.alt if lead and is_lead else ""),
            image.block,
            _caption(context.page, image.block),
            lead=is_lead,
        )
    # The lead picture is replaced by its printing, which has a caption.
    first = [] if lead is None or any(image.lead for image in found.values()) else [lead]
    images = sorted((*first, *found.values()), key=lambda image: not image.lead)
    return tuple(image for image in images if may_be_web(image.src))[:MOST_IMAGES]


def _lead_picture(context: Context, base: str) -> Image | None:
    """The picture that the page's metadata name."""
    lead = context.first(*LEAD_META) or next(iter(_stated_addresses(context)), "")
    if not lead:
        return None
    return Image(joined(base, lead), context.first("og:image:alt", "twitter:image:alt"), lead=True)


def _is_in_text(context: Context, block: int) -> bool:
    return context.is_body(block) or (block > 0 and context.is_body(block - 1))


def _name(address: str) -> str:
    """The name of a picture's file, if no other picture will have it; else the address.

    A page prints one picture in several sizes, for screens or for programs without scripts.

    >>> _name("https://a.example/w_800/ferry-1204.jpg"), _name("https://a.example/800/image.jpg")
    ('ferry-1204.jpg', 'https://a.example/800/image.jpg')
    """
    _, slash, name = address.partition("?")[0].rpartition("/")
    return name if slash and OWN_NAME.fullmatch(name) else address


def _printed_pictures(context: Context) -> list[Image]:
    """The pictures between the headline and the end of the body."""
    body_blocks = context.body_blocks
    if not body_blocks:
        return []
    first = min(body_blocks[0], max(body_blocks[0] - PICTURES.above, context.start))
    last = body_blocks[-1] + PICTURES.after
    images = (image for image in context.page.images if first <= image.block <= last)
    return [image for image in images if _is_picture(context.page, image)]


def _is_picture(page: Page, image: Image) -> bool:
    """Whether an image looks like a picture; one with a caption may show a logo."""
    address = image.src.lower()
    if _may_be_picture(address):
        return True
    path = address.partition("?")[0]
    rest = path.removesuffix(".gif").replace("logo", "").replace("banner", "")
    may_be_one = not path.endswith(".svg") and _may_be_picture(rest)
    return may_be_one and bool(_caption(page, image.block))


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
