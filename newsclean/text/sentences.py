"""Where a sentence ends: once for each of the questions that are asked about it."""

from __future__ import annotations

from newsclean.text.patterns import lazy

# A point inside a number or an address ends no sentence, so a point needs a space behind it. The
# semicolon of ASCII is left out, as it ends more scraps of code than sentences. The escapes are the
# signs of Arabic and Urdu, of the scripts of India, and of Tibetan, Burmese, Ethiopic and Khmer.
SENTENCE_END = lazy(r"[。！？!?；…\u061f\u06d4\u0964\u0965\u0f0d\u104b\u1362\u17d4]|\.(?:\s|$)")

SEPARATORS = "。！？!?；;.．"
"""Where text is split before its copies are looked for. The point of 3.5 splits too: the copy is
split at the same place, and single characters can be translated in bytes."""

CLOSING_SIGNS = tuple(".!?。！？…”\"」』）)؟\u06d4\u0964\u0965\u0f0d\u104b\u1362\u17d4\u17d5'’»")
"""What the last sentence of a paragraph ends with, its quotation mark or bracket included. The
escapes are as above."""

# Thai has no sign for the end of a sentence. On two pages all eight paragraphs that end with one of
# its letters have 103 to 342 characters, and of 19 headlines and labels only two lines of the
# footer have more than 91.
SHORTEST_THAI_SENTENCE = 100
_FIRST_THAI, _LAST_THAI = "\u0e01", "\u0e4e"

COLONS = (":", "：")
"""What the label of a value, or of what follows, ends with."""

CLAUSE_ENDS = ("。", ".", "！", "!", "？", "?", "；", ";", "，", ",")
"""What prose ends with where a heading has nothing; also a comma, after which a line goes on."""


def ends_sentence(text: str) -> bool:
    """Whether a text ends as the last sentence of a paragraph does.

    >>> ends_sentence("The ferry sails again."), ends_sentence("Ferry sails"), ends_sentence("")
    (True, False, False)
    >>> ends_sentence("เรือข้ามฟาก"), ends_sentence(10 * "เรือข้ามฟาก")
    (False, True)
    """
    return text.endswith(CLOSING_SIGNS) or _is_thai_sentence(text)


def _is_thai_sentence(text: str) -> bool:
    return len(text) >= SHORTEST_THAI_SENTENCE and _FIRST_THAI <= text[-1] <= _LAST_THAI


def has_sentence_end(text: str) -> bool:
    """Whether a sentence ends in a text.

    >>> has_sentence_end("The ferry sails again. Tickets"), has_sentence_end("渡轮复航。")
    (True, True)
    >>> has_sentence_end("नाव सोमवार से फिर चलेगी।"), has_sentence_end("ناؤ پیر سے پھر چلے گی۔")
    (True, True)
    >>> has_sentence_end("Version 3.5"), has_sentence_end("Updated:")
    (False, False)
    """
    return SENTENCE_END.search(text) is not None or _is_thai_sentence(text)
