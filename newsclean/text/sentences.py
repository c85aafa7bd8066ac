"""Where a sentence ends: once for each of the questions that are asked about it."""

from __future__ import annotations

from newsclean.text.patterns import lazy

# A point inside a number or an address ends no sentence, so a point needs a space behind it. The
# semicolon of ASCII is left out, as it ends more scraps of code than sentences. The escapes are the
# signs of Arabic and Urdu, of the scripts of India, and of Burmese, Ethiopic and Khmer.
SENTENCE_END = lazy(r"[。！？!?；…\u061f\u06d4\u0964\u0965\u104b\u1362\u17d4]|\.(?:\s|$)")

SEPARATORS = "。！？!?；;.．"
"""Where text is split before its copies are looked for. The point of 3.5 splits too: the copy is
split at the same place, and single characters can be translated in bytes."""

CLOSING_SIGNS = tuple(".!?。！？…”\"」』）)؟।'’»")
"""What the last sentence of a paragraph ends with, its quotation mark or bracket included."""

COLONS = (":", "：")
"""What the label of a value, or of what follows, ends with."""

CLAUSE_ENDS = ("。", ".", "！", "!", "？", "?", "；", ";", "，", ",")
"""What prose ends with where a heading has nothing; also a comma, after which a line goes on."""


def has_sentence_end(text: str) -> bool:
    """Whether a sentence ends in a text.

    >>> has_sentence_end("The ferry sails again. Tickets"), has_sentence_end("渡轮复航。")
    (True, True)
    >>> has_sentence_end("नाव सोमवार से फिर चलेगी।"), has_sentence_end("ناؤ پیر سے پھر چلے گی۔")
    (True, True)
    >>> has_sentence_end("Version 3.5"), has_sentence_end("Updated:")
    (False, False)
    """
    return SENTENCE_END.search(text) is not None
