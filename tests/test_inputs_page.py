"""Every line of the tables in docs/inputs.md is what happens."""

from __future__ import annotations

import datetime
import gzip
import io
import pathlib
import re
import types
import zlib
from pathlib import Path

import lxml.html
import pytest

import newsclean

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "inputs.md").read_text("utf-8")
ROWS = re.findall(r"^\|[^|`]*\| `([^`]+)` \| (?:`([^`]+)`|nothing) \|$", PAGE, re.MULTILINE)
NAMES = {
    "datetime": datetime,
    "explain": newsclean.explain,
    "gzip": gzip,
    "io": io,
    "lxml": lxml,
    "newsclean": newsclean,
    "page": "<p>The ferry sails.</p>",
    "pathlib": pathlib,
    "types": types,
    "zlib": zlib,
}


def _outcome(given: str) -> str:
    try:
        report: newsclean.Report = eval(f"explain({given})", dict(NAMES))
    except (TypeError, newsclean.NewscleanError) as error:
        return f"{type(error).__name__}: {error}"
    return " ".join((*report.article.truncations, *(block.text for block in report.page.blocks)))


@pytest.mark.parametrize(("given", "outcome"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_the_table_is_true(given: str, outcome: str) -> None:
    assert _outcome(given) == outcome


def test_every_row_is_read() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    heads = sum(line.startswith("|---") for line in lines)
    assert len(ROWS) == len(lines) - 2 * heads > 20
