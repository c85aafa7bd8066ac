"""Prices in text."""

from __future__ import annotations

from collections.abc import Iterable

CURRENCIES = "$€£¥￥₹₽₩"


def count_prices(texts: Iterable[str]) -> int:
    """How many signs of a currency these texts have.

    >>> count_prices(["From $5", "€ 7 to € 9"])
    3
    """
    text = "".join(texts)
    return sum(map(text.count, CURRENCIES))
