"""What every field reader is given: the page, where its headline and its body are, and what several readers need, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial

from newsclean.mentions.dates.finder import DateFound, find_dates
from newsclean.mentions.labelled import Labelled, find_labelled
from newsclean.metadata.json_ld import Node, article_node, read_json_ld
from newsclean.metadata.site import site_keys
from newsclean.model import Page


@dataclass(frozen=True, slots=True)
class Context:
    """One page as the field readers see it."""

    page: Page
    headline: int | None  # the headline's block
    body: Sequence[bool]  # of each block, whether it is body_blocks for the article's body
    body_blocks: tuple[int, ...]  # the blocks of the body
    nodes: tuple[Node, ...]  # every object of the page's JSON-LD
    article: Node  # the one of them that is the article, or {}
    stated: Mapping[str, str]  # the first content of each name in the metadata
    site_keys: frozenset[str]  # the names of the site, squeezed
    labelled: Callable[
        [str], list[Labelled]
    ]  # `find_labelled`, which looks at no text of this page twice
    day_first: bool | None  # how the page writes 3/4/2024, as `find_dates` wants it
    dates: Callable[[str], tuple[DateFound, ...]]  # `find_dates`, likewise
    asks_to_pay: bool = False  # whether a line offers the rest of the text for money
    reference_date: datetime | None = (
        None  # the day that "3 hours ago" counts from, if the caller named one
    )

    @classmethod
    def from_page(
        cls,
        page: Page,
        headline: int | None,
        body: Sequence[bool],
        reference_date: datetime | None = None,
        asks_to_pay: bool = False,
    ) -> Context:
        """The context of a page whose headline is block `headline` and whose body is the blocks that `body` holds true for."""
        nodes = read_json_ld(page.metadata.json_ld)
        body_blocks = tuple(index for index, is_body in enumerate(body) if is_body)
        stated = page.metadata.stated()
        day_first = _day_first(page)
        return cls(
            page,
            headline,
            body,
            body_blocks,
            nodes,
            article_node(nodes),
            stated,
            site_keys(page),
            cache(find_labelled),
            day_first,
            cache(partial(find_dates, day_first=day_first)),
            asks_to_pay,
            reference_date,
        )

    def first(self, *names: str) -> str:
        """The content of the first of these names that the metadata state, else ""."""
        return next((self.stated[name] for name in names if name in self.stated), "")

    def is_body(self, index: int) -> bool:
        """Whether a block is body; False beyond the last block."""
        return index < len(self.body) and self.body[index]

    @property
    def start(self) -> int:
        """Where a reader that looks beside the headline begins: its block, or the page's first."""
        return self.headline if self.headline is not None else 0


def _day_first(page: Page) -> bool | None:
    """Whether the page writes 3/4/2024 for the third of April: False only where American English says so."""
    language = page.metadata.language.lower() or page.metadata.first("og:locale").lower()
    return False if language in ("", "en", "en-us", "en_us") else None
