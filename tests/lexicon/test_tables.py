"""The tables of the lexicon are kept in order, and every group is described."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean
from tools.lexicon.compiling import compile_tables
from tools.lexicon.tables import read_tables

FOLDER = Path(newsclean.__file__).parent / "lexicon"
TABLES = sorted(path for path in FOLDER.glob("*.tsv") if path.name != "groups.tsv")


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_is_sorted_and_has_no_line_twice(path: Path) -> None:
    rows = _rows(path)
    assert rows == sorted(rows)
    assert len(rows) == len({tuple(row) for row in rows})


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_group_is_described(path: Path) -> None:
    described = {row[0] for row in _rows(FOLDER / "groups.tsv")}
    assert {row[0] for row in _rows(path)} <= described


@pytest.mark.parametrize("name", ["rules.json", "words.txt", "lines.txt"])
def test_a_compiled_file_is_what_the_tables_make(name: str) -> None:
    compiled = compile_tables(read_tables())[name]
    assert (FOLDER / name).read_text("utf-8") == compiled, "python -m tools.lexicon"
