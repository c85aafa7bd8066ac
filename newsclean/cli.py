"""The command `newsclean`: a page in, its article on standard output, and what went wrong in one line on standard error."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NoReturn, TextIO

import newsclean

FOUND, FAILED = 0, 1  # argparse itself exits with 2 on a usage error


def run() -> NoReturn:
    """Run the command on the process's own arguments, and end the process with its exit code."""
    try:
        try:
            code = main()
        except SystemExit as stop:  # argparse has printed the help, the version or a usage error
            code = stop.code if isinstance(stop.code, int) else FOUND
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        code = FAILED
        _discard(sys.stdout)
    except OSError as error:
        code = _fail(f"cannot write the output: {error.strerror or error}")
        _discard(sys.stdout)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say. 0 if the page holds an article, 1 if it does not or cannot be read; SystemExit(2) on wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    writers = _EXPLANATIONS if options.explain else _ARTICLES
    if options.format not in writers:
        parser.error(
            f"{'an explanation' if options.explain else 'an article'} is written as {', '.join(writers)}, not as {options.format}"
        )
    try:
        report = newsclean.explain(
            _read(options.page),
            options.url,
            options.content_type,
            reference_date=options.reference_date,
        )
    except OSError as error:
        return _fail(f"cannot read {options.page}: {error.strerror or error}")
    except newsclean.NewscleanError as error:
        return _fail(f"{options.page}: {error}")
    text = writers[options.format](report)
    _write(text if text.endswith("\n") else text + "\n")
    return (
        FOUND
        if report.article.is_article
        else _fail(f"{options.page}: no article found on this page")
    )


def _read(page: str) -> bytes:
    if page != "-":
        return Path(page).read_bytes()
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()


def _write(text: str) -> None:
    if sys.stdout is None:
        raise OSError("standard output is closed")
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def _discard(stream: TextIO | None) -> None:
    """Send what the stream still holds nowhere: at its end Python would try to write it again, fail again, and exit with 120."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsclean", description=newsclean.__doc__)
    parser.add_argument("--version", action="version", version=f"%(prog)s {newsclean.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser(
        "extract",
        help="print the article of one page",
        description="Print the article of one page.",
        epilog="Exit code: 0 if there is an article, 1 if there is none or the page cannot be read, 2 on wrong usage.",
    )
    extract.add_argument(
        "page", metavar="FILE", help="the page, HTML or plain text; - reads standard input"
    )
    extract.add_argument(
        "--format",
        choices=sorted({*_ARTICLES, *_EXPLANATIONS}),
        default="json",
        help="json is the default; html is for --explain only",
    )
    extract.add_argument(
        "--explain",
        action="store_true",
        help="print every piece of the page with its label, the rule and the score",
    )
    extract.add_argument("--url", help="the page's address")
    extract.add_argument(
        "--reference-date",
        metavar="DATE",
        type=datetime.fromisoformat,
        help="when the page was fetched, such as 2024-09-12T10:06; dates like “3 hours ago” count from it",
    )
    extract.add_argument(
        "--content-type", metavar="TYPE", help="the Content-Type the page was sent with"
    )
    return parser


def _fail(message: str) -> int:
    if sys.stderr is not None:  # else `print` would write to standard output
        try:
            print("newsclean:", " ".join(message.split()), file=sys.stderr)
        except OSError:
            _discard(sys.stderr)
    return FAILED


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
        f"{span.block}\t{span.label}\t{span.rule}\t{'' if span.score is None else f'{span.score:.2f}'}\t"
        f"{blocks[span.block].text[span.start : span.end]}"
        for span in report.spans
    )


_ARTICLES: dict[str, Callable[[newsclean.Report], str]] = {
    "json": lambda report: _json(report.article.to_dict()),
    "text": _text,
    "markdown": lambda report: report.article.to_markdown(),
}
_EXPLANATIONS: dict[str, Callable[[newsclean.Report], str]] = {
    "json": lambda report: _json(report.to_dict()),
    "text": _spans,
    "html": lambda report: report.to_html(),
}
