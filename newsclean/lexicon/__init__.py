"""Words and patterns of many languages that say what a text on a page is.

Each language has a table, ``<language>.tsv``, named by its BCP 47 tag; ``mul.tsv`` has what pages
of any language use, such as the names of social networks. The ``match`` of an entry is one of

- ``equals``: it is the whole text, punctuation and spaces at the ends of the text aside;
- ``prefix``: the text starts with it, after such punctuation;
- ``contains``: it stands anywhere in the text;
- ``regex``: it is a regular expression that is searched for in the text.

Entry and text are compared without case, accents and the like (see `newsclean.lexicon.folding`);
a ``regex`` is written as folding leaves a text. In scripts that put spaces between words, an entry
matches whole words only.

The package reads what ``python -m tools.lexicon`` compiles from the tables (see
`newsclean.lexicon.compiled`).

``groups.tsv`` lists the groups, with the label that each gives to a block. The words of a group
without a label say nothing about a block: they are looked up by the readers of fields and names,
through `newsclean.lexicon.lookups`.
"""

from __future__ import annotations

from newsclean.lexicon.compiled import Word, words
from newsclean.lexicon.match import Hit, find_hits

__all__ = ["Hit", "Word", "find_hits", "words"]
