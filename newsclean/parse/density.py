"""Leaves out of a source with too many tags what has the least text."""

from __future__ import annotations

import re

from newsclean.model import UNLIMITED, Budget, Limits
from newsclean.text.patterns import lazy

NODE = lazy(r"[<\n]")
TAG = lazy(r"<[^<>]*>|\s+")
# What a page of too many tags can lose first, to its end if it has none: nothing of it is text.
# JSON-LD stays.
_UNSEEN = (
    r"<(?=[!sS])(?:!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|script\b(?![^<>]{0,300}ld\+json)(?:[^<]++|<(?!/script\b))*+(?:</script\b|\Z)"
    r"|style\b(?:[^<]++|<(?!/style\b))*+(?:</style\b|\Z))\s*+"
)
# Several in a row are one match.
UNSEEN = lazy(rf"{_UNSEEN}(?:{_UNSEEN})*+", re.I)
BLANK_LINES = lazy(r"\n\s+")
# Tags that stay or go together: shorter than an article, and longer than the lines above and below
# its headline.
TAGS_TOGETHER = 200
PROSE = lazy(r"[>\n][^<>\n]{30,}")
STRETCH = lazy(rf"(?:[<\n][^<\n]*){{1,{TAGS_TOGETHER}}}")


def limit_text(
    text: str, limits: Limits, budget: Budget = UNLIMITED
) -> tuple[str, tuple[str, ...]]:
    """The page's text with no more tags and lines than the limit, and a sentence on what was cut.

    What stays is where most text stands between them.

    >>> limit_text("<p>" * 5, Limits(nodes=5))
    ('<p><p><p><p><p>', ())
    >>> limit_text("<p>" * 1000 + "The ferry sails." + "<p>" * 1000, Limits(nodes=400))[1]
    ('Of 2,000 tags and lines 1,600 were not read; they stood where the page has the least text.',)
    """
    # Each tag or line takes a character.
    nodes = _nodes(text) if len(text) > limits.nodes else 0
    if nodes <= limits.nodes:
        return text, ()
    dense = BLANK_LINES.sub("\n", _seen(text))
    if _nodes(dense) > limits.nodes:
        dense = _dense(dense, limits.nodes, budget)
    note = (
        f"Of {nodes:,} tags and lines {nodes - _nodes(dense):,} were not read; "
        "they stood where the page has the least text."
    )
    return dense, (note,)


def _seen(text: str) -> str:
    """The text with a space for each comment, script and style sheet.

    One that does not end goes to the end of the text.

    >>> _seen("<p>Ferry<!-- 1 --> sails<STYLE>p {}</style> again<script>")
    '<p>Ferry sails > again '
    """
    return UNSEEN.sub(" ", text)


def _nodes(text: str) -> int:
    return text.count("<") + text.count("\n")


def _dense(text: str, most: int, budget: Budget) -> str:
    """The first tags, and the stretches of tags with the most text between them, in page order.

    None of them has only text that stands in an earlier one too.
    """
    start = NODE.search(text).start()  # type: ignore[union-attr]  # it has thousands
    stretches = STRETCH.findall(text, start)
    seen: set[str] = {""}
    # Stretches all of whose text was seen: another like them is not looked through.
    repeated: set[str] = set()
    weights: list[tuple[int, int]] = []
    for stretch in budget.watch(stretches):
        if stretch in repeated:
            weights.append((0, 0))
            continue
        new = [prose for prose in PROSE.findall(stretch) if prose not in seen]
        rest = "" if new else TAG.sub("", stretch)
        weights.append((sum(map(len, new)), 0 if rest in seen else len(rest)))
        seen.update(new, (rest,))
        if not new:
            repeated.add(stretch)
    weights[0] = (len(text), 0)
    best = sorted(
        (i for i, weight in enumerate(weights) if any(weight)),
        key=weights.__getitem__,
        reverse=True,
    )
    return text[:start] + "".join(stretches[i] for i in sorted(best[: most // TAGS_TOGETHER]))
