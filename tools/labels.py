r"""Write the labels of a fixture's page to its `labels.tsv`, or those of all fixtures.

    python -m tools.labels [fixtures/NAME...]

`labels.tsv` has a line for each span, in the order of the page: its label, the rule that gave it,
and its text. A test compares the file with the labels of the current code. It is not an expectation
that somebody wrote: review its changes with `git diff` before you commit them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from newsclean import Report
from tests.cases import FIXTURES, Case

FILE = "labels.tsv"
ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def lines_of(report: Report) -> list[str]:
    r"""A line for each span: label, rule and text, separated by tabs.

    >>> from newsclean import explain
    >>> lines_of(explain("<h1>Ferry returns</h1>"))
    ['title\theadline\tFerry returns']
    """
    found = []
    for span in report.spans:
        text = report.page.blocks[span.block].text[span.start : span.end]
        found.append(f"{span.label.value}\t{span.rule}\t{text.translate(ESCAPES)}")
    return found


def read(folder: Path) -> list[str]:
    """The lines of the file in a folder."""
    return (folder / FILE).read_text("utf-8").split("\n")[:-1]


def write(folder: Path) -> bool:
    """Write the file of a folder, and return whether it changed."""
    target = folder / FILE
    text = "".join(f"{line}\n" for line in lines_of(Case(folder).explain()))
    if target.exists() and target.read_text("utf-8") == text:
        return False
    target.write_text(text, "utf-8", newline="\n")
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.labels",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", type=Path, nargs="*", metavar="fixtures/NAME")
    folders = parser.parse_args(arguments).folders or sorted(FIXTURES.iterdir())
    for folder in folders:
        if not (folder / "case.toml").exists():
            print(f"{folder} is not a fixture: it has no case.toml", file=sys.stderr)
            return 1
    for folder in folders:
        if write(folder):
            print(f"{folder / FILE}: written; review the changes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
