"""The parts of a report page in their order, as a file or as the cell of a notebook."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Report
from newsclean.output import safe_html as safe
from newsclean.output.report_page.body import body
from newsclean.output.report_page.fields import fields
from newsclean.output.report_page.head import head
from newsclean.output.report_page.pieces import pieces
from newsclean.output.report_page.removed import removed
from newsclean.output.report_page.style import STYLE

# The policy forbids everything but this style sheet, should a browser ever read the page's text as
# more than text.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# In pixels: a cell shows the verdict and the beginning of the body, and its frame scrolls.
CELL_HEIGHT = 720


def to_html(report: Report) -> str:
    """One self-contained page: verdict, body, fields, removed text, and the page piece by piece."""
    return "".join(_document(report, ""))


def to_cell(report: Report) -> str:
    """The report in a frame, where its styles cannot reach the notebook around it.

    >>> from newsclean import explain
    >>> to_cell(explain("<p>Ferry"))[:37]
    '<iframe title="newsclean report: no t'
    """
    # Links to a place on the page would otherwise lead to the notebook's own address, and others
    # would open in the frame.
    page = "".join(_document(report, '<base href="about:srcdoc" target="_blank">\n'))
    title = safe.text(f"newsclean report: {report.article.title or 'no title'}")
    return (
        f'<iframe title="{title}" sandbox="allow-popups allow-popups-to-escape-sandbox" '
        f'style="width:100%;height:{CELL_HEIGHT}px;border:1px solid rgba(128,128,128,.4);'
        f'border-radius:6px;box-sizing:border-box" srcdoc="{safe.text(page)}"></iframe>'
    )


def _document(report: Report, base: str) -> Iterator[str]:
    title = safe.text(report.article.title or "no title")
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n{base}'
        f"<title>{title} – newsclean report</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        "<main>\n"
    )
    for part in (head, body, fields, removed, pieces):
        yield from part(report)
    yield "</main>\n</body>\n</html>\n"
