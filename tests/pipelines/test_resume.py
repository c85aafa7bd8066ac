"""Runs that are stopped, by every means, and continued; and pages that ruin their worker."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.pipelines.corpus import (
    composed,
    read_lines,
    run,
    start,
    url_of,
    write_lines,
    write_warc,
)

pytestmark = pytest.mark.slow

COUNT = 120


def _parquet(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
    return rows


@pytest.mark.parametrize(
    ("name", "read"),
    [("out.jsonl.gz", read_lines), ("out.jsonl", read_lines), ("out.parquet", _parquet)],
)
def test_kill_at_any_point_loses_and_doubles_nothing(
    name: str, read: Callable[[Path], list[dict[str, Any]]], tmp_path: Path
) -> None:
    """Kill runs at random points; each is begun again until it comes to its end."""
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    pages = tmp_path / "pages.jsonl"
    write_lines(pages, COUNT)
    options = ("--processes", "2", "--report", tmp_path / "sites.tsv")
    whole, killed = tmp_path / "whole" / name, tmp_path / "killed" / name
    started = time.monotonic()
    assert run("batch", pages, "-o", whole, *options)[0] == 0
    seconds = time.monotonic() - started
    undisturbed = (tmp_path / "sites.tsv").read_bytes()

    def bring_to_its_end() -> None:
        code, err = run("batch", pages, "-o", killed, *options)
        # It may have come to its end before it was to be killed.
        assert code == 0 or "exists already" in err, err
        assert read(killed) == read(whole)
        assert [row["id"] for row in read(killed)] == [f"page-{n}" for n in range(COUNT)]
        assert (tmp_path / "sites.tsv").read_bytes() == undisturbed
        assert sorted(path.name for path in killed.parent.iterdir()) == [name]
        killed.unlink()

    # Any seed will do; this one makes the points of a failure those of the next run.
    chance = random.Random(name)
    kills = int(os.environ.get("TEST_KILLS", "3"))
    while kills > 0:
        process = start("batch", pages, "-o", killed, *options)
        time.sleep(seconds * chance.uniform(0.2, 0.7))
        if process.poll() is None:
            process.kill()
            kills -= 1
        process.communicate()
        if kills % 3 == 0 or process.returncode == 0:
            bring_to_its_end()


def test_no_worker_outlives_a_run_that_was_killed(tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    write_lines(pages, 2_000)
    process = start("batch", pages, "-o", tmp_path / "out.jsonl", "--processes", "2")
    _wait_for(tmp_path / "out.jsonl")
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and _has_group(process.pid):
        time.sleep(0.1)
    assert not _has_group(process.pid)


def _has_group(group: int) -> bool:
    with suppress(OSError):
        os.killpg(group, 0)
        return True
    return False


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if path.exists() and path.stat().st_size:
            return
        time.sleep(0.02)
    raise AssertionError(f"{path} stays empty")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_cleanly(number: int, tmp_path: Path) -> None:
    pages, output = tmp_path / "pages.jsonl", tmp_path / "out.jsonl"
    write_lines(pages, COUNT)
    process = start("batch", pages, "-o", output, "--processes", "2")
    _wait_for(output)
    os.killpg(process.pid, number)  # as a terminal does, to workers too
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines()[-1].endswith("stopped: the same command goes on")
    assert "Traceback" not in err
    before = len(read_lines(output))
    assert 0 < before < COUNT
    code, err = run("batch", pages, "-o", output, "--processes", "2", "--verbose")
    assert code == 0
    assert f"going on after {before} pages" in err
    assert [row["id"] for row in read_lines(output)] == [f"page-{n}" for n in range(COUNT)]


def test_other_inputs_do_not_continue_a_run(tmp_path: Path) -> None:
    pages, output = tmp_path / "pages.jsonl", tmp_path / "out.jsonl"
    write_lines(pages, COUNT)
    process = start("batch", pages, "-o", output, "--processes", "1")
    _wait_for(output)
    process.kill()
    process.communicate()
    write_lines(pages, COUNT + 1)
    code, err = run("batch", pages, "-o", output, "--processes", "1")
    assert code == 2
    assert "was left unfinished by a run with other inputs" in err
    assert run("batch", pages, "-o", output, "--processes", "2", "--overwrite")[0] == 0
    assert len(read_lines(output)) == COUNT + 1


def test_poison_costs_only_its_own_rows(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    good = [composed(number) for number in range(8)]
    poison = {
        1: (b"<p>PLEASE HANG", "timeout"),
        3: (b"<p>PLEASE CRASH", "error"),
        4: (b"", "empty"),
        6: (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "empty"),
        8: (b"<p>PLEASE FAIL", "error"),
        9: (b"<p>" + b"word " * 20_000_100, "too_large"),
        10: (b"<div>" * 3_000_000, "empty"),
    }
    rest = iter(good)
    pages = [
        poison[number][0] if number in poison else next(rest)
        for number in range(len(good) + len(poison))
    ]
    write_warc(tmp_path / "pages.warc", [(url_of(n), page) for n, page in enumerate(pages)])
    output = tmp_path / "out.jsonl"
    options = ("--processes", "2", "--timeout", "8")
    code, err = run("batch", tmp_path / "pages.warc", "-o", output, *options)
    assert code == 0, err
    rows = read_lines(output)
    found = {n: row["status"] for n, row in enumerate(rows) if row["status"] != "ok"}
    assert found == {number: status for number, (_, status) in poison.items()}
    assert [row["title"] for row in rows if row["status"] == "ok"] == [
        f"Ferry number {n} returns" for n in range(8)
    ]
    assert rows[3]["error"] == "the worker process ended by signal SIGSEGV on this page"


def test_a_full_disk_is_one_line_and_the_run_goes_on_later(tmp_path: Path) -> None:
    pages, output = tmp_path / "pages.jsonl", tmp_path / "out.jsonl"
    write_lines(pages, COUNT)
    # A limit of the size of files has the same effect as a disk that is full.
    code, err = run("batch", pages, "-o", output, "--processes", "2", blocks=40)
    assert code == 1
    assert err.splitlines()[-1].startswith("newsclean: cannot write the output: File too large")
    assert "Traceback" not in err
    assert run("batch", pages, "-o", output, "--processes", "2")[0] == 0
    assert [row["id"] for row in read_lines(output)] == [f"page-{n}" for n in range(COUNT)]
