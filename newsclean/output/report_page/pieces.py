"""The whole page, piece by piece in its order, with a filter by label that needs no script."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Report
from newsclean.output import safe_html as safe
from newsclean.output.palette import count_characters


def pieces(report: Report) -> Iterator[str]:
    """A folded section: a box to tick for each label, and every span with its label and rule."""
    labels = count_characters(report.spans)
    yield (
        "<section>\n<h2>The page in its order</h2>\n<details><summary>"
        f"{len(report.spans):,} pieces; choose which labels to see</summary>\n<div>\n"
    )
    # The boxes stand before what they show and hide, since a style can only look back.
    for label in labels:
        yield f'<input class="filter" type="checkbox" id="f-{label}" checked>\n'
    yield '<div class="choices">'
    for label in labels:
        yield (
            f'<label class="l-{label}" for="f-{label}"><span class="dot"></span>{label}</label>\n'
        )
    yield '</div>\n<ol class="pieces">\n'
    for span in report.spans:
        text = report.page.blocks[span.block].text[span.start : span.end]
        score = "" if span.score is None else f" · score {span.score:.2f}"
        yield (
            f'<li class="l-{span.label}"><bdi>{safe.text(text)}</bdi> '
            f'<span class="quiet">{span.label} · {safe.text(span.rule)}{score}</span></li>\n'
        )
    yield "</ol>\n</div>\n</details>\n</section>\n"
