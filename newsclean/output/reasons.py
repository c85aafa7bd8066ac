"""Why a span has its label, as a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from newsclean.lexicon.groups import groups
from newsclean.model import Label

RULES: Mapping[str, str] = {
    "links": "Nearly all of its text is links.",
    "element": "Its element is named after what it holds, such as a footer or a menu.",
    "dialog": "It is in a dialog that covers the page.",
    "comment": "It is in the element that holds the comments of readers.",
    "on many pages of the site": "The same text stands on many pages of the site.",
    "not displayed": "The page does not display it.",
    "copy": "The article has the same text already.",
    "comments below": "It is under a heading of comments, or is one of several with a date.",
    "longer copy elsewhere": "The article has the same text already, and more of it.",
    "repeated paragraph": "The article has the same paragraph already.",
    "the headline again": "It repeats the headline.",
    "excerpt": "It is the beginning of another article, which it links to.",
    "another headline": "It is the headline of another article.",
    "box": "It is in a box about the author, for a newsletter or with a disclaimer.",
    "transcript": "It is the transcript of a video or a recording.",
    "caption": "It is the caption of a picture.",
    "prose": "It is the prose of a page of which hardly anything else could be the body.",
    "table": "It is in a table of which enough is body, or that stands between paragraphs.",
    "note": "It is a note to the body.",
    "whose quotation": "It says whose the quotation above it is.",
    "between": "It stands between paragraphs of the body.",
    "headline": "It is the headline by its element, its place and the page's metadata.",
    "line above the headline": "It is the line above the headline.",
    "line below the headline": "It is the line below the headline.",
    "date": "The date was read from it.",
    "source": "The source was read from it.",
}
"""The sentence for each rule that is no entry of the lexicon."""


def kind_of(rule: str) -> str:
    """The rule without the entry of the lexicon, if it is one.

    >>> kind_of("share/en/Copy link"), kind_of("links")
    ('share/', 'links')
    """
    group, slash, _ = rule.partition("/")
    return group + slash if group in groups() else rule


def reason(label: Label, rule: str) -> str:
    """The sentence for a rule.

    >>> reason(Label.SHARE, "share/en/Copy link")
    'Known words: offers to share, save, print, hear or subscribe to the article.'
    >>> reason(Label.OTHER, "score")
    'Its text, its markup and its place are not those of a body.'
    >>> reason(Label.CREDIT, "credit editor")
    'It was read as: credit editor.'
    """
    if rule == "score":
        are = "are those" if label is Label.BODY else "are not those"
        return f"Its text, its markup and its place {are} of a body."
    group, slash, _ = kind_of(rule).partition("/")
    if slash and group in groups():
        return f"Known words: {groups()[group].meaning}."
    return RULES.get(rule, f"It was read as: {rule}.")
