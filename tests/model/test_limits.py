"""Limits refuse values that make no sense."""

from __future__ import annotations

import math
import pickle
from typing import Any

import pytest

from newsclean import Limits, LimitsError, NewscleanError, extract

COUNTS = ("bytes", "nodes", "text", "blocks")


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("value", [0, -1, 1.5, 1e6, math.inf, math.nan, True, None, "16", []])
def test_a_count_is_a_whole_number_of_one_or_more(name: str, value: Any) -> None:
    with pytest.raises(LimitsError, match=f"{name} must be a whole number of 1 or more, not "):
        Limits(**{name: value})


@pytest.mark.parametrize("value", [-1, -0.5, -math.inf, math.nan, True, None, "1", 1j])
def test_seconds_are_a_number_of_zero_or_more(value: Any) -> None:
    with pytest.raises(LimitsError, match="seconds must be a number of 0 or more, not "):
        Limits(seconds=value)


def test_a_refusal_is_ours_and_a_value_error() -> None:
    assert issubclass(LimitsError, NewscleanError)
    assert issubclass(LimitsError, ValueError)


def test_any_number_of_seconds_will_do() -> None:
    assert extract("<p>x", limits=Limits(seconds=10**400)).truncations == ()


@pytest.mark.parametrize("seconds", [0, 0.0, 0.5, 3, math.inf])
def test_limits_keep_what_they_are_given(seconds: float) -> None:
    limits = Limits(bytes=1, nodes=2, text=3, blocks=4, seconds=seconds)
    assert (limits.bytes, limits.nodes, limits.text, limits.blocks, limits.seconds) == (
        1,
        2,
        3,
        4,
        seconds,
    )
    assert pickle.loads(pickle.dumps(limits)) == limits
