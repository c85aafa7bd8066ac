"""The sections that lead to the article: printed as a path above it, or stated as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclean.fields.context import Context
from newsclean.fields.zones import SECTION, SECTION_SIGN
from newsclean.lexicon.lookups import words_of
from newsclean.metadata.json_ld import text_of
from newsclean.model import Page
from newsclean.parse.class_words import BREADCRUMB_NAMES
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy

PATH_LABEL = lazy(
    r"(?:您?(?:现在|当前|所在)的?(?:位置|频道)|當前位置|現在位置|現在地)\s{0,3}[:：]?\s{0,3}"
)
# A letter of each form of the label.
SIGN_OF_LABEL = lazy("[位频頻地]")
# What all names of such elements have.
SIGN_OF_NAMES = "crumb"
# White space is matched only from the start of its run; from each of n places, it takes n² steps.
SEPARATOR = lazy(r"(?:(?<!\s)\s++)?(?:[>›»→]+|&gt;|-&gt;|/)\s*")
ARROW = lazy(r"\S\s?(?:>{1,2}|[›»→])(?:\s?\S|$)")
LONGEST_PATH, MOST_STEPS, LONGEST_SECTION = 200, 12, 40


def read_section(context: Context) -> tuple[str, ...]:
    """The path of sections to the article, outermost first, without the home page."""
    for reader in (_printed_path, _json_ld_path, _stated_section):
        steps = tuple(step for text in reader(context) if (step := _step(context, text)))
        if steps and max(map(len, steps)) <= LONGEST_SECTION:
            return steps
    return ()


def _step(context: Context, text: str) -> str:
    """The name of a section; "" for the home page, which has the site's name or a general one."""
    step = text.strip("/>›»|:： ")
    is_home = step.casefold() in words_of("section.none") or match_key(step) in context.site_keys
    return "" if is_home else step


def _printed_path(context: Context) -> list[str]:
    """The path above the headline, without the title of the article at its end."""
    blocks, headline = context.page.blocks, context.headline
    title = match_key(blocks[headline].text) if headline is not None else ""
    end = headline if headline is not None else min(SECTION.above, len(blocks))
    for index in range(max(0, end - SECTION.above), end):
        if blocks[index].hidden or len(blocks[index].text) >= LONGEST_PATH:
            continue
        steps = _steps_of_block(context, index)
        if any(steps):
            return [step for step in steps if match_key(step) != title]
    return []


def _steps_of_block(context: Context, index: int) -> list[str]:
    """The steps after a label, in an element that is named for them, or between arrows."""
    page, block = context.page, context.page.blocks[index]
    text = block.text
    if not text.isascii() and SIGN_OF_LABEL.search(text) and (found := PATH_LABEL.search(text)):
        return SEPARATOR.split(text[found.end() :])[1:]
    names = page.elements[block.element].class_names
    if SIGN_OF_NAMES in names and BREADCRUMB_NAMES.search(names):
        steps = SEPARATOR.split(_text_of_list(page, index))
        links = block.links if len(steps) == 1 else ()
        return [text[link.start : link.end] for link in links] if len(links) > 1 else steps
    if index >= context.start - SECTION_SIGN.above and ARROW.search(text):
        return SEPARATOR.split(text)[1:]
    return []


def _text_of_list(page: Page, index: int) -> str:
    """The entries of the list that a block is in, as one line with separators."""
    outermost = page.elements[page.blocks[index].element]
    while outermost.parent >= 0 and BREADCRUMB_NAMES.search(
        page.elements[outermost.parent].class_names
    ):
        outermost = page.elements[outermost.parent]
    last = min(outermost.last, outermost.first + MOST_STEPS)
    return " > ".join(block.text.strip("/>›» ") for block in page.blocks[outermost.first : last])


def _json_ld_path(context: Context) -> list[str]:
    """The path in the page's JSON-LD without its last step, the article."""
    for node in context.json_ld.of_type("BreadcrumbList"):
        items = node.get("itemListElement")
        if isinstance(items, list):
            return [text_of(_name_of_item(item)) for item in items[:MOST_STEPS]][:-1]
    return []


def _name_of_item(item: Any) -> Any:
    return (item.get("name") or item.get("item")) if isinstance(item, dict) else None


def _stated_section(context: Context) -> Iterator[str]:
    stated = context.first("article:section", "og:article:section")
    yield stated or text_of(context.json_ld.article.get("articleSection"))
