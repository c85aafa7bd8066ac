"""The fixtures: pages composed to show one thing each, with what they must yield."""

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
    """One folder of fixtures/."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def is_html(self) -> bool:
        return (self.folder / "page.html").exists()

    @cached_property
    def told(self) -> dict[str, Any]:
        """What the case shows, the address and HTTP header that it is sent with, and the day that its relative dates count from."""
        return tomllib.loads((self.folder / "case.toml").read_text("utf-8"))

    @cached_property
    def expected(self) -> dict[str, Any]:
        """What the page must yield; nothing if nobody has written it yet, for which a test of its own fails."""
        path = self.folder / "expected.json"
        expected: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return expected

    @property
    def known_faults(self) -> dict[str, str]:
        """Keys of the expectation that are not met yet, and which module is at fault for what.

        A fault leaves its case.toml when it is mended, of which the tests remind.
        """
        faults: dict[str, str] = self.told.get("known_faults", {})
        return faults

    def page(self) -> bytes | str:
        """The page as it is sent; plain text as text."""
        return (
            (self.folder / "page.html").read_bytes()
            if self.is_html
            else (self.folder / "page.txt").read_text("utf-8")
        )

    def explain(self) -> newsclean.Report:
        """A new run on the page."""
        told = self.told
        return newsclean.explain(
            self.page(),
            told.get("url"),
            told.get("content_type"),
            reference_date=told.get("reference_date"),
        )

    def report(self) -> newsclean.Report:
        """The run that the tests share."""
        return _report(self)


@cache
def _report(case: Case) -> newsclean.Report:
    return case.explain()


CASES = tuple(Case(path) for path in sorted(FIXTURES.iterdir()) if path.is_dir())
