"""`newsclean extract`: a page in, its article on standard output.

What went wrong is one line on standard error.
"""

from __future__ import annotations

import argparse
from datetime import datetime
from functools import partial
from typing import Any

import newsclean
from newsclean.cli.formats import ARTICLES, EXPLANATIONS
from newsclean.cli.streams import FOUND, fail, read_input, write_output


def add_command(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command with its arguments."""
    extract = commands.add_parser(
        "extract",
        help="print the article of one page",
        description="Print the article of one page.",
        epilog="Exit code: 0 if there is an article, 1 if there is none or the page cannot be "
        "read, 2 on wrong usage.",
    )
    extract.add_argument(
        "page", metavar="FILE", help="the page, HTML or plain text; - reads standard input"
    )
    extract.add_argument(
        "--format",
        choices=sorted({*ARTICLES, *EXPLANATIONS}),
        default="json",
        help="json is the default; html is for --explain only",
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
    """0 if the page holds an article, 1 if it does not or cannot be read."""
    writers = EXPLANATIONS if options.explain else ARTICLES
    if options.format not in writers:
        what = "an explanation" if options.explain else "an article"
        parser.error(f"{what} is written as {', '.join(writers)}, not as {options.format}")
    try:
        report = newsclean.explain(
            read_input(options.page),
            options.url,
            options.content_type,
            reference_date=options.reference_date,
        )
    except OSError as error:
        return fail(f"cannot read {options.page}: {error.strerror or error}")
    except newsclean.NewscleanError as error:
        return fail(f"{options.page}: {error}")
    text = writers[options.format](report)
    write_output(text if text.endswith("\n") else text + "\n")
    if report.article.is_article:
        return FOUND
    return fail(f"{options.page}: no article found on this page")
