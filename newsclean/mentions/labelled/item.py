"""The value that the readers of labels give."""

from __future__ import annotations

from typing import NamedTuple

# A longer value is a sentence, and a longer line a paragraph.
LONGEST_VALUE = 160


class Labelled(NamedTuple):
    """A label and its value.

    Attributes:
        group: The group of the label in the lexicon: role.editor, label.source.
        label: The label as printed, without the spaces that pad Chinese words.
        value: The value as printed; may be empty.
        start: Offset of the label.
        end: Offset after the value.
    """

    group: str
    label: str
    value: str
    start: int
    end: int
