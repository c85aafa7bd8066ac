"""The compiled functions are those of the sources, and whether they are used can be told."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsclean
from newsclean._speed import COMPILED, PURE

ROOT = Path(__file__).parent.parent.parent


def speed_of_process(pure: str) -> str:
    program = "import newsclean; print(newsclean.speed())"
    environment = {**os.environ, PURE: pure, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_speed_says_which_functions_are_used() -> None:
    assert newsclean.speed() == ("compiled" if COMPILED else "pure")


def test_the_environment_keeps_the_compiled_functions_from_being_used() -> None:
    assert speed_of_process("1") == "pure"
    is_built = find_spec("newsclean._speed.native") is not None
    assert speed_of_process("") == ("compiled" if is_built else "pure")


@pytest.mark.skipif(COMPILED is None, reason="the compiled functions are not used")
def test_the_compiled_functions_are_those_of_the_sources() -> None:
    pytest.importorskip("hatchling")
    expected = runpy.run_path(str(ROOT / "hatch_build.py"))["hash_of_sources"](ROOT)
    assert COMPILED is not None
    assert expected == COMPILED.SOURCES, "build them again: python hatch_build.py"
