"""Learned values are used only for the features that they were learned for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.assemble import quality
from newsclean.errors import WeightsError
from newsclean.label.features import NAMES, scores
from newsclean.learned import load_author_counts, load_date_signs
from newsclean.learned.files import parse_learned, read_learned
from newsclean.learned.trees import Trees

PAGE = "<h1>Ferry returns</h1><p>The island ferry sails again from Monday, the council said.</p>"
FOLDER = Path(newsclean.__file__).parent / "learned"
FILES = sorted(path.stem for path in FOLDER.glob("*.json"))
SMALL: dict[str, Any] = {
    "format": 1,
    "trainer": "1",
    "date": "2026-01-31",
    "data": {"sets": ["tiny"], "pages": 1, "sha256": None},
    "unit": "log odds",
    "features": ["length", "depth"],
    "learned": {"length": 0.5, "depth": -1.0},
}


def test_there_is_a_file_for_each_reader() -> None:
    assert FILES == ["authors", "confidence", "dates", "labeller", "quality", "sources"]


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_where_its_values_are_from(name: str) -> None:
    found = read_learned(name)
    # Two sets only have sources in their gold.
    assert found.data["pages"] > (90 if name == "sources" else 500)
    assert len(found.data["sets"]) > 1
    assert found.unit
    assert len(found.date) == len("2026-01-31")
    assert len(set(found.features)) == len(found.features)


def test_the_trees_test_features_that_they_were_given() -> None:
    trees = read_learned("labeller", NAMES).learned["trees"]
    assert Trees.from_json(trees).tests.keys() <= set(NAMES)


def test_every_count_is_possible() -> None:
    for _, right, seen in load_date_signs().values():
        assert 0 <= right <= seen > 0
    for right, seen in load_author_counts().values():
        assert 0 <= right <= seen > 0
    assert load_date_signs().keys() == set(read_learned("dates").features)
    assert load_author_counts().keys() == set(read_learned("authors").features)


def test_the_order_of_features_means_nothing() -> None:
    assert parse_learned(json.dumps(SMALL), "small", ("depth", "length")).learned["depth"] == -1.0


@pytest.mark.parametrize(
    ("features", "message"),
    [
        (("length",), "learned with depth, unlike"),
        (("length", "depth", "shape"), "learned without shape, unlike"),
        (("length", "shape"), "learned without shape and with depth, unlike"),
    ],
)
def test_other_features_are_refused(features: tuple[str, ...], message: str) -> None:
    with pytest.raises(WeightsError, match=rf"small\.json was {message} the code: train it again"):
        parse_learned(json.dumps(SMALL), "small", features)


@pytest.mark.parametrize("change", [{"format": 2}, {"format": None}])
def test_another_format_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(WeightsError, match="not in format 1"):
        parse_learned(json.dumps({**SMALL, **change}), "small")


@pytest.mark.parametrize("module", [scores, quality])
def test_no_page_is_read_with_weights_for_other_features(
    module: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "NAMES", (*module.NAMES, "shape"))
    with pytest.raises(newsclean.NewscleanError) as caught:
        newsclean.extract(PAGE)
    cause = caught.value if isinstance(caught.value, WeightsError) else caught.value.__cause__
    assert "learned without shape" in str(cause)
