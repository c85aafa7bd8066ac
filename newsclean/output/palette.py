"""How labels are shown: their colours, what they mean, and how much text each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from newsclean.model import Label, Span

# One colour for each label: greens and blues for what the article keeps, warm ones and greys for
# what it does not. Each has a contrast of 3 or more to white and to the dark background, as WCAG
# asks of graphics; text never has these colours.
COLOURS: Mapping[Label, str] = {
    Label.BODY: "#27894f",
    Label.TITLE: "#3572d4",
    Label.KICKER: "#5a7fd0",
    Label.SUBTITLE: "#6a86c4",
    Label.META: "#16859a",
    Label.BYLINE: "#0d8a7e",
    Label.CREDIT: "#8460cf",
    Label.CAPTION: "#67882c",
    Label.COPY: "#9a7b00",
    Label.NOTICE: "#c8503f",
    Label.NAVIGATION: "#78828a",
    Label.RELATED: "#bf6624",
    Label.SHARE: "#bd5590",
    Label.COMMENT: "#9a7152",
    Label.ADVERT: "#d04b38",
    Label.HIDDEN: "#85797f",
    Label.OTHER: "#80837c",
}
MEANINGS: Mapping[Label, str] = {
    Label.BODY: "text of the article",
    Label.TITLE: "the headline",
    Label.KICKER: "the line above the headline",
    Label.SUBTITLE: "the line below the headline",
    Label.META: "date, source and the like",
    Label.BYLINE: "the line that names the authors",
    Label.CREDIT: "the editorial staff",
    Label.CAPTION: "captions of pictures",
    Label.COPY: "text that the article already has",
    Label.NOTICE: "licences, copyright, disclaimers, registrations",
    Label.NAVIGATION: "menus, paths, lists of links",
    Label.RELATED: "other articles",
    Label.SHARE: "buttons to share, follow or print",
    Label.COMMENT: "text by readers",
    Label.ADVERT: "advertisements",
    Label.HIDDEN: "text that the page does not display",
    Label.OTHER: "not the article, for no more specific reason",
}


def count_characters(spans: Iterable[Span]) -> dict[Label, int]:
    """How many characters have each label, in the order of the labels; only labels with text.

    >>> count_characters([Span(0, 0, 9, Label.SHARE, "x"), Span(1, 0, 5, Label.BODY, "x")])
    {<Label.BODY: 'body'>: 5, <Label.SHARE: 'share'>: 9}
    """
    counts: Counter[Label] = Counter()
    for span in spans:
        counts[span.label] += span.end - span.start
    return {label: counts[label] for label in Label if counts[label]}
