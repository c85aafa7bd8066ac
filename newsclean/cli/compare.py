"""`newsclean compare`: two extractions side by side, as an HTML page."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

import newsclean
from newsclean.cli.explain import add_output_arguments, check_output, write_page
from newsclean.cli.streams import fail, read_input


def add_command(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command with its arguments."""
    compare = commands.add_parser(
        "compare",
        help="write a page that shows two extractions side by side",
        description="Write two extractions side by side as a self-contained HTML page.",
        epilog="Exit code: 0 if the page was written, 1 if a file cannot be read or the page "
        "cannot be written, 2 on wrong usage.",
    )
    kinds = "a page, or the JSON that extract or extract --explain printed"
    compare.add_argument("left", metavar="A", help=kinds)
    compare.add_argument("right", metavar="B", help="the same; one of them may be -")
    add_output_arguments(compare)
    compare.set_defaults(command=partial(_run, compare))


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    # The command `extract` need not import what only this one displays.
    from newsclean.display import Side, compare

    check_output(parser, options)
    if options.left == options.right == "-":
        parser.error("only one of A and B may be -")
    sides = []
    for name in (options.left, options.right):
        try:
            sides.append(Side(name, *_read(read_input(name))))
        except OSError as error:
            return fail(f"cannot read {name}: {error.strerror or error}")
        except newsclean.NewscleanError as error:
            return fail(f"{name}: {error}")
    return write_page(compare(*sides).to_html(), options)


def _read(data: bytes) -> tuple[newsclean.Article, Mapping[newsclean.Label, int]]:
    """The article and the characters by label of a page, or of a report or article as JSON."""
    found = _load(data)
    if found is None:
        report = newsclean.explain(data)
        from newsclean.output.palette import count_characters

        return report.article, count_characters(report.spans)
    saved = found.get("article", found)
    if not isinstance(saved, dict) or saved.keys().isdisjoint(("title", "paragraphs")):
        raise newsclean.ArticleFormatError(
            "this JSON is no article or report: give a page, or what extract printed as JSON"
        )
    article = newsclean.Article.from_dict(saved, strict=False)
    return article, _count(found.get("blocks"))


def _load(data: bytes) -> Mapping[str, Any] | None:
    """The object of a JSON file; None if it is none."""
    if not data.lstrip().startswith(b"{"):
        return None
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _count(blocks: object) -> Mapping[newsclean.Label, int]:
    """The characters of each label in the blocks of a saved report, other forms skipped."""
    counts: Counter[newsclean.Label] = Counter()
    known = {label.value: label for label in newsclean.Label}
    for block in blocks if isinstance(blocks, list) else ():
        spans = block.get("spans") if isinstance(block, dict) else None
        for span in spans if isinstance(spans, list) else ():
            label = span.get("label") if isinstance(span, dict) else None
            if isinstance(label, str) and label in known:
                counts[known[label]] += len(str(span.get("text", "")))
    return {label: counts[label] for label in newsclean.Label if counts[label]}
