"""`newsclean explain`: the report of a page as a page of its own, to look at in a browser."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from newsclean.cli.extract import add_page_arguments, read_report
from newsclean.cli.streams import FAILED, FOUND, fail, write_output


def add_command(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command with its arguments."""
    explain = commands.add_parser(
        "explain",
        help="write a page that shows what was kept, what was removed, and why",
        description="Write the report of one page as a self-contained HTML page.",
        epilog="Exit code: 0 if the report was written, 1 if the page cannot be read or the report "
        "cannot be written, 2 on wrong usage.",
    )
    explain.add_argument(
        "page", metavar="PAGE", help="the page, HTML or plain text; - reads standard input"
    )
    add_output_arguments(explain)
    add_page_arguments(explain)
    explain.set_defaults(command=partial(_run, explain))


def add_output_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say where the HTML page goes."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to this file, not to standard output"
    )
    parser.add_argument("--open", action="store_true", help="open the file in a browser afterwards")


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    check_output(parser, options)
    report = read_report(options.page, options)
    return FAILED if report is None else write_page(report.to_html(), options)


def check_output(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """SystemExit(2) if there is no file to open."""
    if options.open and not options.output:
        parser.error("--open needs a file: -o report.html")


def write_page(page: str, options: argparse.Namespace) -> int:
    """Write an HTML page where the options say, and return the exit code."""
    if not options.output:
        write_output(page)
        return FOUND
    try:
        Path(options.output).write_text(page, "utf-8", errors="replace")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return fail(f"cannot write {options.output}: {reason or error}")
    if options.open:
        import webbrowser

        if not webbrowser.open(Path(options.output).resolve().as_uri()):
            return fail(f"no browser was found to open {options.output}")
    return FOUND
