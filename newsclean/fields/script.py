"""The script of the article, which decides how names are read."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.model import Page
from newsclean.text.scripts import count_hangul, count_kana, count_wide

# Enough of the body to tell its script.
SAMPLE = 2000


def script_of(page: Page, headline: int | None, body_blocks: Sequence[int]) -> str:
    """chinese, japanese or korean if the body is written so, else ""; without one, the headline."""
    blocks = page.blocks
    # A block has at least one character.
    text = "".join([blocks[index].text for index in body_blocks[:SAMPLE]])[:SAMPLE]
    if not text and headline is not None:
        text = blocks[headline].text
    if count_wide(text) <= len(text) / 5:
        return ""
    counts = {"korean": count_hangul(text), "japanese": 2 * count_kana(text)}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] > len(text) / 5 else "chinese"
