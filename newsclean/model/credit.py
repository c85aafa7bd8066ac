"""A credit of the desk."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.model.pickling import get_state, set_state
from newsclean.model.value import Value


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Credit(Value):
    """One desk role and the people in it: 责编 刘佳; Editing by Jane Roe.

    Attributes:
        role: The role as printed, without inner spaces.
        names: The people, in the order in which they are printed.
        text: The text of the page that it was read from.
        key: The role as one word that is the same in every language: editor, proofreader,
            photographer …; "" for a role that the lexicon does not know.
    """

    role: str
    names: tuple[str, ...]
    text: str = ""
    key: str = ""

    __getstate__ = get_state
    __setstate__ = set_state
