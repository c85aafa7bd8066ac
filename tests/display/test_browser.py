"""Cards, reports, galleries, summaries and comparisons as Chromium shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import newsclean
from newsclean.display import Side, View, compare, gallery, summary
from tests.browser import in_browser, measure, needs_chromium
from tests.cases import CASES, FIXTURES, Case

pytestmark = [needs_chromium, pytest.mark.slow]

PAPER = Case(FIXTURES / "city-paper-utf8")
PERSIAN = Case(FIXTURES / "persian-news")


def _view(report: newsclean.Report) -> str:
    return View("card", report.article._repr_html_()).to_html()


def _some() -> list[newsclean.Report]:
    return [case.report() for case in CASES[::4]]


PAGES: dict[str, Callable[[], str]] = {
    "card": lambda: _view(PAPER.report()),
    "report": lambda: PAPER.report().to_html(),
    "persian report": lambda: PERSIAN.report().to_html(),
    "gallery": lambda: gallery(_some()).to_html(),
    "summary": lambda: summary(_some()).to_html(),
    "comparison": lambda: compare(
        Side("a.html", PAPER.report().article), Side("b.html", PERSIAN.report().article)
    ).to_html(),
}
LOOKS = [
    (name, width, dark)
    for name in PAGES
    for width, dark in ((390, True), (1200, False), (390, False), (1200, True))
    # Two of the four show what the others do, but on the page with most to show.
    if (width < 600) == dark or name == "report"
]

# The lowest contrast of a visible text to what is behind it, with everything unfolded; the fading
# beginning of a folded text is hidden from readers of the screen, and stands below once more.
SEEN = """
const numbers = text => { const found = text.match(/[\\d.]+/g).map(Number);
  return found.length < 4 ? [...found, 1] : found; };
const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3]));
const light = colour => { const [r, g, b] = colour.map(c => { c /= 255;
  return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; });
  return .2126 * r + .7152 * g + .0722 * b; };
const start = document.querySelector(".read p, .read h3")?.getBoundingClientRect().top ?? 0;
const narrow = document.documentElement.scrollWidth;
for (const fold of document.querySelectorAll("details")) fold.open = true;
const lowest = { ratio: 99, text: "" };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let count = 0;
while (walker.nextNode()) {
  const node = walker.currentNode, element = node.parentElement;
  if (!node.data.trim() || !element.getClientRects().length) continue;
  if (element.closest("script, style, [aria-hidden=true]")) continue;
  const around = [];
  for (let at = element; at; at = at.parentElement) around.unshift(getComputedStyle(at));
  let back = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  let opacity = 1;
  for (const style of around) {
    back = over(numbers(style.backgroundColor), back);
    opacity *= style.opacity;
  }
  const [r, g, b, alpha] = numbers(around.at(-1).color);
  const shown = [light(over([r, g, b, alpha * opacity], back)), light(back)].sort((a, b) => b - a);
  const ratio = (shown[0] + .05) / (shown[1] + .05);
  count++;
  if (ratio < lowest.ratio) Object.assign(lowest, { ratio, text: node.data.trim().slice(0, 40) });
}
// Text that breaks a letter a line stands in an element that is narrower than a word.
const squeezed = [...document.querySelectorAll("th, td, dt, dd, p, li, h1, h2, h3, bdi")].filter(
  element => element.textContent.trim().length > 8 && element.offsetWidth < 40
    && element.offsetHeight > 90).map(element => element.textContent.slice(0, 40));
return { lowest, count, squeezed, start, width: innerWidth, narrow,
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  unfolded: document.documentElement.scrollWidth,
  folds: document.querySelectorAll("details > summary").length };
"""


@pytest.mark.parametrize(("name", "width", "dark"), LOOKS)
def test_a_page_fits_and_can_be_read(name: str, width: int, dark: bool, tmp_path: Path) -> None:
    seen = measure(PAGES[name](), SEEN, tmp_path, width, dark)
    assert seen["count"] > 5
    assert (seen["width"], seen["dark"]) == (width, dark)
    assert max(seen["narrow"], seen["unfolded"]) <= width
    assert seen["lowest"]["ratio"] >= 4.5, seen["lowest"]
    assert seen["squeezed"] == []
    # A reader sees the first line of the body without scrolling.
    assert seen["start"] < (844 if width < 600 else 800) - 60
    if "report" in name:
        assert seen["start"] > 0


def test_faint_text_and_a_wide_table_would_be_seen(tmp_path: Path) -> None:
    page = (
        '<p style="color:#999">faint<div style="width:2000px">wide</div>'
        '<p style="width:1em;overflow-wrap:anywhere">a letter in each line</p>'
    )
    seen = measure(page, SEEN, tmp_path)
    assert seen["lowest"]["text"] == "faint"
    assert seen["lowest"]["ratio"] == pytest.approx(2.85, abs=0.01)
    assert seen["narrow"] >= 2000
    assert seen["squeezed"] == ["a letter in each line"]


HOST = """<!doctype html><meta charset="utf-8"><style>body { font: 13px serif }</style>
<h1>Notebook</h1><h2 class="quiet">Part</h2><p class="verdict">Text <a href="x">link</a>
<code>code</code> <mark>mark</mark></p><ul class="legend"><li>item</ul><table><tr><th>a<td>b</table>
<details class="group"><summary>more</summary>text</details><input type="checkbox" class="filter">
<blockquote class="read">quoted</blockquote><main>main</main><header>head</header>
<section id="cell"></section>"""
# The styles of the host's elements before and after the cell is displayed, as a notebook does it.
LEAKS = """
const styles = () => [...document.body.querySelectorAll(":scope > :not(#cell):not(script) *, h1")]
  .map(element => { const style = getComputedStyle(element);
    return [...style].map(name => name + ":" + style.getPropertyValue(name)).join(";"); });
const before = styles();
document.querySelector("#cell").innerHTML = CELL;
const after = styles();
return { count: before.length, changed: before.filter((style, i) => style != after[i]).length,
  height: document.querySelector("#cell").getBoundingClientRect().height };
"""


def _script_text(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if c in "<>&\"'\\\n\r\u2028`" else c for c in text)


# What shows itself in a notebook.
CELLS: dict[str, Callable[[], newsclean.Article | newsclean.Report | View]] = {
    "card": lambda: PAPER.report().article,
    "report": PAPER.report,
    "gallery": lambda: gallery(_some()),
    "summary": lambda: summary(_some()),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_changes_nothing_around_it_and_is_not_high(name: str, tmp_path: Path) -> None:
    script = LEAKS.replace("CELL", f'"{_script_text(CELLS[name]()._repr_html_())}"')
    seen = measure(HOST, script, tmp_path)
    assert seen["count"] > 5
    assert seen["changed"] == 0
    assert 100 < seen["height"] <= (1_000 if name in ("gallery", "summary") else 900)


def test_a_style_sheet_would_be_seen_to_leak(tmp_path: Path) -> None:
    style = _script_text("<style>.verdict a { color: red }</style>")
    seen = measure(HOST, LEAKS.replace("CELL", f'"{style}"'), tmp_path)
    assert seen["changed"] > 0


FILTER = """
const shown = label => [...document.querySelectorAll(".pieces .l-" + label)]
  .filter(element => element.getClientRects().length).length;
document.querySelector(".pieces").closest("details").open = true;
const before = [shown("navigation"), shown("body")];
document.querySelector("label[for=f-navigation]").click();
const box = document.querySelector("#f-navigation");
box.focus();
return { before, after: [shown("navigation"), shown("body")],
  reached: document.activeElement === box };
"""


def test_the_filter_needs_no_script_of_ours(tmp_path: Path) -> None:
    seen = measure(PAPER.report().to_html(), FILTER, tmp_path)
    assert min(seen["before"]) > 0
    assert seen["after"] == [0, seen["before"][1]]
    assert seen["reached"]


@contextmanager
def _server() -> Iterator[tuple[str, list[str]]]:
    """A server that answers nothing, its address, and the paths that were asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _page_with(address: str) -> str:
    """An article that names the address wherever a browser would load it."""
    loads = (
        f'<link rel="stylesheet" href="{address}/a.css"><link rel="icon" href="{address}/i.png">'
        f'<meta property="og:image" content="{address}/og.jpg">'
    )
    text = f"The ferry <img src={address}/in.jpg> sails again, the council said on Monday. " * 4
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    return (
        f"<!doctype html>{loads}<h1>The ferry returns {address}/title.png</h1>"
        f'<article style="background:url({address}/back.png)"><img src="{address}/lead.jpg">'
        + f"<p>{text}<p>{escaped}"
        * 4
    )


def test_no_request_leaves_the_page(tmp_path: Path) -> None:
    with _server() as (address, asked):
        page = _page_with(address)
        report = newsclean.explain(page, f"{address}/page.html")
        assert report.article.images
        views = (gallery([report]), summary([report]), compare(*[Side("a", report.article)] * 2))
        cells = [report.article._repr_html_(), report._repr_html_(), *(v.html for v in views)]
        in_browser("<!doctype html><title>x</title>" + "".join(cells), tmp_path)
        in_browser(re.sub("<details", "<details open", report.to_html()), tmp_path)
        assert asked == []
        in_browser(page, tmp_path)
        assert {"/a.css", "/in.jpg", "/lead.jpg", "/back.png"} <= {*asked}
