"""Groups of tags that several stages ask about."""

from __future__ import annotations

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
"""Tags of headings, with their rank."""
TABLE_CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
