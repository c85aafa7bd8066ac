"""The groups of the lexicon: what their words mean, and which label they give to a block."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newsclean.model import Label
from newsclean.text.package_data import read_rows

PACKAGE, GROUPS = "newsclean.lexicon", "groups.tsv"


class Group(NamedTuple):
    """A group of entries; ``label`` is None if its words say nothing about a block."""

    name: str
    label: Label | None
    meaning: str


@cache
def groups() -> Mapping[str, Group]:
    """The groups by name, those first whose label prevails.

    >>> groups()["pager"].label
    <Label.NAVIGATION: 'navigation'>
    >>> groups()["person.job"].label is None
    True
    """
    found = (
        Group(name, Label(label) if label else None, meaning)
        for name, label, meaning in read_rows(PACKAGE, GROUPS)
    )
    return MappingProxyType({group.name: group for group in found})


@cache
def labels() -> Mapping[str, Label]:
    """The labels by group, of the groups that have one, those first that prevail.

    >>> labels()["notice.cookie"], "person.job" in labels()
    (<Label.NOTICE: 'notice'>, False)
    """
    return MappingProxyType({group.name: group.label for group in groups().values() if group.label})
