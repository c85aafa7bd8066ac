"""Reads the files of learned values that ship with the package.

All have one format, a JSON object:

- ``format``: the number of this format;
- ``trainer``: the version of the command that made the file (`tools/train`);
- ``date``: the day it was made;
- ``data``: the folders of labelled pages with the number of pages used of each, and a hash of
  these pages and their gold, or null where it is not known;
- ``unit``: what the numbers are;
- ``features``: the names of the features that the values are for;
- ``learned``: the values.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from newsclean.errors import WeightsError
from newsclean.text.package_data import read_text

FORMAT = 1


class LearnedFile(NamedTuple):
    """What one file holds."""

    trainer: str
    date: str
    data: Mapping[str, Any]
    unit: str
    features: tuple[str, ...]
    learned: Any


def read_learned(name: str, features: Collection[str] | None = None) -> LearnedFile:
    """What the file of this name holds.

    `features` are the names of the features that the code computes, if it has a list of them: the
    file must have been made for the same ones, in any order.

    Raises:
        WeightsError: The format or the features of the file are not those of the code.
    """
    return parse_learned(read_text("newsclean.learned", f"{name}.json"), name, features)


def parse_learned(text: str, name: str, features: Collection[str] | None = None) -> LearnedFile:
    """What a file holds that has this text; `name` is for messages."""
    found = json.loads(text)
    if found.pop("format", None) != FORMAT:
        raise WeightsError(f"{name}.json is not in format {FORMAT}: train it again")
    found["features"] = tuple(found["features"])
    if features is not None:
        _compare(name, set(found["features"]), set(features))
    return LearnedFile(**found)


def _compare(name: str, learned: set[str], computed: set[str]) -> None:
    if learned != computed:
        differences = [
            f"{what} {', '.join(sorted(names))}"
            for what, names in (
                ("without", computed - learned),
                ("with", learned - computed),
            )
            if names
        ]
        raise WeightsError(
            f"{name}.json was learned {' and '.join(differences)}, unlike the code: train it again"
        )
