"""A page gives the same report in any order, thread or process."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.cases import CASES, Case

SOME = [case for index, case in enumerate(CASES) if index % 3 == 0]
# Prints one hash over the reports of the cases named.
PRINT_HASH = (
    "from test_determinism import digest; from cases import CASES; import sys; print(digest([c for"
    " c in CASES if c.name in sys.argv[1:]]))"
)


def digest(cases: Sequence[Case]) -> str:
    """A hash of the report of each case, from new extractions."""
    told = sha256()
    for case in cases:
        report = case.explain()
        told.update(repr((report.to_dict(), report.spans, report.decoded)).encode())
    return told.hexdigest()


def test_the_order_of_pages_does_not_matter() -> None:
    shuffled = random.Random(20).sample(SOME, len(SOME))
    for case in shuffled:
        assert case.explain() == case.report(), case.name


def test_threads_do_not_see_each_other() -> None:
    twice = [case for case in SOME[::2] for _ in range(2)]
    with ThreadPoolExecutor(4) as pool:
        for case, report in zip(twice, pool.map(Case.explain, twice), strict=True):
            assert report == case.report(), case.name


@pytest.mark.slow
def test_processes_agree_whatever_their_hash_seed_locale_and_folder(tmp_path: Path) -> None:
    cases = SOME[::3]
    here = digest(cases)
    root = Path(__file__).resolve().parent.parent
    for seed, locale in (("1", "C"), ("2", "C.UTF-8")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "TZ": f"UTC{seed}",
            "PYTHONPATH": f"{root}{os.pathsep}{root / 'tests'}",
        }
        command = [sys.executable, "-c", PRINT_HASH, *(case.name for case in cases)]
        ran = subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert ran.stdout.strip() == here


def digests(order: Sequence[int]) -> dict[int, str]:
    """A hash for each of these cases, extracted in this order."""
    return {place: digest(CASES[place : place + 1]) for place in order}


@pytest.mark.slow
def test_four_processes_and_four_threads_agree_with_one() -> None:
    places = range(0, len(CASES), 12)
    orders = [random.Random(seed).sample(places, len(places)) for seed in range(4)]
    here = digests(places)
    spawn = get_context("spawn")
    all_there = spawn.Barrier(4)
    with (
        ProcessPoolExecutor(4, spawn, all_there.wait, (60,)) as processes,
        ThreadPoolExecutor(4) as threads,
    ):
        for pool in (processes, threads):
            assert list(pool.map(digests, orders)) == [here] * 4
