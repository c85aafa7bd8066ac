"""Reduces the spellings of a word to one, so that the lexicon needs to hold only one of them."""

from __future__ import annotations

from unicodedata import normalize

from newsclean.text.patterns import lazy

# Latin letters, without those for phonetics, and the letters of Vietnamese.
LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
# Letters with accents, which capitals, keyboards and newspapers often leave out.
ACCENTED = {
    chr(code): base
    for code in LATIN
    if (base := normalize("NFD", chr(code))[0]) != chr(code) and base.isascii() and base.islower()
}
# Arabic, Persian and Urdu keyboards write some letters differently, and newspapers leave off
# their signs; the joiner inside Persian words is often typed as a space. Uzbek and French write
# several apostrophes. Greek capitals have no accents.
OTHERS = zip("أإآٱىیکةہۀ\u200cʻʼ‘’άέήίϊΐόύϋΰώı", "ااااييكههه ''''αεηιιιουυυωi", strict=True)
PLAIN = {**ACCENTED, **dict(OTHERS)}

# Letters that are written as one character and as two: those with a dot, whose normal form is two
# characters while many newspapers of India and Bangladesh write one, and the Armenian ligature.
DOTTED = (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF, 0xA33, 0xA36, 0xA5E)
IN_TWO = {"և": "եւ"} | {chr(code): normalize("NFC", chr(code)) for code in DOTTED}
MAY_HAVE_TWO = lazy(f"[{''.join(IN_TWO)}{''.join(sorted({two[1] for two in IN_TWO.values()}))}]")
# The full stops of Hindi and Sinhala lie among the letters of their scripts.
FULL_STOPS = "\u0964\u0965\u0df4"


def fold(text: str) -> str:
    """The text as it is compared: in lower case, its letters replaced by plainer ones.

    Its length stays the same.

    >>> fold("İLGİLİ Haberler – L’ŒIL à Paris")
    "ilgili haberler – l'œil a paris"
    >>> fold("أخبار") == fold("اخبار"), fold("برچسب‌ها") == fold("برچسب ها")
    (True, True)
    >>> fold("ΤΕΛΕΥΤΑΙΑ ΝΕΑ") == fold("Τελευταία νέα"), fold("Ştiri") == fold("Stiri")
    (True, True)
    >>> fold("Søk") == fold("Sok")
    False
    """
    if text.isascii():
        return text.lower()
    text = text.replace("İ", "i").lower()
    for letter in PLAIN.keys() & set(text):
        text = text.replace(letter, PLAIN[letter])
    return text


def spellings(text: str) -> tuple[str, ...]:
    """The spellings of a text that differ in length, which folding cannot unite.

    >>> [len(spelling) for spelling in spellings("আরও পড়ুন")], spellings("और देखें")
    ([8, 9], ('और देखें',))
    """
    if not MAY_HAVE_TWO.search(text):
        return (text,)
    for one, two in IN_TWO.items():
        text = text.replace(two, one)
    decomposed = "".join(IN_TWO.get(char, char) for char in text)
    return (text, decomposed) if decomposed != text else (text,)


def is_spaced(char: str) -> bool:
    """Whether a character belongs to a word of a script that puts spaces between words.

    >>> is_spaced("é"), is_spaced("ी"), is_spaced("ქ")
    (True, True, True)
    >>> is_spaced("।"), is_spaced("ก"), is_spaced("字"), is_spaced("글")
    (False, False, False, False)
    """
    if char < "\u0900":
        return char.isalnum()
    if char < "\u0e00":  # the scripts of India, whose vowel signs are no letters to Python
        return char not in FULL_STOPS
    georgian = "\u10a0" <= char < "\u1100"
    ethiopic = "\u1200" <= char < "\u1380"
    latin_or_greek = "\u1e00" <= char < "\u2000"
    return (georgian or ethiopic or latin_or_greek) and char.isalnum()
