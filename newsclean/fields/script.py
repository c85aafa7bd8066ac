"""The script of the article, which decides how names are read."""

from __future__ import annotations

import re

from newsclean.fields.context import Context
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL, KANA, WIDE

# Enough of the body to tell its script.
SAMPLE = 2000
# Letters are counted in runs, of which there are few. A class and then a repeated class is searched
# faster than a repeated class.
WIDE_RUN, HANGUL_RUN, KANA_RUN = (
    lazy(f"{letter}{letter}*") for letter in (WIDE.pattern, f"[{HANGUL}]", f"[{KANA}]")
)


def script_of(context: Context) -> str:
    """chinese, japanese or korean if the article is written so, else ""."""
    blocks = context.page.blocks
    text = "".join(blocks[index].text for index in context.body_blocks)[:SAMPLE]
    if not text and context.headline is not None:
        text = blocks[context.headline].text
    if text.isascii() or _count(WIDE_RUN, text) <= len(text) / 5:
        return ""
    counts = {"korean": _count(HANGUL_RUN, text), "japanese": 2 * _count(KANA_RUN, text)}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] > len(text) / 5 else "chinese"


def _count(run: re.Pattern[str], text: str) -> int:
    """How many characters of a text stand in the runs that a pattern finds."""
    return len("".join(run.findall(text)))
