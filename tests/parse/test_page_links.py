"""A link that holds most of the page is none; other links stay."""

from __future__ import annotations

from newsclean.parse import parse

LINES = "".join(f"<p>{n} boats came in before the storm.</p>" for n in range(8))


def test_a_link_that_is_never_closed_is_none() -> None:
    page = parse(f"<h1>Storm</h1><a name=top>{LINES}")
    assert {block.linked for block in page.blocks} == {0}
    assert all(not block.links for block in page.blocks)


def test_marks_inside_it_stay() -> None:
    page = parse(f"<a href=/top><p><span class=date>9 May 2024</span> {LINES}")
    assert [mark.class_names for mark in page.blocks[0].inline_elements] == ["date"]
    assert page.blocks[0].links == ()


def test_a_short_link_or_a_list_of_links_stays() -> None:
    few = parse("<a href=/1><p>One line.<p>Another line.</a>")
    assert all(block.linked for block in few.blocks)
    many = parse("".join(f"<p><a href=/{n}>{n} boats came in.</a></p>" for n in range(20)))
    assert all(block.linked for block in many.blocks)
