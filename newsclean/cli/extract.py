"""`newsclean extract`: pages in, their articles on standard output.

What went wrong is one line on standard error.
"""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from functools import partial
from typing import Any

import newsclean
from newsclean.cli.formats import ARTICLES, EXPLANATIONS, Writer
from newsclean.cli.streams import FAILED, FOUND, fail, read_input, write_output


def add_command(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command with its arguments."""
    extract = commands.add_parser(
        "extract",
        help="print the article of a page",
        description="Print the article of a page. For several pages, JSON is one line for each, "
        "and other formats have a line with the name of the file before each.",
        epilog="Exit code: 0 if every page has an article, 1 if one has none or cannot be read, "
        "2 on wrong usage.",
    )
    extract.add_argument(
        "pages",
        metavar="FILE",
        nargs="+",
        help="the page, HTML or plain text; - reads standard input",
    )
    extract.add_argument(
        "--format",
        choices=sorted({*ARTICLES, *EXPLANATIONS}),
        default="json",
        help="json is the default; markdown and tei are for articles only",
    )
    extract.add_argument(
        "--explain",
        action="store_true",
        help="print every span of the page with its label, rule and score",
    )
    add_page_arguments(extract)
    extract.set_defaults(command=partial(_run, extract))


def add_page_arguments(extract: argparse.ArgumentParser) -> None:
    """Add what is known of a page beside its bytes."""
    extract.add_argument("--url", help="the address of the page")
    extract.add_argument(
        "--reference-date",
        metavar="DATE",
        type=_date,
        help="when the page was fetched, such as 2024-09-12T10:06; "
        "dates such as “3 hours ago” are resolved against it",
    )
    extract.add_argument(
        "--content-type", metavar="TYPE", help="the Content-Type header that the page was sent with"
    )


def _date(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        message = f"must be a date in ISO 8601 such as 2024-09-12T10:06, not {text!r}"
        raise argparse.ArgumentTypeError(message) from None


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """0 if every page holds an article, 1 if one does not or cannot be read."""
    writers = EXPLANATIONS if options.explain else ARTICLES
    if options.format not in writers:
        what = "an explanation" if options.explain else "an article"
        parser.error(f"{what} is written as {', '.join(writers)}, not as {options.format}")
    if len(options.pages) > 1:
        if options.format == "html":
            parser.error("html is written of one page at a time")
        if options.url or options.content_type:
            parser.error("--url and --content-type are those of one page: use newsclean batch")
    codes = [_extract(page, writers[options.format], options) for page in options.pages]
    return max(codes)


def read_report(page: str, options: argparse.Namespace) -> newsclean.Report | None:
    """The report of a page; None, after a message, if it cannot be read."""
    try:
        return newsclean.explain(
            read_input(page),
            options.url,
            options.content_type,
            reference_date=options.reference_date,
        )
    except OSError as error:
        fail(f"cannot read {page}: {error.strerror or error}")
    except newsclean.NewscleanError as error:
        fail(f"{page}: {error}")
    return None


def _extract(page: str, write: Writer, options: argparse.Namespace) -> int:
    """Write the article of one page."""
    report = read_report(page, options)
    if report is None:
        return FAILED
    text = write(report)
    if len(options.pages) > 1:
        text = _one_of_several(page, text, options.format)
    write_output(text if text.endswith("\n") else text + "\n")
    if report.article.is_article:
        return FOUND
    return fail(f"{page}: no article found on this page")


def _one_of_several(page: str, text: str, format_: str) -> str:
    """The text of a page among those of others."""
    if format_ == "json":
        return json.dumps(json.loads(text), ensure_ascii=False)
    return f"==> {page} <==\n{text.rstrip()}\n"
