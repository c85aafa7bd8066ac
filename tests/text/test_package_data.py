"""Tables of the package are read row by row, without their comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.text.package_data import read_rows, read_text


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "package_with_a_table"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "table.tsv").write_bytes(
        "# Source: none.\n# Columns: a, b\nx\té\u2028\n\ny\t\r\n".encode()
    )
    monkeypatch.syspath_prepend(tmp_path)
    return folder.name


def test_comments_and_empty_lines_are_no_rows(package: str) -> None:
    assert list(read_rows(package, "table.tsv")) == [["x", "é\u2028"], ["y", ""]]


def test_text_is_read_as_it_is(package: str) -> None:
    assert read_text(package, "table.tsv").startswith("# Source: none.\n")


@pytest.mark.parametrize("table", ["alphabets", "big5", "characters", "labels"])
def test_tables_of_encodings_say_their_source_and_columns(table: str) -> None:
    head = [
        line
        for line in read_text("newsclean.decode", f"{table}.tsv").split("\n")
        if line.startswith("#")
    ]
    assert head[1].startswith("# Source: ")
    columns = head[2].removeprefix("# Columns: ").count(",") + 1
    assert {len(row) for row in read_rows("newsclean.decode", f"{table}.tsv")} == {columns}
