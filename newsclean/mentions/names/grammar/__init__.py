"""The grammars of bylines: each language's words are classified, and who wrote is read from them.

- `chinese`: papers, jobs, names, work and places, glued or spaced.
- `korean` and `japanese`: titles and works before or after the names, in `groups`.
- `glued`: names that touch.

Bylines of languages with spaces have their grammar in `newsclean.mentions.names.spaced`.
"""

from newsclean.mentions.names.grammar.chinese import (
    BRACKETS,
    Reading,
    read_byline,
)
from newsclean.mentions.names.grammar.glued import is_name, split_glued
from newsclean.mentions.names.grammar.japanese import read_japanese
from newsclean.mentions.names.grammar.korean import is_korean_name, read_korean

__all__ = [
    "BRACKETS",
    "Reading",
    "is_korean_name",
    "is_name",
    "read_byline",
    "read_japanese",
    "read_korean",
    "split_glued",
]
