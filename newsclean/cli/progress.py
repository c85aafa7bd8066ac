"""What `newsclean batch` shows of a run: a progress bar, and a sentence at its end."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.pipelines.batch import Summary

STATUSES = ("ok", "empty", "not_article", "error", "timeout", "too_large")


def sentence(summary: Summary) -> str:
    """How many pages had each status, and how the run ended."""
    counts = ", ".join(f"{summary.counts[s]:,} {s}" for s in STATUSES if summary.counts[s])
    end = ""
    if summary.interrupted:
        end = "; stopped: the same command goes on"
    elif summary.problems:
        end = f"; not read to their end: {_number(len(summary.problems), 'input')}"
    return (
        f"newsclean: {_number(summary.pages, 'page')} ({counts or 'none'}), "
        f"{_number(summary.counts['written'], 'row')} written{end}"
    )


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")


class Bar:
    """A progress bar over the bytes of the inputs, if tqdm is there and a person looks."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown and sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None

    def start(self, total: int) -> None:
        """Show it, for this many bytes."""
        if self._shown:
            try:
                from tqdm import tqdm
            except ImportError:
                return
            self._bar = tqdm(total=total, unit="B", unit_scale=True, dynamic_ncols=True)
            self._first: int | None = None

    def show(self, position: int, pages: int, counts: Counter[str]) -> None:
        """Move it."""
        if self._bar is None:
            return
        self._first = pages if self._first is None else self._first
        seconds = self._bar.format_dict["elapsed"] or 1
        rate = (pages - self._first) / seconds
        failed = sum(counts[status] for status in STATUSES[3:])
        text = f"{pages:,} pages, {rate:.1f}/s, {counts['ok']:,} ok, {failed:,} failed"
        self._bar.set_postfix_str(text, refresh=False)
        self._bar.update(max(position - self._bar.n, 0))

    def close(self) -> None:
        """Leave it as it is."""
        if self._bar is not None:
            self._bar.close()
