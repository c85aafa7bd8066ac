"""Makes one spelling of those that keyboards and papers give the same words, so that an entry of the lexicon is written once."""

from __future__ import annotations

import re
from unicodedata import normalize

# Of letters that Arabic, Persian and Urdu keyboards write differently or papers leave the sign off, the plainest; the joiner that parts
# Persian words is often typed as a space; the apostrophes of Uzbek and French; Greek letters, whose accents capitals have not; and the
# Romanian ones with a comma, which many keyboards write with a cedilla.
ONE_LETTER = tuple(zip("أإآٱىیکةہۀ\u200cʻʼ‘’άέήίϊΐόύϋΰώșț", "ااااييكههه ''''αεηιιιουυυωşţ", strict=True))
# Letters that are written as one sign and as two: those with a dot, of which normal forms take the two and many papers of Bengal and India
# the one, and the Armenian ligature.
ONE_SIGN = (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF, 0xA33, 0xA36, 0xA5E)
TWO_SIGNS = {"և": "եւ"} | {chr(code): normalize("NFC", chr(code)) for code in ONE_SIGN}
MAY_HAVE_TWO = re.compile(f"[{''.join(TWO_SIGNS)}{''.join(sorted({two[1] for two in TWO_SIGNS.values()}))}]")
# Full stops of Hindi stand among the letters of their script.
NO_LETTER = "\u0964\u0965\u0df4"


def fold(text: str) -> str:
    """The text as entries are compared: in lower case, with plain apostrophes, i, Arabic and Greek letters, and as long as before.

    >>> fold("İLGİLİ Haberler – L’ŒIL")
    "ilgili haberler – l'œil"
    >>> fold("أخبار") == fold("اخبار"), fold("برچسب‌ها") == fold("برچسب ها"), fold("بعدی") == fold("بعدي")
    (True, True, True)
    >>> fold("ΤΕΛΕΥΤΑΙΑ ΝΕΑ") == fold("Τελευταία νέα"), fold("Ştiri") == fold("Știri")
    (True, True)
    """
    if text.isascii():
        return text.lower()
    text = text.replace("İ", "i").lower().replace("ı", "i")
    for letter, plain in ONE_LETTER:
        text = text.replace(letter, plain)
    return text


def spellings(text: str) -> tuple[str, ...]:
    """The ways a text may be spelled that have not the same length, so that folding cannot unite them.

    >>> [len(spelling) for spelling in spellings("আরও পড়ুন")], spellings("और देखें")
    ([8, 9], ('और देखें',))
    """
    if not MAY_HAVE_TWO.search(text):
        return (text,)
    for one, two in TWO_SIGNS.items():
        text = text.replace(two, one)
    apart = "".join(TWO_SIGNS.get(sign, sign) for sign in text)
    return (text, apart) if apart != text else (text,)


def is_spaced(char: str) -> bool:
    """Whether it is a letter or digit of a script that puts spaces between words, or a vowel sign of one of India's.

    >>> is_spaced("é"), is_spaced("ी"), is_spaced("ქ")
    (True, True, True)
    >>> is_spaced("।"), is_spaced("ก"), is_spaced("字"), is_spaced("글")
    (False, False, False, False)
    """
    if char < "\u0900":
        return char.isalnum()
    if char < "\u0e00":
        return char not in NO_LETTER
    return ("\u10a0" <= char < "\u1100" or "\u1200" <= char < "\u1380" or "\u1e00" <= char < "\u2000") and char.isalnum()
