"""Run every hostile page, or those with WORD in their name, each in a process of its own.

    python -m tests.hostile [WORD]

The last column says what is wrong; the exit code is 1 if anything is.
"""

from __future__ import annotations

import json
import pickle
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.hostile.markup import ADDRESS
from tests.hostile.pages import Input, inputs

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES, SLOW, KEPT = 3.0, 450.0, 1.0, 0.99
SMALL, SECONDS_OF_SMALL = 250_000, 0.5
"""A page of fewer bytes may take no longer than this."""
PATIENCE = 60
"""Seconds after which a process is ended."""


def main(word: str = "") -> int:
    """Print the table, and what it comes to."""
    rows = []
    with socket.create_server(("127.0.0.1", 0)) as server, tempfile.TemporaryDirectory() as folder:
        server.setblocking(False)
        for one in inputs():
            if word in one.name:
                rows.append(_tried(one, server, Path(folder) / "page"))
                print(_line(one.name, rows[-1]), flush=True)
    wrong = list(_verdict(rows))
    print(f"{len(rows)} pages; " + ("; ".join(wrong) or "all is well"))
    return bool(wrong)


def _tried(one: Input, server: socket.socket, path: Path) -> dict[str, Any]:
    page = one.make()
    if isinstance(page, str):
        page = page.replace(ADDRESS, ADDRESS.format(port=server.getsockname()[1]))
    path.write_bytes(
        pickle.dumps((page, one.url, one.content_type, one.planted, one.second_opinion))
    )
    command = [sys.executable, "-B", "-m", "tests.hostile.trial", str(path)]
    row: dict[str, Any] = {
        "bytes": len(page),
        "cpu": 0.0,
        "megabytes": 0.0,
        "blocks": 0,
        "kept": 0,
        "planted": len(one.planted),
        "truncations": (),
        "wrong": [],
    }
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        row["wrong"] = [f"hangs for {PATIENCE} s"]
        return row
    if done.returncode:
        row["wrong"] = [
            f"exit {done.returncode}: {(done.stderr.strip().splitlines() or ['no word'])[-1][:120]}"
        ]
        return row
    row |= json.loads(done.stdout)
    row["wrong"] = [
        *row["wrong"],
        *_too_much(row),
        *(["the network was used"] if _was_called(server) else []),
    ]
    return row


def _was_called(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def _too_much(row: dict[str, Any]) -> Iterator[str]:
    if row["cpu"] > (SECONDS if row["bytes"] >= SMALL else SECONDS_OF_SMALL):
        yield f"{row['cpu']:.1f} s"
    if row["megabytes"] > MEGABYTES:
        yield f"{row['megabytes']:.0f} MB"
    if row["kept"] < row["planted"]:
        yield f"{row['planted'] - row['kept']} sentences lost"


def _line(name: str, row: dict[str, Any]) -> str:
    figures = (
        f"{row['bytes'] / 1e6:8.2f} MB in {row['cpu']:6.2f} s {row['megabytes']:5.0f} MB"
        f" {row['blocks']:7d} blocks {row['kept']:4d}/{row['planted']:<4d}"
    )
    return (
        f"{name[:58]:58} {figures}"
        f" {'cut ' if row['truncations'] else '    '}{'; '.join(row['wrong'])}".rstrip()
    )


def _verdict(rows: list[dict[str, Any]]) -> Iterator[str]:
    """What the table as a whole fails."""
    planted, kept = sum(row["planted"] for row in rows), sum(row["kept"] for row in rows)
    slow = sum(row["cpu"] > SLOW for row in rows)
    faults = sum(any(not fault.endswith("lost") for fault in row["wrong"]) for row in rows)
    print(
        f"\n{kept} of {planted} planted sentences kept; {slow} pages over {SLOW:.0f} s; slowest"
        f" {max((row['cpu'] for row in rows), default=0):.2f} s"
    )
    if faults:
        yield f"{faults} pages fail"
    if kept < KEPT * planted:
        yield f"{planted - kept} sentences lost"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
