"""Which blocks are captions of pictures."""

from __future__ import annotations

import pytest

from newsclean.label.captions import captions
from newsclean.label.class_names import ClassNames
from newsclean.parse import parse


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<figure><img src=/a><figcaption>x</figcaption></figure>", True),
        ("<figure><img src=/a><figcaption><p>x</p></figcaption></figure>", True),
        ("<figure><img src=/a><p>x</p></figure>", True),
        ("<p class=wp-caption-text>x</p>", True),
        ("<p class=imageCaption>x</p>", True),
        ("<div class='image caption'><p>x</p></div>", True),
        ("<div class=featured_caption><div><div>x</div></div></div>", False),
        ("<p class=recaptioned>x</p>", False),
        ("<p class=no-caption>x</p>", False),
        ("<div class='image has-caption'><p>x</p></div>", False),
        ("<div class='has-caption wp-caption'><p>x</p></div>", True),
        ("<figure><table><tr><td>x</td></tr></table></figure>", False),
        ("<figure><blockquote>x</blockquote></figure>", False),
        ("<figure><blockquote><p>x</p></blockquote></figure>", False),
        ("<figure><pre>x</pre></figure>", False),
        ("<h2 class=caption>x</h2>", False),
    ],
)
def test_a_caption_stands_in_a_figure_or_calls_itself_so(html: str, found: bool) -> None:
    page = parse(f"<body>{html}")
    assert captions(page, [1.0], ClassNames.from_elements(page.elements)) == [found]


def test_a_long_text_is_no_caption() -> None:
    page = parse("<body><figure><p>x</p></figure>")
    assert captions(page, [101.0], ClassNames(())) == [False]
