"""What the command writes to a terminal, and what it does when a stream or a file is of no use."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from newsclean.cli import main, streams
from newsclean.cli.terminal import escape_controls

CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
OVERRIDES = [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]
# The parser replaces those of ASCII but for DEL, and U+0085 is white space.
BAIT = "\x7f\x9b2J\u202e\u2066"
PAGE = f"<h1>The ferry{BAIT} returns</h1><p>The ferry{BAIT} sails again from Monday, they said."
FORMATS = [
    ["--format", "json"],
    ["--format", "text"],
    ["--format", "markdown"],
    ["--explain", "--format", "json"],
    ["--explain", "--format", "text"],
    ["--explain", "--format", "html"],
]


class Stream(io.TextIOWrapper):
    """A standard output that says whether it is a terminal, and keeps what is written."""

    def __init__(self, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="ascii")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    @property
    def written(self) -> str:
        data = self.buffer
        assert isinstance(data, io.BytesIO)
        return data.getvalue().decode()


def _extract(
    options: list[str], terminal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    stream = Stream(terminal)
    monkeypatch.setattr(sys, "stdout", stream)
    main(["extract", str(page), *options])
    return stream.written


@pytest.mark.parametrize("options", FORMATS)
def test_no_control_character_reaches_a_terminal(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = _extract(options, True, tmp_path, monkeypatch)
    assert "ferry\\u007f" in written
    assert not set(written) & {*CONTROLS, *OVERRIDES}


@pytest.mark.parametrize("options", FORMATS)
def test_elsewhere_the_text_is_exact(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"ferry{BAIT}" in _extract(options, False, tmp_path, monkeypatch)


def test_json_on_a_terminal_is_the_same_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = _extract(["--format", "json"], True, tmp_path, monkeypatch)
    assert json.loads(shown) == json.loads(
        _extract(["--format", "json"], False, tmp_path, monkeypatch)
    )


@pytest.mark.parametrize("character", CONTROLS + OVERRIDES)
def test_every_control_character_is_escaped(character: str) -> None:
    assert json.loads(f'"{escape_controls(character)}"') == character


def test_standard_error_shows_no_control_character_of_a_file_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["extract", "no\x1b]0;title\x07such\u202efile"]) == 1
    assert capsys.readouterr().err == (
        "newsclean: cannot read no\\u001b]0;title\\u0007such\\u202efile: "
        "No such file or directory\n"
    )
    with pytest.raises(SystemExit):
        main(["extract", "one", "--two\x1b[2J"])
    assert "--two\\u001b[2J" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a\0b", "embedded null byte"),
        ("x" * 5000, "File name too long"),
        (".", "Is a directory"),
        ("page\udcff.html", "No such file or directory"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the messages of POSIX")
def test_a_name_that_no_page_has_is_one_line(
    name: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", name]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.endswith(f": {message}\n")


def test_input_without_an_end_is_not_read_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(streams, "MOST_BYTES", 1000)
    page = tmp_path / "page.html"
    page.write_bytes(b"<p>" * 334)
    assert main(["extract", str(page)]) == 1
    assert capsys.readouterr().err.endswith("it has more than 1,000 bytes, which no page has\n")


@pytest.mark.parametrize("name", ["stdin", "stdout"])
def test_a_stream_that_was_closed_is_an_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO())
    stream.close()
    monkeypatch.setattr(sys, name, stream)
    with pytest.raises(OSError, match="is closed"):
        streams.read_input("-") if name == "stdin" else streams.write_output("")


def test_a_stream_of_text_gets_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    streams.write_output("渡轮")
    assert stream.getvalue() == "渡轮"


def test_a_wrong_date_says_how_one_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["extract", "a", "--reference-date", "today"])
    assert "--reference-date: must be a date in ISO 8601 such as 2024-09-12T10:06, not 'today'" in (
        capsys.readouterr().err
    )
