"""The parser keeps machine-readable dates that the page does not display."""

from __future__ import annotations

import pytest

from newsclean.parse import parse


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<time datetime="2024-05-20"></time>', "2024-05-20"),
        ('<span class="updated" title="2024-05-20"></span>', "2024-05-20"),
        ('<abbr class="published" title="2024-05-20">May</abbr>', "2024-05-20"),
        ('<meta itemprop="datePublished" content="2024-05-20">', "2024-05-20"),
        ('<div itemprop="datePublished" content="2024-05-20">May</div>', "2024-05-20"),
        ('<span class="date" data-published-at="2024-05-20">May</span>', "2024-05-20"),
        (
            '<script>var page = {"publish_date":"2024-05-20 10:00", "id": 7}</script>',
            "2024-05-20 10:00",
        ),
        (r'<script>self.push("{\"publishedAt\":\"2024-05-20\"}")</script>', "2024-05-20"),
    ],
)
def test_a_stated_date_is_kept_with_its_place(markup: str, value: str) -> None:
    page = parse(f"<h1>Ferry returns</h1>{markup}<p>The ferry sails again.</p>")
    assert [(machine_date.block, machine_date.value) for machine_date in page.machine_dates] == [
        (1, value)
    ]


def test_other_attributes_are_not_kept() -> None:
    assert (
        parse(
            '<p class="x" title="A ferry">The <a href="/" title="Home">ferry</a>'
            ' sails.<script>publisher = "x"</script>'
        ).machine_dates
        == ()
    )
