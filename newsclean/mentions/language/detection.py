"""Tells a text's language by its script and its commonest words.

What the page states decides only between languages that the text speaks for equally.
"""

from __future__ import annotations

import re

from newsclean.mentions.language.letters import OTHER, count_scripts
from newsclean.mentions.language.words import has_list, language_by_words
from newsclean.text.patterns import lazy

# Characters that only one of the two ways of writing Chinese has.
SIMPLIFIED = frozenset(
    "这们说来时对国会个为发后过开还进学动样间关没经问种现见两实长业与机给从让东车马书门"
)
TRADITIONAL = frozenset(
    "這們說來時對國會個為發後過開還進學動樣間關沒經問種現見兩實長業與機給從讓東車馬書門"
)
# What a page states for the places where Chinese is written in traditional characters.
TRADITIONAL_PLACE = lazy(r"hant|tw|hk|mo\b", re.I)
# How much of a text is looked at: for its words, and for its scripts, which need less.
SAMPLE, SCRIPT_SAMPLE = 2000, 1000
# Shares of the letters, measured over the bodies of the development pages. Hangul: 0.97 or more in
# Korean, none elsewhere. Kana: 0.19 or more in Japanese, none in Chinese. Han: 0.86 or more in 19
# of 20 Chinese bodies, else 0.28 or more.
KOREAN_SHARE, JAPANESE_SHARE, CHINESE_SHARE = 0.2, 0.08, 0.3
# Any other language has most of the letters, as quotations are shorter than what quotes them.
MAJORITY = 0.5
TAG = lazy(r"[a-z]{2,3}")
# Other codes that pages state for a language.
SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "bs": "hr", "sh": "hr"}


def language_of(text: str, stated: str = "") -> str | None:
    """The BCP 47 tag of a text's language; None if it is too short to say, or not known.

    `stated` is the tag that the page states.

    >>> language_of("记者从会议上获悉，这个县今年的河道整治进展很快，群众对此说好。")
    'zh-Hans'
    >>> language_of("The council said on Monday that the ferry is to sail from the old pier.")
    'en'
    >>> language_of("Η γέφυρα άνοιξε ξανά")
    'el'
    >>> language_of("xyzzy") is None
    True
    """
    scripts = count_scripts(text[:SCRIPT_SAMPLE])
    total = scripts.total()
    if not total:
        return None
    if scripts["hangul"] > KOREAN_SHARE * total:
        return "ko"
    if scripts["kana"] > JAPANESE_SHARE * total:
        return "ja"
    if scripts["han"] > CHINESE_SHARE * total:
        return _chinese(text[:SCRIPT_SAMPLE], stated)
    script, count = max(scripts.items(), key=lambda item: item[1])
    if script == OTHER or count <= MAJORITY * total:
        return None
    return language_by_words(text[:SAMPLE], script, _tag(stated)) if has_list(script) else script


def _chinese(text: str, stated: str) -> str:
    """The way of writing that more of the characters are of; if equal, what is stated."""
    simplified, traditional = (
        sum(map(text.count, letters)) for letters in (SIMPLIFIED, TRADITIONAL)
    )
    if simplified == traditional:
        return "zh-Hant" if TRADITIONAL_PLACE.search(stated) else "zh-Hans"
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _tag(stated: str) -> str:
    """The language of a stated tag, "" if it names none.

    >>> _tag("nb-NO"), _tag("en_US"), _tag("English")
    ('no', 'en', '')
    """
    language = stated.replace("_", "-").partition("-")[0].lower()
    return SAME.get(language, language) if TAG.fullmatch(language) else ""
