"""The page as the field readers see it, with what several of them need, computed once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from itertools import compress
from typing import NamedTuple

from newsclean.fields.script import script_of
from newsclean.mentions.dates import DateMention, find_dates
from newsclean.mentions.labelled import Labelled, find_labelled
from newsclean.mentions.language import language_of
from newsclean.metadata.json_ld import JsonLd
from newsclean.metadata.site import Site, host_of, site_keys
from newsclean.model import UNLIMITED, Budget, Page
from newsclean.text.memo import remember

# Enough blocks to tell the language: of the body, and of a page without one.
BODY_SAMPLE, PAGE_SAMPLE = 20, 100
# The domains of countries that write English and put the day first.
DAY_FIRST_DOMAINS = frozenset(
    "uk ie au nz in pk bd lk sg my hk za ng gh ke ug tz zm jm tt mt".split()
)


class Context(NamedTuple):
    """One page with its headline, its body, and values that several readers need.

    Attributes:
        page: The page.
        headline: Index of the headline's block.
        body: For each block, whether it is body.
        body_blocks: Indices of the blocks that are body.
        json_ld: The page's JSON-LD.
        stated: The first content of each meta name.
        site_keys: The match keys of the site's names.
        labelled: `find_labelled`, which remembers its answers for this page.
        dates: `find_dates`, likewise, with `day_first` set.
        text: The texts of all blocks, one a line; joined when they are first needed.
        site: The site, likewise.
        language: The language of the text.
        script: The script of the text, as `script_of` gives it.
        day_first: How the page writes 3/4/2024: see `find_dates`.
        is_order_given: Whether the caller said so.
        asks_to_pay: Whether a line offers the rest of the text for money.
        reference_date: What "3 hours ago" is counted from, if the caller gave it.
        budget: How much computing is left; readers look at it where they go through many blocks.
    """

    page: Page
    headline: int | None
    body: Sequence[bool]
    body_blocks: tuple[int, ...]
    json_ld: JsonLd
    stated: Mapping[str, str]
    site_keys: frozenset[str]
    labelled: Callable[[str], list[Labelled]]
    dates: Callable[[str], tuple[DateMention, ...]]
    text: Callable[[], str]
    site: Callable[[], Site]
    language: str | None
    script: str
    day_first: bool | None
    is_order_given: bool = False
    asks_to_pay: bool = False
    reference_date: datetime | None = None
    budget: Budget = UNLIMITED

    @classmethod
    def from_page(
        cls,
        page: Page,
        headline: int | None,
        body: Sequence[bool],
        reference_date: datetime | None = None,
        asks_to_pay: bool = False,
        budget: Budget = UNLIMITED,
        day_first: bool | None = None,
    ) -> Context:
        """The context of a page with this headline and this body.

        `day_first` is given if it is known otherwise than from the page.
        """
        body_blocks = tuple(compress(range(len(body)), body))
        language = _language(page, body_blocks)
        is_given = day_first is not None
        day_first = day_first if is_given else _day_first(page, language)
        json_ld = JsonLd.from_scripts(page.metadata.json_ld)
        return cls(
            page=page,
            headline=headline,
            body=body,
            body_blocks=body_blocks,
            json_ld=json_ld,
            stated=page.metadata.stated(),
            site_keys=site_keys(page),
            labelled=remember(partial(_labelled, budget)),
            dates=remember(partial(_dates, budget, day_first, language)),
            text=cache(partial(_text, page)),
            site=cache(partial(Site.from_page, page, json_ld)),
            language=language,
            script=script_of(page, headline, body_blocks),
            day_first=day_first,
            is_order_given=is_given,
            asks_to_pay=asks_to_pay,
            reference_date=reference_date,
            budget=budget,
        )

    def with_day_first(self, day_first: bool | None) -> Context:
        """The context of the same page if it writes 3/4/2024 the other way."""
        dates = remember(partial(_dates, self.budget, day_first, self.language))
        return self._replace(day_first=day_first, dates=dates)

    def first(self, *names: str) -> str:
        """The content of the first of these names that the metadata state, else ""."""
        return next((self.stated[name] for name in names if name in self.stated), "")

    def is_body(self, index: int) -> bool:
        """Whether a block is body; False beyond the last block."""
        return index < len(self.body) and self.body[index]

    @property
    def start(self) -> int:
        """The block that readers look around: the headline's, or the page's first."""
        return self.headline if self.headline is not None else 0


def _language(page: Page, body_blocks: Sequence[int]) -> str | None:
    text = " ".join(page.blocks[index].text for index in body_blocks[:BODY_SAMPLE])
    text = text or " ".join(block.text for block in page.blocks[:PAGE_SAMPLE])
    return language_of(text, page.metadata.language)


def _day_first(page: Page, language: str | None) -> bool | None:
    """False if the page writes 3/4/2024 for the fourth of March, as American English does.

    What the text is written in counts more than what is stated: templates state "en-US" by default.
    """
    if language not in (None, "en"):
        return None
    stated = page.metadata.language.lower() or page.metadata.first("og:locale").lower()
    if stated not in ("", "en", "en-us", "en_us") and (language is None or stated[:2] == "en"):
        return None
    return None if host_of(page).rpartition(".")[2] in DAY_FIRST_DOMAINS else False


def _labelled(budget: Budget, text: str) -> list[Labelled]:
    budget.check()
    return find_labelled(text)


def _dates(
    budget: Budget, day_first: bool | None, language: str | None, text: str
) -> tuple[DateMention, ...]:
    budget.check()
    return find_dates(text, day_first, language)


def _text(page: Page) -> str:
    return "\n".join([block.text for block in page.blocks])
