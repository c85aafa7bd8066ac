"""Scores an article against its gold, and summarises the scores of many pages.

A field that the gold lacks is not scored; one that is null in the gold must be empty.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from benchmarks.data import Gold
from benchmarks.text import match_phrases, match_words, normalise, tokens_without, without_space
from newsclean import Article

_NOT_A_WORD = re.compile(r"[\W_]+")
_MONTH = re.compile(r"\d{4}-\d\d")
_MINUTES = re.compile(r"\d[T ]\d\d:\d\d")


class Hits(NamedTuple):
    """How many things were expected, and how many of them were found."""

    found: int
    expected: int


class Names(NamedTuple):
    """How many names are right, how many are wrong, and how many are missing."""

    right: int
    wrong: int
    missing: int


Scores = dict[str, float | bool | Hits | Names]


def score_page(article: Article | None, gold: Gold) -> Scores:
    """All scores of one page.

    Without an article (None) the body scores 0, even if the gold has none.
    """
    failed = article is None
    article = article or Article()
    scores: Scores = {**_body(article.body, gold), **_fields(article, gold)}
    if failed:
        scores.update({key: 0.0 for key in ("f1", "precision", "recall", "words") if key in scores})
    return scores


def _body(body: str, gold: Gold) -> Scores:
    scores: Scores = {}
    if gold.get("body") is not None:
        optional = gold.get("optional") or []
        answer, truth = tokens_without(body, optional), tokens_without(gold["body"], optional)
        match = match_phrases(answer, truth)
        scores = {
            "f1": match.f1,
            "precision": match.precision,
            "recall": match.recall,
            "words": match_words(answer, truth).f1,
        }
        if gold.get("dup"):
            # A remaining copy doubles the length; a body lost with its copies is a failure as well.
            scores["copies"] = 0.5 <= len(answer) / max(1, len(truth)) <= 1.25
    text = without_space(body)
    for key, name in (("must", "must"), ("must_not", "leaks")):
        if gold.get(key):
            scores[name] = Hits(
                sum(without_space(snippet) in text for snippet in gold[key]), len(gold[key])
            )
    return scores


def _fields(article: Article, gold: Gold) -> Scores:
    scores: Scores = {
        key: normalise(getattr(article, key)) == normalise(gold[key])
        for key in ("title", "kicker", "subtitle", "source")
        if key in gold
    }
    if "date" in gold:
        scores |= _date(article.date, gold["date"])
    if "authors" in gold:
        scores["authors"] = _names(map(_name, article.authors), map(_name, gold["authors"] or []))
    if "credits" in gold:
        answer = (
            (_role(credit.role), normalise(name))
            for credit in article.credits
            for name in credit.names
        )
        truth = (
            (_role(credit["role"]), normalise(name))
            for credit in gold["credits"] or []
            for name in credit["names"]
        )
        scores["credits"] = _names(answer, truth)
    return scores


def _name(name: str) -> str:
    return normalise(name).casefold()


def _role(role: str) -> str:
    return _NOT_A_WORD.sub("", normalise(role)).casefold()


def _names(answer: Iterable[object], truth: Iterable[object]) -> Names:
    found, known = set(answer) - {""}, set(truth) - {""}
    return Names(len(found & known), len(found - known), len(known - found))


def _date(answer: datetime | None, gold: Any) -> Scores:
    """Whether the day is right, and the minute if the gold has minutes.

    If both have a time zone, they are compared in that of the gold.
    """
    if not isinstance(gold, str):  # null; one public set also writes NaN
        return {"day": answer is None}
    # A month alone stands for its first day.
    truth = datetime.fromisoformat(f"{gold}-01" if _MONTH.fullmatch(gold) else gold)
    precise = bool(_MINUTES.search(gold))
    if answer and answer.tzinfo and truth.tzinfo and precise:
        answer = answer.astimezone(truth.tzinfo)
    day = answer is not None and answer.date() == truth.date()
    if not precise:
        return {"day": day}
    return {
        "day": day,
        "minute": day
        and answer is not None
        and (answer.hour, answer.minute) == (truth.hour, truth.minute),
    }


def mean(values: list[Any]) -> float:
    return statistics.fmean(values)


def share(values: list[Hits]) -> float:
    """The share of the expected things of all pages that was found."""
    return sum(hits.found for hits in values) / sum(hits.expected for hits in values)


def names_f1(values: list[Names]) -> float:
    """F1 over the names of all pages together; 1 if there are none in gold and answers."""
    right, wrong, missing = (sum(column) for column in zip(*values, strict=True))
    return 2 * right / (2 * right + wrong + missing) if right + wrong + missing else 1.0


MEASURES: dict[str, tuple[str, Callable[[list[Any]], float]]] = {
    "f1": ("body F1", mean),
    "precision": ("P", mean),
    "recall": ("R", mean),
    "words": ("word F1", mean),
    "title": ("title", mean),
    "kicker": ("kicker", mean),
    "subtitle": ("subtitle", mean),
    "day": ("day", mean),
    "minute": ("minute", mean),
    "source": ("source", mean),
    "authors": ("authors", names_f1),
    "credits": ("credits", names_f1),
    "must": ("must", share),
    "leaks": ("leaks", share),
    "copies": ("copies", mean),
}
"""For each score its heading, and how the values of all pages become one.

Of `leaks`, less is better.
"""


def summarise(pages: Iterable[Scores]) -> dict[str, float]:
    """One value for each measure that some page has."""
    scores = list(pages)
    columns = {key: [page[key] for page in scores if key in page] for key in MEASURES}
    return {key: MEASURES[key][1](values) for key, values in columns.items() if values}
