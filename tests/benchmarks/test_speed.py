"""The benchmark of speed measures every stage of every page."""

from __future__ import annotations

import pytest

from benchmarks import speed
from benchmarks.speed import STAGES, Timed, growth_table, main, slowest_table, stage_table

ROWS = {
    "one": [Timed("a", 0.5, (1.0, 2.0, 3.0, 4.0, 5.0), {"peer": 2.0})],
    "two": [
        Timed("b", 1.0, (1.0, 1.0, 1.0, 1.0, 1.0), {"peer": 3.0}),
        Timed("c", 1.0, (3.0, 1.0, 1.0, 1.0, 1.0), {"peer": 5.0}),
    ],
}


def test_stages_are_given_in_parses_of_lxml() -> None:
    rows = [line.strip("| ").split(" | ") for line in stage_table(ROWS)]
    assert [row[0] for row in rows[2:7]] == list(STAGES)
    assert rows[2] == ["decode", "2.00", "2.00"]
    assert rows[7] == ["**newsclean**", "30.00", "6.00"]
    assert rows[8] == ["peer", "4.00", "4.00"]
    assert rows[-1] == ["pages", "1", "2"]


def test_the_slowest_page_comes_first() -> None:
    assert [line.split(" | ")[0] for line in slowest_table(ROWS, 2)][2:] == ["| a", "| c"]


def test_fixtures_are_measured_without_data(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speed, "RUNS", 1)
    main(["--every", "60"])
    assert "| **newsclean** |" in capsys.readouterr().out


def test_growth_is_measured_on_pages_of_each_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "RUNS", 1)
    monkeypatch.setattr(speed, "FACTORS", (1, 2))
    lengths = [line.split(" | ")[0] for line in list(growth_table())[2:]]
    assert lengths == ["| 20", "| 40"]
