"""What an element is called by its class, id and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from newsclean.text.patterns import lazy

NAMING = ("class", "id", "rel", "role", "itemprop")
NAMING_KEYS = frozenset(NAMING)
NAMING_BUT_CLASS = NAMING_KEYS - {"class"}
# An inline element is kept if its name, in lower case, speaks of a field; most names are of layout.
FIELD_NAME = re.compile(
    r"auth|byline|by-line|writer|report|journal|contrib|creator|person|edit|date|time|publi|modif|updat|sour|from|media|origin|provider"
    r"|credit|photo|caption|headline|title|kicker|eyebrow|topline|overline|dachzeile|volanta|section|categ|tag|keyword|channel|crumb|laiyuan|zuozhe|bianji|shijian|comeform"
)
Kept = tuple[tuple[str, str], ...]
"""Names and values of attributes."""
# What `read_name` says, as bits.
FIELD, COPY = 1, 2
# Texts that only screen readers show: mostly they say once more what is seen, or what an icon is.
SCREEN_READER_NAMES = lazy(
    r"(?<![a-z])sr-?only|visually-?hidden|hidden-?visually|screen-?reader|assistive-text"
    r"|(?<![a-z])a11y-(?:text|hidden)|assistive-mml|assistive_mathml|katex-mathml"
)
# Some letters of each of them: most names have none, and are ruled out in half the time.
SCREEN_READER_HINT = re.compile("sr|[ayn][-_ ]?h|read|assi|11y|math")
# A class as long as this says nothing that a shorter one does not.
LONGEST_NAME = 500
# How highlighters name the language of code, where no class does.
LANGUAGE_KEYS = ("data-lang", "data-language")


def read_name(name: str) -> int:
    """What a name says of its element: FIELD if it holds a field, COPY if screen readers show it.

    >>> read_name("byline__author") == FIELD, read_name("sr-only") == COPY, read_name("col-4")
    (True, True, 0)
    """
    name = name[:LONGEST_NAME].lower()
    found = FIELD if FIELD_NAME.search(name) else 0
    if SCREEN_READER_HINT.search(name) and SCREEN_READER_NAMES.search(name):
        found |= COPY
    return found


def names(attributes: Mapping[str, str]) -> str:
    """What an element is called by its class, id and the like.

    >>> names({"id": "Main", "href": "/", "class": "Story text"}), names({"href": "/"})
    ('story text main', '')
    """
    if NAMING_BUT_CLASS.isdisjoint(attributes):
        return attributes["class"][:LONGEST_NAME].lower() if "class" in attributes else ""
    return " ".join([attributes[key][:LONGEST_NAME] for key in NAMING if key in attributes]).lower()


def names_apart(attributes: Mapping[str, str]) -> tuple[str, str, str, str, str, Kept]:
    """What `names` gives, id, class, role and itemprop as written, and room for attributes.

    >>> names_apart({"id": "Main", "class": "Story text"})
    ('story text main', 'Main', 'Story text', '', '', ())
    """
    classes = attributes["class"][:LONGEST_NAME] if "class" in attributes else ""
    if NAMING_BUT_CLASS.isdisjoint(attributes):
        return classes.lower(), "", classes, "", "", ()
    apart = [attributes.get(key, "")[:LONGEST_NAME] for key in ("id", "role", "itemprop")]
    return names(attributes), apart[0], classes, apart[1], apart[2], ()


def language_stated(attributes: Mapping[str, str]) -> Kept:
    """The language that code states in an attribute of its own, as what is kept of its element.

    >>> language_stated({"data-lang": "rust"}), language_stated({"data-line": "3"})
    ((('language', 'rust'),), ())
    """
    stated = (attributes[key] for key in LANGUAGE_KEYS if attributes.get(key))
    return tuple(("language", name) for name in islice(stated, 1))


def identity(attributes: Mapping[str, str]) -> str:
    """What a link to an element names it by."""
    return attributes.get("id") or attributes.get("name") or ""
