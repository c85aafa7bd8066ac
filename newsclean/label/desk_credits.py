"""Which blocks stand below the credits of the desk, with which a text ends."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.lexicon.lookups import label_words
from newsclean.model import Page
from newsclean.text.patterns import lazy

# The editors whom a desk names below a text. Reporters and photographers also stand above it.
ROLES = frozenset({"role.editor", "role.duty_editor", "role.chief_editor", "role.proofreader"})
# A line of credits is no longer, in characters, and stands below this share of the text. On 102
# labelled pages that have one nothing below it is in the gold.
LONGEST_LINE, LEAST_ABOVE = 60, 0.6
ROLE = lazy(r"[\[【（(〔［\s]{0,3}([^:：]{2,24})[:：]")


def below_desk_credits(page: Page, likely: Sequence[bool]) -> set[int]:
    """The blocks below a line of desk credits, in the element around it.

    >>> from newsclean.parse import parse
    >>> page = parse("<div><p>It sails at noon and is full.<p>Editor: Jo Roe<p>Get our app.</div>")
    >>> below_desk_credits(page, [True, False, True])
    {2}
    >>> below_desk_credits(page, [False, False, True])
    set()
    """
    lengths = [
        len(block.text) * is_likely for block, is_likely in zip(page.blocks, likely, strict=True)
    ]
    least = LEAST_ABOVE * sum(lengths)
    above = 0
    for index, block in enumerate(page.blocks):
        if above and above >= least and _is_credit(block.text):
            own = page.elements[block.element]
            around = page.elements[max(own.parent, 0)]
            return set(range(index + 1, around.last))
        above += lengths[index]
    return set()


def _is_credit(text: str) -> bool:
    """Whether a line begins with the role of an editor.

    >>> _is_credit("[责任编辑：黄杰] 标签：邮递员"), _is_credit("Note: it sails at noon.")
    (True, False)
    """
    if len(text) > LONGEST_LINE or (":" not in text and "：" not in text):
        return False
    found = ROLE.match(text)
    return found is not None and label_words().group_of(found[1]) in ROLES
