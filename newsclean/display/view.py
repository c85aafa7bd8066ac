"""HTML that a notebook displays, and that can be saved as a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclean.output import safe_html as safe

# Inline styles only, as in a card: they reach nothing else in a notebook, and the inherited text
# colour and translucent grey suit a light theme and a dark one.
LINE = "1px solid rgba(128,128,128,.4)"
QUIET = "opacity:.78;font-size:.88em"
FONT = (
    "font:14px/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans CJK SC','PingFang SC',"
    "'Microsoft YaHei',sans-serif;color:inherit;text-align:start;overflow-wrap:anywhere"
)
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 1rem; background: #fff; color: #1d2125; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #16191c; color: #e6e8ea; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class View:
    """Something to look at. As the last value of a notebook's cell it is displayed.

    Attributes:
        title: What it shows, in a line.
        html: One element of HTML with inline styles, which loads and runs nothing.
    """

    title: str
    html: str = field(repr=False)

    def to_html(self) -> str:
        """A self-contained page, in light or dark colours as the browser prefers."""
        return _PAGE.format(title=safe.text(self.title), body=self.html)

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<View {self.title}: {len(self.html):,} characters of HTML>"


def count_of(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count_of(1, "page"), count_of(2000, "page")
    ('1 page', '2,000 pages')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def box(style: str, inner: str) -> str:
    """A `div` with this style; `inner` is HTML."""
    return f'<div style="{style}">{inner}</div>'


def grid(inner: str) -> str:
    """Boxes in as many columns as there is room for; `inner` is HTML."""
    columns = "repeat(auto-fill,minmax(min(100%,17em),1fr))"
    return box(f"display:grid;gap:.8em;grid-template-columns:{columns}", inner)


def fold(summary: str, inner: str) -> str:
    """HTML that unfolds at a click on `summary`, which is plain text."""
    head = f'<summary style="cursor:pointer;padding:.3em 0">{safe.text(summary)}</summary>'
    return f"<details>{head}{inner}</details>"
