"""The script of the article, which decides how names are read."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.text.scripts import count_hangul, count_kana, count_wide

# Enough of the body to tell its script.
SAMPLE = 2000


def script_of(context: Context) -> str:
    """chinese, japanese or korean if the article is written so, else ""."""
    blocks = context.page.blocks
    text = "".join(blocks[index].text for index in context.body_blocks)[:SAMPLE]
    if not text and context.headline is not None:
        text = blocks[context.headline].text
    if count_wide(text) <= len(text) / 5:
        return ""
    counts = {"korean": count_hangul(text), "japanese": 2 * count_kana(text)}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] > len(text) / 5 else "chinese"
