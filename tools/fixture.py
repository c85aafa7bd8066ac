"""Write a draft of the expectation of a new fixture, to be corrected by hand.

    python -m tools.fixture fixtures/NAME

The folder has the page and case.toml. The draft is what newsclean extracts from the page. It has a
line "unread" that the tests refuse: compare every line with the page, correct what is wrong, and
remove that line last. An existing expectation is never overwritten.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.cases import Case

FIELDS = (
    "title",
    "kicker",
    "subtitle",
    "date",
    "updated",
    "source",
    "authors",
    "credits",
    "body",
    "copies",
    "is_article",
    "language",
)
UNREAD = "written by a command: compare every line with the page, then remove this one"


class CaseError(Exception):
    """No expectation can be written for the folder; the message says why."""


def draft(folder: Path) -> dict[str, Any]:
    """The draft for the page in a folder."""
    pages = [path for path in (folder / "page.html", folder / "page.txt") if path.exists()]
    if len(pages) != 1:
        raise CaseError(f"{folder} needs one page, page.html or page.txt")
    if not (folder / "case.toml").exists():
        raise CaseError(
            f'{folder} needs a case.toml with a line such as: shows = "What is special about the'
            ' page"'
        )
    found = Case(folder).explain().article.to_dict()
    found["credits"] = [
        {"role": credit["role"], "names": credit["names"]} for credit in found["credits"]
    ]
    return {"unread": UNREAD, **{field: found[field] for field in FIELDS}, "must_not": []}


def write(folder: Path) -> Path:
    """Write the draft, and return its path. CaseError if the folder has an expectation."""
    target = folder / "expected.json"
    if target.exists():
        raise CaseError(f"{target} exists already; correct it by hand")
    text = json.dumps(draft(folder), ensure_ascii=False, indent=1) + "\n"
    with target.open("x", encoding="utf-8") as file:
        file.write(text)
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.fixture", description=__doc__.split("\n", 1)[0]
    )
    parser.add_argument(
        "folder", type=Path, help="the new fixture, such as fixtures/two-line-headline"
    )
    try:
        target = write(parser.parse_args(arguments).folder)
    except CaseError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{target}: now read every line of it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
