"""The report of one extraction as a page: every block with its labels, rules and scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newsclean.model import KEPT, Block, Decoded, Evidence, Label, Report, Span
from newsclean.output import card
from newsclean.output import safe_html as safe

# One hue for each label: greens and blues for what the article keeps, warm hues and greys for what
# it does not.
_HUES = {
    Label.BODY: "#2e9e5b",
    Label.TITLE: "#1f6feb",
    Label.KICKER: "#4c8df0",
    Label.SUBTITLE: "#4c8df0",
    Label.META: "#1796a8",
    Label.BYLINE: "#0f9d8f",
    Label.CREDIT: "#7d5bd0",
    Label.CAPTION: "#6f9e2e",
    Label.COPY: "#b08900",
    Label.NOTICE: "#c0392b",
    Label.NAVIGATION: "#7f8c8d",
    Label.RELATED: "#d3722c",
    Label.SHARE: "#c85a9a",
    Label.COMMENT: "#a0704a",
    Label.ADVERT: "#e0533d",
    Label.HIDDEN: "#8c8c8c",
    Label.OTHER: "#7f8c8d",
}

# The policy forbids everything but this style sheet, should a browser ever read the page's text as
# more than text.
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>newsclean report</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.6 system-ui, -apple-system, 'Segoe UI', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  max-width: 72em; margin: 2em auto; padding: 0 1.2em; overflow-wrap: anywhere; }
h2 { font-size: 1.05em; margin: 2em 0 .6em; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th { text-align: start; font-weight: 600; opacity: .65; }
tbody th:first-child { min-width: 6em; }
td, th { padding: .3em .7em .3em 0; vertical-align: top; border-bottom: 1px solid rgba(128,128,128,.2); }
code, .why { font: .82em/1.5 ui-monospace, 'SFMono-Regular', monospace; }
.why { opacity: .7; }
.tag { display: inline-block; padding: 0 .55em; border-radius: 1em; color: #fff; font-size: .78em; white-space: nowrap;
  background: var(--hue); }
.legend { display: flex; flex-wrap: wrap; gap: .4em .9em; font-size: .9em; }
.span { display: grid; grid-template-columns: 3em 7.5em minmax(7em, 15em) 1fr; gap: 0 .9em; padding: .3em .4em;
  border-inline-start: 4px solid var(--hue); border-bottom: 1px solid rgba(128,128,128,.14); }
.out .text { opacity: .55; }
.number { opacity: .5; font-variant-numeric: tabular-nums; text-align: end; }
@media (max-width: 45em) { .span { grid-template-columns: 2.5em 1fr; } .span > :nth-child(n+3) { grid-column: 2; } }
</style>
</head>
<body>
"""


def to_html(report: Report) -> str:
    """One self-contained page: the article, its decoding, the evidence, and every labelled block."""
    parts = [
        _HEAD,
        card.to_html(report.article),
        *_section("How the text was read", _decoded(report.decoded, report.page.truncations)),
        *_section("Where each field came from", _evidence(report.evidence.items())),
        *_section("What each piece of the page is", [*_legend(report.spans), *_spans(report)]),
        "</body>\n</html>\n",
    ]
    return "".join(parts)


def _section(title: str, rows: Iterable[str]) -> Iterator[str]:
    yield f"<h2>{title}</h2>\n"
    yield from rows


def _decoded(decoded: Decoded, truncations: tuple[str, ...]) -> Iterator[str]:
    facts = {
        "read as": decoded.encoding or "text, not bytes",
        "declared": decoded.declared or "nothing",
        "decided by": decoded.how,
        "bad bytes": decoded.bad_bytes,
        "notes": " ".join([*decoded.notes, *truncations]) or "none",
    }
    yield "<table>"
    for name, value in facts.items():
        yield f"<tr><th>{name}</th><td>{safe.text(value)}</td></tr>\n"
    yield "</table>\n"


def _evidence(fields: Iterable[tuple[str, Evidence]]) -> Iterator[str]:
    yield "<table><tr><th>field</th><th>value</th><th>found in</th><th>read from</th><th>also on offer</th></tr>\n"
    for name, evidence in fields:
        chosen = evidence.chosen
        others = "; ".join(f"{other.value} ({other.origin})" for other in evidence.others)
        cells = (
            (name, chosen.value, chosen.origin, chosen.text, others)
            if chosen
            else (name, "not found", "", "", others)
        )
        yield (
            "<tr>" + "".join(f'<td dir="auto">{safe.text(cell)}</td>' for cell in cells) + "</tr>\n"
        )
    yield "</table>\n"


def _legend(spans: Iterable[Span]) -> Iterator[str]:
    characters: Counter[Label] = Counter()
    for span in spans:
        characters[span.label] += span.end - span.start
    yield '<p class="legend">'
    for label, count in characters.most_common():
        yield f"<span>{_tag(label)} {count:,} characters</span>\n"
    yield "</p>\n"


def _spans(report: Report) -> Iterator[str]:
    for span in report.spans:
        yield _span(span, report.page.blocks[span.block])


def _span(span: Span, block: Block) -> str:
    kept = "in" if span.label in KEPT else "out"
    score = "" if span.score is None else f" {span.score:.2f}"
    return (
        f'<div class="span {kept}" style="--hue:{_HUES[span.label]}"><span class="number">{span.block}</span>'
        f'<span>{_tag(span.label)}</span><span class="why">{safe.text(span.rule)}{score} &lt;{safe.text(block.tag)}&gt;</span>'
        f'<span class="text" dir="auto">{safe.text(block.text[span.start : span.end])}</span></div>\n'
    )


def _tag(label: Label) -> str:
    return f'<span class="tag" style="--hue:{_HUES[label]}">{label}</span>'
