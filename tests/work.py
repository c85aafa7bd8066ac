"""Counts work instead of time, for tests of how work grows that give the same on any machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from cProfile import Profile
from types import FrameType
from typing import Any


def lines_run(call: Callable[[], object], *modules: str) -> int:
    """How many lines of these modules of newsclean run during a call."""
    files = {f"{module}.py" for module in modules}
    count = 0

    def on_line(_frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return on_line

    def on_call(frame: FrameType, _event: str, _: Any) -> Any:
        return on_line if frame.f_code.co_filename.rpartition("/")[2] in files else None

    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def calls_made(call: Callable[[], object]) -> int:
    """How many functions, of Python and of C, are called during a call."""
    profile = Profile()
    profile.runcall(call)
    return sum(entry.callcount for entry in profile.getstats())
