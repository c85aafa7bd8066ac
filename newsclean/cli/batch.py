"""`newsclean batch`: files of pages in, one file of rows out."""

from __future__ import annotations

import argparse
import logging
import math
import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

from newsclean.cli.progress import Bar, sentence
from newsclean.cli.streams import FAILED, FOUND, INTERRUPTED, fail
from newsclean.errors import InputError, MissingLibraryError, NewscleanError, RulesError
from newsclean.rules import Rules, read_rules


def add_command(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command with its arguments."""
    batch = commands.add_parser(
        "batch",
        help="write the articles of many pages to one file",
        description="Write the articles of many pages to one file, in several processes. A "
        "run that was stopped is continued by the same command.",
        epilog="Exit code: 0 if every input was read, whatever its pages are; 1 if one could not "
        "be read to its end, or the output could not be written; 2 on wrong usage; 130 if it was "
        "interrupted.",
    )
    _add_files(batch)
    _add_limits(batch)
    _add_fields(batch)
    _add_filters(batch)
    batch.set_defaults(command=partial(_run, batch))


def _add_files(batch: argparse.ArgumentParser) -> None:
    batch.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="a page, a folder, a pattern such as 'crawl/**/*.html', or a file of .jsonl, .warc, "
        ".wet or .parquet; compressed as .gz, .zst or .br",
    )
    batch.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        help="a file of .jsonl or .csv, also with .gz or .zst, or of .parquet; with --format, a "
        "folder",
    )
    batch.add_argument(
        "--format",
        choices=("markdown", "html", "tei"),
        help="write a document for each article into a folder",
    )
    batch.add_argument("--overwrite", action="store_true", help="replace an existing output")
    batch.add_argument("--rules", metavar="DIR", help="a folder of rules for single sites")
    batch.add_argument(
        "--report", type=Path, metavar="FILE", help="write a table of the results by site"
    )
    batch.add_argument(
        "-q", "--quiet", action="store_true", help="print no progress and no summary"
    )
    batch.add_argument("-v", "--verbose", action="store_true", help="print log messages")


def _add_limits(batch: argparse.ArgumentParser) -> None:
    batch.add_argument(
        "--processes", type=_whole, metavar="N", help="worker processes (one per core)"
    )
    batch.add_argument(
        "--timeout",
        type=_seconds,
        default=30.0,
        metavar="SECONDS",
        help="the longest that a page may take (30)",
    )
    batch.add_argument(
        "--max-bytes",
        type=_whole,
        default=100_000_000,
        metavar="N",
        help="the largest page to extract (100000000)",
    )


def _add_fields(batch: argparse.ArgumentParser) -> None:
    fields = batch.add_argument_group("names of the fields of .jsonl and .parquet inputs")
    for name in ("html", "url", "id", "content_type", "reference_date"):
        option = f"--{name.replace('_', '-')}-field"
        fields.add_argument(
            option,
            default=name,
            metavar="NAME",
            help=f"the field with the {name.replace('_', ' ')} ({name})",
        )
    fields.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="NAME",
        help="copy this field of the input to the output",
    )


def _add_filters(batch: argparse.ArgumentParser) -> None:
    filters = batch.add_argument_group("filters")
    filters.add_argument(
        "--language",
        action="append",
        type=_tag,
        default=[],
        metavar="TAG",
        help="only this language, such as en; may be repeated",
    )
    filters.add_argument(
        "--min-quality",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="only from this quality on, 0 to 1",
    )
    filters.add_argument(
        "--articles-only", action="store_true", help="leave out pages that are not articles"
    )


def _whole(text: str) -> int:
    """An integer of 0 or more, or an error that says so."""
    if not text.strip().isdecimal():
        raise _unfit("a whole number of 0 or more", text)
    return int(text)


def _tag(text: str) -> str:
    """A language tag, or an error that says what one is."""
    if not re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", text):
        raise _unfit("a language tag such as en or zh-Hans", text)
    return text


def _seconds(text: str) -> float:
    number = _number(text)
    if not number > 0:
        raise _unfit("a number above 0", text)
    return number


def _share(text: str) -> float:
    number = _number(text)
    if not 0 <= number <= 1:
        raise _unfit("a number from 0 to 1", text)
    return number


def _number(text: str) -> float:
    """The number, or NaN, which is in no range."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def _unfit(wanted: str, text: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"must be {wanted}, not {text!r}")


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from newsclean.pipelines.batch import run_batch

    if options.verbose:
        logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    elif not options.quiet:
        logging.basicConfig(level=logging.WARNING, format="newsclean: %(message)s")
    rules = _rules(parser, options.rules)
    bar = Bar(shown=not options.quiet)
    try:
        summary = run_batch(_options(options, rules), bar.show, bar.start)
    except (InputError, MissingLibraryError) as error:
        parser.error(str(error))
    except NewscleanError as error:
        return fail(str(error))
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return fail(f"cannot write the output: {place}{error.strerror or error}")
    finally:
        bar.close()
    if not options.quiet:
        print(sentence(summary), file=sys.stderr)
    if summary.interrupted:
        return INTERRUPTED
    return FAILED if summary.problems else FOUND


def _rules(parser: argparse.ArgumentParser, folder: str | None) -> Rules | None:
    """The rules in a folder; SystemExit(2) if they cannot be read."""
    try:
        return read_rules(folder) if folder else None
    except RulesError as error:
        parser.error(str(error))
    except (OSError, ValueError) as error:
        parser.error(f"cannot read {folder}: {getattr(error, 'strerror', None) or error}")


def _options(given: argparse.Namespace, rules: Rules | None) -> Any:
    from newsclean.pipelines.batch import Options
    from newsclean.pipelines.batch.readers import Fields
    from newsclean.pipelines.batch.work import Filters

    return Options(
        inputs=tuple(given.inputs),
        output=given.output,
        format=given.format,
        processes=given.processes,
        timeout=given.timeout,
        max_bytes=given.max_bytes,
        fields=Fields(
            given.html_field,
            given.url_field,
            given.id_field,
            given.content_type_field,
            given.reference_date_field,
            tuple(dict.fromkeys(given.keep)),
        ),
        filters=Filters(tuple(given.language), given.min_quality, given.articles_only),
        report=given.report,
        rules=rules,
        overwrite=given.overwrite,
    )
