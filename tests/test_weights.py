"""The learned weights are used only with the columns that they were learned from."""

from __future__ import annotations

import json
from typing import Any

import pytest

import newsclean
from newsclean.assemble import quality
from newsclean.assemble.quality import SIGNALS
from newsclean.errors import WeightsError
from newsclean.label import verdicts
from newsclean.label.features import NAMES
from newsclean.learned.weights import block_weights, page_weights, read_weights
from newsclean.text.package_data import read_text

PAGE = "<h1>Ferry returns</h1><p>The island ferry sails again from Monday, the council said.</p>"
SHIPPED: dict[str, Any] = json.loads(read_text("newsclean.learned", "labeller.json"))


def test_the_weights_that_ship_were_learned_from_the_columns_of_the_code() -> None:
    assert block_weights(NAMES).features == tuple(NAMES)
    assert page_weights(SIGNALS).signals == tuple(SIGNALS)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ((NAMES[1], NAMES[0], *NAMES[2:]), "has 'length' as number 0 .* the code has 'words'"),
        (NAMES[:-1], f"as number {len(NAMES) - 1} of the features, but the code has None"),
        ((*NAMES, "shape"), f"has None as number {len(NAMES)} .* the code has 'shape'"),
    ],
)
def test_columns_that_moved_are_refused(
    names: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "NAMES", names)
    with pytest.raises(WeightsError, match=message) as caught:
        newsclean.extract(PAGE)
    assert isinstance(caught.value, newsclean.NewscleanError)
    assert "train again" in str(caught.value)


def test_signals_that_moved_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality, "SIGNALS", (*SIGNALS[1:], SIGNALS[0]))
    with pytest.raises(WeightsError, match="has 'length' as number 0 of the signals"):
        newsclean.extract(PAGE)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"trees": [[len(NAMES), 0.5, 1, 2]]}, "a column that has no name"),
        ({"quality": SHIPPED["quality"][:-1]}, "lacks the weight of a signal"),
        ({"article": []}, "lacks the weight of a signal"),
        ({"signals": []}, "lacks the weight of a signal"),
    ],
)
def test_weights_whose_numbers_do_not_agree_are_refused(
    change: dict[str, Any], message: str
) -> None:
    with pytest.raises(WeightsError, match=message):
        read_weights({**SHIPPED, "trees": [0], **change})
