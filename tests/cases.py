"""The fixtures: composed pages, each with the article that it must give."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import newsclean

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


@dataclass(frozen=True)
class Case:
    """One folder of `fixtures/`."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def is_html(self) -> bool:
        return (self.folder / "page.html").exists()

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The content of case.toml: what the case shows, and the arguments of the extraction."""
        return tomllib.loads((self.folder / "case.toml").read_text("utf-8"))

    @cached_property
    def expected(self) -> dict[str, Any]:
        """The expected article; empty if there is none yet, for which a test of its own fails."""
        path = self.folder / "expected.json"
        expected: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return expected

    @property
    def known_faults(self) -> dict[str, str]:
        """Keys of the expectation that fail, and for each the module at fault and the reason.

        The tests fail as soon as a fault is fixed, until it is removed from case.toml.
        """
        faults: dict[str, str] = self.settings.get("known_faults", {})
        return faults

    def page(self) -> bytes | str:
        """The page: HTML as bytes, plain text as text."""
        return (
            (self.folder / "page.html").read_bytes()
            if self.is_html
            else (self.folder / "page.txt").read_text("utf-8")
        )

    def explain(self) -> newsclean.Report:
        """The report of a new extraction."""
        settings = self.settings
        return newsclean.explain(
            self.page(),
            settings.get("url"),
            settings.get("content_type"),
            reference_date=settings.get("reference_date"),
        )

    def report(self) -> newsclean.Report:
        """The report that all tests share."""
        return _report(self)


@cache
def _report(case: Case) -> newsclean.Report:
    return case.explain()


CASES = tuple(Case(path) for path in sorted(FIXTURES.iterdir()) if path.is_dir())
