"""Many articles in numbers: a table by site, and charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsclean.display.charts import bars, label_bars, top
from newsclean.display.items import Item, Source, read_items
from newsclean.display.view import FONT, LINE, View, box, count_of, fold, grid
from newsclean.model import Label
from newsclean.output import safe_html as safe

# Below this the body is more probably wrong than right.
LOW_QUALITY = 0.5
# Rows of the table before the fold, and in all: the largest sites come first.
SHOWN_SITES, MOST_SITES = 12, 500
FIELDS = ("title", "date", "source", "authors")
COLUMNS = (
    "pages",
    "not read",
    "empty",
    "no article",
    "low quality",
    *(f"no {name}" for name in FIELDS),
)
_CELL = f"padding:.2em .7em;border-bottom:{LINE};text-align:end;white-space:nowrap"
_SITE = f"padding:.2em .7em;border-bottom:{LINE};text-align:start;font-weight:inherit;min-width:9em"


@dataclass(slots=True)
class _Counts:
    """What is counted of the pages, while they are read one by one."""

    sites: dict[str, Counter[str]] = field(default_factory=dict)
    quality: Counter[int] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    labels: Counter[Label] = field(default_factory=Counter)

    def add(self, item: Item) -> None:
        """Count one page; a page that is no article counts as such, and its fields do not."""
        site = self.sites.setdefault(item.site, Counter())
        site["pages"] += 1
        self.labels.update(item.characters)
        article = item.article
        if article is None or not article.is_article:
            kind = "not read" if article is None else "empty" if not article.body else "no article"
            site[kind] += 1
            return
        site["low quality"] += article.quality < LOW_QUALITY
        for name in FIELDS:
            site[f"no {name}"] += not getattr(article, name)
        self.quality[min(int(article.quality * 10), 9)] += 1
        self.languages[article.language or "(not known)"] += 1
        self.years[str(article.date.year) if article.date else "(no date)"] += 1


def summary(articles: Source | Iterable[Source]) -> View:
    """A table of the sites, with what is missing there, and charts of the articles.

    The charts show the quality, the languages, the years of the dates, and for reports the
    characters by label. The articles are read once and not kept.

    Args:
        articles: Articles, reports, or what `extract_many` gives, in any number.

    Raises:
        TypeError: One of them is something else.

    >>> from newsclean import Article
    >>> summary([Article(url="https://example.org/1", language="en"), Article()]).title
    'summary of 2 pages of 2 sites'
    """
    counts = _Counts()
    for item in read_items(articles):
        counts.add(item)
    pages = sum(site["pages"] for site in counts.sites.values())
    title = f"summary of {count_of(pages, 'page')} of {count_of(len(counts.sites), 'site')}"
    return View(title, box(FONT, _charts(counts) + _tables(counts.sites)))


def _charts(counts: _Counts) -> str:
    quality = {f"{step / 10:.1f}–{(step + 1) / 10:.1f}": counts.quality[step] for step in range(10)}
    charts = [
        bars("quality of articles", quality if counts.quality else {}),
        bars("languages", top(counts.languages)),
        bars("years", dict(sorted(top(counts.years).items()))),
    ]
    if counts.labels:
        charts.append(label_bars(counts.labels))
    return grid("".join(charts))


def _tables(sites: dict[str, Counter[str]]) -> str:
    """All sites in one row, the largest ones, and the others folded."""
    total: Counter[str] = sum(sites.values(), Counter())
    ordered = sorted(sites.items(), key=lambda row: (-row[1]["pages"], row[0]))
    html = _table([("all sites", total), *ordered[:SHOWN_SITES]])
    if rest := ordered[SHOWN_SITES:MOST_SITES]:
        html += fold(f"{len(rest)} more sites", _table(rest))
    if left := len(ordered) - MOST_SITES:
        html += f"<div>… and {left:,} smaller sites</div>" if left > 0 else ""
    return html


def _table(rows: list[tuple[str, Counter[str]]]) -> str:
    head = f'<th scope="col" style="{_SITE}">site</th>' + "".join(
        f'<th scope="col" style="{_CELL}">{column}</th>' for column in COLUMNS
    )
    lines = "".join(
        f'<tr><th scope="row" style="{_SITE}"><bdi>{safe.text(site)}</bdi></th>'
        + "".join(f'<td style="{_CELL}">{row[column] or "–"}</td>' for column in COLUMNS)
        + "</tr>"
        for site, row in rows
    )
    table = f'<table style="border-collapse:collapse;min-width:100%"><tr>{head}</tr>{lines}</table>'
    # A region that scrolls must be reachable by the keyboard.
    return f'<div style="overflow-x:auto;margin-top:1em" tabindex="0">{table}</div>'
