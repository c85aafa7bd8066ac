"""The language of a text, by its script and its commonest words; what the page says of itself decides only between equals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from newsclean.mentions.language_words import ARABIC, CYRILLIC, DEVANAGARI, LATIN

SIMPLIFIED = frozenset("这们说来时对国会个为发后过开还进学动样间关没经问种现见两实长业与机给从让东车马书门")
TRADITIONAL = frozenset("這們說來時對國會個為發後過開還進學動樣間關沒經問種現見兩實長業與機給從讓東車馬書門")
# The script of a letter: its code point, in blocks of 128, or where a script has several of them, a range. First come the scripts of news.
SCRIPTS = (
    ("latin", 0x41, 0x24F),
    ("han", 0x3400, 0x9FFF),
    ("hangul", 0xAC00, 0xD7A3),
    ("kana", 0x3041, 0x30FA),
    ("cyrillic", 0x400, 0x52F),
    ("arabic", 0x600, 0x77F),
    ("latin", 0x1E00, 0x1EFF),
    ("el", 0x370, 0x3FF),
    ("hy", 0x530, 0x58F),
    ("he", 0x590, 0x5FF),
    ("devanagari", 0x900, 0x97F),
    ("bn", 0x980, 0x9FF),
    ("pa", 0xA00, 0xA7F),
    ("gu", 0xA80, 0xAFF),
    ("or", 0xB00, 0xB7F),
    ("ta", 0xB80, 0xBFF),
    ("te", 0xC00, 0xC7F),
    ("kn", 0xC80, 0xCFF),
    ("ml", 0xD00, 0xD7F),
    ("si", 0xD80, 0xDFF),
    ("th", 0xE00, 0xE7F),
    ("lo", 0xE80, 0xEFF),
    ("my", 0x1000, 0x109F),
    ("ka", 0x10A0, 0x10FF),
    ("am", 0x1200, 0x137F),
    ("km", 0x1780, 0x17FF),
    ("el", 0x1F00, 0x1FFF),
)
WORDS: Mapping[str, Mapping[str, str]] = {"latin": LATIN, "cyrillic": CYRILLIC, "arabic": ARABIC, "devanagari": DEVANAGARI}
LANGUAGES_OF: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    script: {
        word: tuple(tag for tag, text in words.items() if word in text.split())
        for word in {w for text in words.values() for w in text.split()}
    }
    for script, words in WORDS.items()
}
"""Script -> word -> the languages that have it in their list."""
WORD = re.compile(r"[^\W\d_]+(?:[\u093c-\u094d\u0900-\u0903]+[^\W\d_]*)*")
NOT_ASCII = re.compile("[^\x00-\x7f]+")
NOT_ASCII_LETTERS = bytes(code for code in range(256) if not (code < 128 and chr(code).isalpha()))
SPACED = bytes(code if code > 127 or chr(code).isalpha() else 32 for code in range(256))
"""For bytes of UTF-8: a space for all of ASCII but its letters."""
TAG = re.compile(r"[a-z]{2,3}")
SAMPLE, SCRIPT_SAMPLE = 2000, 1000
# Of a text of one of these languages about a third of the words are in its list; of another language, a few in a hundred.
SURE, SURE_IF_STATED = 0.08, 0.04
# A whole number, so that the sums are exact.
WEIGHT = 60
# Words enough to believe what the page says of a language that has no list here.
ENOUGH = 20
# Another language's share must be this much of the best one's for the page's own word to decide: neighbours share half of their lists.
EQUAL = 0.8
# Codes that pages write for the same language.
SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "bs": "hr", "sh": "hr"}


def language_of(text: str, stated: str = "") -> str | None:
    """The BCP 47 tag of a text's language, None if it is too short or too strange to say. `stated` is the page's own word for it.

    >>> language_of("记者从会议上获悉，这个县今年的河道整治进展很快，群众对此说好。")
    'zh-Hans'
    >>> language_of("The council said on Monday that the ferry is to sail from the old pier.")
    'en'
    >>> language_of("Η γέφυρα άνοιξε ξανά")
    'el'
    >>> language_of("xyzzy") is None
    True
    """
    text = text[:SAMPLE]
    sample = text[:SCRIPT_SAMPLE]
    letters = Counter("".join(NOT_ASCII.findall(sample)))
    scripts = _scripts(letters, len(sample.encode(errors="surrogatepass").translate(None, NOT_ASCII_LETTERS)))
    total = sum(scripts.values())
    if not total:
        return None
    if scripts["hangul"] > 0.2 * total:
        return "ko"
    if scripts["kana"] > 0.08 * total:
        return "ja"
    if scripts["han"] > 0.3 * total:
        return _chinese(letters, stated)
    script, count = max(scripts.items(), key=lambda item: item[1])
    if count <= 0.5 * total or script == "other":
        return None
    stated = stated.replace("_", "-").partition("-")[0].lower()
    stated = stated if TAG.fullmatch(stated) else ""
    return _by_words(text, script, SAME.get(stated, stated)) if script in WORDS else script


def _scripts(letters: Counter[str], ascii_letters: int) -> Counter[str]:
    """How many letters of each script there are."""
    scripts = Counter(latin=ascii_letters)
    for letter, count in letters.items():
        if letter.isalpha():
            scripts[_script(letter)] += count
    return scripts


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    code = ord(letter)
    return next((script for script, first, last in SCRIPTS if first <= code <= last), "other")


def _chinese(letters: Counter[str], stated: str) -> str:
    """Which way of writing Chinese: the one that more of the letters are of; of neither, what the page says."""
    simple, full = (sum(letters[letter] for letter in signs) for signs in (SIMPLIFIED, TRADITIONAL))
    if simple == full:
        return "zh-Hant" if re.search(r"hant|tw|hk|mo\b", stated, re.I) else "zh-Hans"
    return "zh-Hant" if full > simple else "zh-Hans"


def _by_words(text: str, script: str, stated: str) -> str | None:
    tokens = text.lower().encode(errors="surrogatepass").translate(SPACED).decode(errors="surrogatepass").split()
    words = Counter([token for token in tokens if token.isascii()])
    words.update([word for token in tokens if not token.isascii() for word in WORD.findall(token)])
    total = words.total()
    listed = LANGUAGES_OF[script]
    found = [(words[word], listed[word]) for word in words.keys() & listed.keys()]
    weights: dict[str, int] = {}
    for count, tags in found:
        weight = count * WEIGHT // len(tags)  # a word that neighbours share tells less
        for tag in tags:
            weights[tag] = weights.get(tag, 0) + weight
    best = max(sorted(weights), key=lambda tag: (weights[tag], tag == stated), default="")
    of_best, of_stated = (sum([count for count, tags in found if tag in tags]) for tag in (best, stated))
    if not best or of_best < (SURE_IF_STATED if best == stated else SURE) * total:
        return stated if stated and stated not in WORDS[script] and total > ENOUGH else None
    return stated if of_stated >= EQUAL * of_best else best
