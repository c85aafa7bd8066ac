"""`newsclean rules check`: what the rules of a file change on pages."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import newsclean
from newsclean.cli.streams import FOUND, fail, read_input, write_output
from newsclean.rules import SiteRules, read_rules

FIELDS = ("title", "kicker", "subtitle", "date", "source", "authors", "credits", "body")
_LONGEST = 60


def add_command(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command with its arguments."""
    rules = commands.add_parser("rules", help="check the rules for a site")
    actions = rules.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser(
        "check",
        help="show what the rules of a file change on pages",
        description="Check a file of rules, and show for each page what text each rule matches and "
        "which fields change. The rules are applied to every page, whatever its site.",
        epilog="Exit code: 0; 1 if the file of rules has an error, or a file cannot be read.",
    )
    check.add_argument("file", metavar="FILE", help="a file of rules")
    check.add_argument("pages", metavar="PAGE", nargs="*", help="pages of the site")
    check.set_defaults(command=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        sites = read_rules(options.file).sites
    except newsclean.RulesError as error:
        return fail(str(error))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return fail(f"cannot read {options.file}: {reason}")
    if len(sites) > 1:
        return fail(f"{options.file} has the rules of {len(sites)} sites: give one file of it")
    [site] = sites
    for page in options.pages:
        try:
            data = read_input(page)
            before, after = (newsclean.explain(data, rules=rules) for rules in (None, site))
        except OSError as error:
            return fail(f"cannot read {page}: {error.strerror or error}")
        write_output("\n".join([page, *_matches(after, site), *_changes(before, after), ""]) + "\n")
    return FOUND


def _matches(report: newsclean.Report, site: SiteRules) -> Iterator[str]:
    """A line for each rule: what it matches."""
    for rule in site.elements:
        spans = [span for span in report.spans if span.rule == rule.origin]
        if not spans:
            yield f"  {rule.origin} {rule.part}: matches nothing"
            continue
        first = spans[0]
        text = report.page.blocks[first.block].text[first.start : first.end]
        more = f", and {len(spans) - 1} more" if len(spans) > 1 else ""
        yield f"  {rule.origin} {rule.part}: {_short(text)}{more}"


def _changes(before: newsclean.Report, after: newsclean.Report) -> Iterator[str]:
    """A line for each field that changes."""
    for name in FIELDS:
        old, new = (getattr(report.article, name) for report in (before, after))
        if old != new:
            yield f"  {name}: {_short(_text(old))} -> {_short(_text(new))}"


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(getattr(item, "text", None) or str(item) for item in value)
    return "" if value is None else str(value)


def _short(text: str) -> str:
    """The beginning of a text, and how long it is if that is not all."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return repr(line)
    return f"{line[:_LONGEST]!r}… ({len(line):,} characters)"
