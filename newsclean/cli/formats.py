"""The formats in which the command writes an article, and those of an explanation."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import newsclean

Writer = Callable[[newsclean.Report], str]


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2)


def _text(report: newsclean.Report) -> str:
    article = report.article
    lines = (article.kicker, article.title, article.subtitle, "", article.body)
    return "\n".join(line for line in lines if line is not None).strip("\n")


def _spans(report: newsclean.Report) -> str:
    """A line for each span: block, label, rule, score and text, separated by tabs."""
    blocks = report.page.blocks
    return "\n".join(
        f"{span.block}\t{span.label}\t{span.rule}\t"
        f"{'' if span.score is None else f'{span.score:.2f}'}\t"
        f"{blocks[span.block].text[span.start : span.end]}"
        for span in report.spans
    )


ARTICLES: Mapping[str, Writer] = {
    "json": lambda report: report.article.to_json(),
    "text": _text,
    "markdown": lambda report: report.article.to_markdown(),
    "html": lambda report: report.article.to_html(),
    "tei": lambda report: report.article.to_tei(),
}
EXPLANATIONS: Mapping[str, Writer] = {
    "json": lambda report: _json(report.to_dict()),
    "text": _spans,
    "html": lambda report: report.to_html(),
}
