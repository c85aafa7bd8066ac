"""What a text must hold before an entry of the lexicon can match it."""

from __future__ import annotations

# What may stand before and after an entry.
EDGES = (
    " \u3000\t\n.,;:!?…·•*|/\\+-–—_~=^#%©®™()[]{}<>\"'`“”‘’„«»‹›"
    "、。，；：！？・（）【】［］「」『』《》〈〉〔〕｜／－～＋＞＜→←↑↓↗▲▼▶►◀◄●○■□◆◇★☆※✕✖×"
    # Stops of Arabic, Hindi and Armenian, and marks of direction.
    "؟،؛۔।॥։\u200b\u200e\u200f\ufeff"
)
ASCII = bytes(range(128))
# For bytes of UTF-8: a space for all that is no letter or digit of ASCII.
ASCII_WORDS = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))


def signs(text: str) -> set[str]:
    """The ASCII words of a text, and all its characters beyond ASCII.

    >>> sorted(signs("© 2024 all rights reserved. 版权"))
    ['2024', 'all', 'reserved', 'rights', '©', '权', '版']
    """
    encoded = text.encode(errors="surrogatepass")
    words = encoded.translate(ASCII_WORDS).decode("ascii").split()
    return {*words, *encoded.translate(None, ASCII).decode(errors="surrogatepass")}
