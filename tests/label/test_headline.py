"""Which block is the headline."""

from __future__ import annotations

import pytest

from newsclean.label.headline import find_headline
from newsclean.parse import parse


@pytest.mark.parametrize(
    "title",
    [
        "The Slow Kettle: On mending a gate",
        "On mending a gate: The Slow Kettle",
        "The Slow Kettle » On mending a gate",
    ],
)
def test_the_name_of_a_blog_is_no_headline(title: str) -> None:
    page = parse(
        f"<title>{title}</title><h1><a href='/'>The Slow Kettle</a></h1>"
        "<h3>On mending a gate</h3><p>It fell off in the gales, and I climbed over it."
    )
    assert find_headline(page) == 1


def test_a_heading_that_leads_elsewhere_is_not_the_name_of_the_site() -> None:
    page = parse(
        "<title>The ferry returns: what we know</title>"
        "<h1><a href='/2024/ferry'>The ferry returns</a></h1><h3>What we know</h3>"
    )
    assert find_headline(page) == 0
