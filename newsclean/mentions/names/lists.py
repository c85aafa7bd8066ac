"""Splits text that holds nothing but names; padding, roles and addresses are left out."""

from __future__ import annotations

import re

from newsclean.lexicon.lookups import and_words
from newsclean.mentions.names.cjk import cjk_names
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL, WIDE

ADDRESS = lazy(r"[\w.+-]{1,64}@[\w.-]{1,80}|https?://\S{1,200}|@\w{1,40}")
SEPARATOR = lazy(
    lambda: (
        rf"""
    \s*[、，,/／;；&＆|｜・،]\s*
    | \s+(?:{and_words()}|&)\s+
    | \s{{2,}}
    | (?<=[{HANGUL}])·(?=[{HANGUL}])
    """
    ),
    re.X,
)
# What brackets say about a name: （河湾大学教授）, [英], (EN042).
ASIDE = lazy(r"[（(【\[〔][^（）()【】\[\]〔〕]{0,40}(?:[)）】\]〕]|$)")
# The desk's number after a name: _NN1234, 1120221.
CODE = lazy(r"[_＿]?[A-Za-z]{0,4}\d{2,10}")
# What the people named did, after the last name: 文/图, 摄影报道, 采写.
WORK = lazy(
    r"""
    (?<![\s/／])[\s/／]++
    (?: 文\s?[/／、]?\s?[图圖摄攝影]{0,2} | [图圖]\s?[/／]?\s?文? | [摄攝]影?
    | (?:[摄攝]影|综合|綜合)?(?:报道|報導|報道) | 采写 | 采访 | 撰文 | 整理 )\s*$
    """,
    re.X,
)
# Signs of vowels, which \w does not match: those of Hebrew, Arabic, and the scripts of India and
# Thailand; and joiners.
VOWEL_SIGNS = (
    "\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0903\u093a-\u0963\u0981-\u0983\u09bc-\u09e3"
    "\u0a01-\u0dff\u0e31-\u0e4e\u200c\u200d"
)
WORD = rf"[^\W\d_][\w.'’`{VOWEL_SIGNS}\-]*"
SPACED_NAME = lazy(rf"(?!\d){WORD}(?:\s(?:{WORD}|\(\w+\))){{0,4}}")
EDGES = " \u3000:：()（）[]【】〔〕.。|"
LONGEST_LIST, LONGEST_NAME = 400, 60


def without_addresses(text: str, instead: str) -> str:
    """The text with something else in place of each address.

    >>> without_addresses("Jane Roe jane@example.org", "")
    'Jane Roe '
    """
    return ADDRESS.sub(instead, text) if "@" in text or "://" in text else text


def split_names(text: str, japanese: bool = False) -> tuple[str, ...]:
    """The names in a text that holds nothing else but separators, roles and addresses.

    In a `japanese` text, a space may part the family name from the given one.

    >>> split_names("陈 彬、胡永秋 杨光宇")
    ('陈彬', '胡永秋', '杨光宇')
    >>> split_names("Jane Roe and J. Q. Public, jane@example.org")
    ('Jane Roe', 'J. Q. Public')
    >>> split_names("大渡 美咲", japanese=True)
    ('大渡美咲',)
    >>> split_names("मीरा शर्मा और अनिल जोशी"), split_names("ანა ბერიძე")
    (('मीरा शर्मा', 'अनिल जोशी'), ('ანა ბერიძე',))
    >>> split_names("2024-05-10")
    ()
    """
    text = without_addresses(text[:LONGEST_LIST], "、")
    if WIDE.search(text):
        text = WORK.sub("", CODE.sub("、", ASIDE.sub("、", text)))
    parts = [part.strip(EDGES) for part in SEPARATOR.split(text)]
    return tuple(dict.fromkeys(name for part in parts for name in _names(part, japanese)))


def _names(part: str, japanese: bool) -> list[str]:
    if WIDE.search(part):
        return cjk_names(part, japanese)
    if part.endswith(")") and "(" in part:
        part = part[: part.index("(")].rstrip()
    return [part] if _is_spaced_name(part) else []


def _is_spaced_name(part: str) -> bool:
    """Whether a part may be a name: it begins with a capital, if its script has any."""
    return (
        SPACED_NAME.fullmatch(part) is not None
        and part[0] == part[0].title()
        and len(part) <= LONGEST_NAME
        and not is_excluded(part)
    )
