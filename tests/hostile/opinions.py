"""Pages on which readability-lxml, asked for a second opinion, takes long."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.article import page

SENTENCE = "word, and more, " * 5


def _after(piece: str, times: int) -> Callable[[], str]:
    return lambda: page(after=piece * times)


PAGES: dict[str, Callable[[], str]] = {
    "100k links": lambda: page(
        after="".join(f'<a href="/{i}.html">A story {i}</a> ' for i in range(100_000))
    ),
    "500k short links": _after("<a>x</a>", 500_000),
    "1M paragraphs": _after("<p>x", 1_000_000),
    "300k divisions": _after("<div>x</div>", 300_000),
    "100k pictures": _after("<img src=x>", 100_000),
    "400k line breaks": _after("<br>x<br>", 400_000),
    "paragraphs with commas": _after(f"<div><p>{SENTENCE}</p></div>", 45_000),
    "elements with styles": _after("<p style='color:red' class=ad onclick=x>x</p>", 90_000),
    "400k attributes": lambda: page(
        after="<p " + " ".join(f"a{i}=1" for i in range(400_000)) + ">x"
    ),
    "130 tags with 4,900 attributes": lambda: page(
        after=("<p " + " ".join(f"a{i}" for i in range(4900)) + ">x") * 130
    ),
}
"""Pages around an article that must come through."""
