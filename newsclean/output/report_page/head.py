"""The beginning of a report page: headline, verdict, and how much of the page each label has."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import KEPT, Article, Label, Report
from newsclean.output import safe_html as safe
from newsclean.output.palette import MEANINGS, count_characters

# Of pages with a quality of 0.8, four in five have the right body.
RIGHT, DOUBTFUL = 0.8, 0.5


def head(report: Report) -> Iterator[str]:
    """The headline with its lines, the verdict, a bar of the page's text by label, and counts."""
    article = report.article
    yield "<header>\n"
    yield _line("kicker", article.kicker)
    yield f'<h1 dir="auto">{safe.text(article.title or "(no headline found)")}</h1>\n'
    yield _line("subtitle", article.subtitle)
    facts = (safe.date(article), article.source, ", ".join(article.authors))
    yield _line("quiet", " · ".join(filter(None, facts)))
    yield f'<p class="verdict">{safe.text(verdict(article))}</p>\n'
    yield from _bar(count_characters(report.spans))
    body = report.evidence.get("body")
    if body and body.chosen:
        origin = body.chosen.origin
        yield _line("quiet", f"The text below is from the data of the page ({origin}).")
    yield "</header>\n"


def verdict(article: Article) -> str:
    """The judgement in a sentence.

    >>> verdict(Article(is_article=True, quality=0.97))
    'An article; its body is probably right (quality 0.97).'
    >>> verdict(Article(page_type="forum"))
    'Not an article; the page says that it is of the type forum.'
    """
    if not article.is_article:
        stated = article.page_type
        return f"Not an article{f'; the page says that it is of the type {stated}' * bool(stated)}."
    words = "probably right" if article.quality >= RIGHT else "doubtful"
    words = "probably wrong" if article.quality < DOUBTFUL else words
    return f"An article; its body is {words} (quality {article.quality:.2f})."


def _line(style: str, text: str | None) -> str:
    return f'<p class="{style}" dir="auto">{safe.text(text)}</p>\n' if text else ""


def _bar(counts: dict[Label, int]) -> Iterator[str]:
    total = sum(counts.values())
    kept = sum(count for label, count in counts.items() if label in KEPT)
    said = f"{kept:,} of {total:,} characters are in the article"
    yield f'<div class="bar" role="img" aria-label="{said}">'
    for label, count in counts.items():
        tip = f"{label}: {count:,} characters"
        yield f'<span class="l-{label}" style="flex-grow:{count}" title="{tip}"></span>'
    yield f'</div>\n<details><summary class="quiet">{said}</summary>\n<ul class="legend">\n'
    for label, count in counts.items():
        yield (
            f'<li class="l-{label}"><span class="dot"></span>{label} {count:,} '
            f'<span class="quiet">{MEANINGS[label]}</span></li>\n'
        )
    yield "</ul>\n</details>\n"
