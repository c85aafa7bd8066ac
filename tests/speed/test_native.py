"""Whether the compiled functions are used, and that those of other sources never are."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsclean
from newsclean import _speed
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
def test_a_module_of_other_sources_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _speed._load() is COMPILED
    monkeypatch.setattr(COMPILED, "SOURCES", "00000000")
    assert _speed._load() is None
