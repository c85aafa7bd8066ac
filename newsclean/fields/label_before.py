"""Labels in a block of their own, before that of their value: `<dt>来源</dt><dd>河湾日报</dd>`."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.lexicon.lookups import label_words
from newsclean.text.sentences import COLONS

# The longest label of the lexicon has 26 characters; most have less than ten.
LONGEST_LABEL = 28
LONGEST_VALUE = 40
CELLS = frozenset(("dt", "th", "td"))


def label_before(context: Context, index: int) -> str:
    """The group of the label that is all of the block before a value, else "".

    Without a colon, it must be a cell of a table or a term of a list.
    """
    blocks = context.page.blocks
    if not index or len(blocks[index].text) > LONGEST_VALUE:
        return ""
    before = blocks[index - 1]
    if len(before.text) > LONGEST_LABEL:
        return ""
    if before.tag not in CELLS and not before.text.endswith(COLONS):
        return ""
    group = _group_of(before.text)
    return group if group and _is_value(context, blocks[index].text) else ""


def _is_value(context: Context, text: str) -> bool:
    """Whether a text is neither a label nor a date: the label before it has no value then."""
    return not (_group_of(text) or context.labelled(text) or context.dates(text))


def _group_of(text: str) -> str:
    return label_words().group_of("".join(text.split()).rstrip("".join(COLONS)))
