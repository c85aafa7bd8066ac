"""What stands where a name could and is none: outlets, desks, the words of buttons."""

from __future__ import annotations

import re

from newsclean.lexicon.lookups import part_words
from newsclean.text.patterns import lazy

# A number, a counter, or an address.
NUMBER_OR_ADDRESS = lazy(r"\d|\.com|www", re.IGNORECASE)
OTHER_WORDS = lazy(lambda: part_words("name.never"), re.IGNORECASE)


def is_excluded(text: str) -> bool:
    """Whether a text has a digit or a word that no person's name has.

    >>> is_excluded("River News Team"), is_excluded("河湾日报"), is_excluded("NN1234")
    (True, True, True)
    >>> is_excluded("Jane Roe"), is_excluded("林知秋")
    (False, False)
    """
    return bool(NUMBER_OR_ADDRESS.search(text) or OTHER_WORDS.search(text))
