"""Where a value stands in what is read, and the errors that name that place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newsclean.errors import ArticleFormatError

# More of a value would make the message hard to read.
LONGEST_SHOWN = 40
# Python refuses to write a whole number of more than 4,300 digits; this many are easily read.
MOST_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a value, such as `credits[0].names`.

    Attributes:
        path: The keys and positions that lead to it; "" for the article itself.
        strict: Whether a key that is not known is an error.
    """

    path: str = ""
    strict: bool = True

    def key(self, key: object) -> Place:
        """The place of the value of a key."""
        name = key if isinstance(key, str) and key.isprintable() else show(key)
        name = str(name)[:LONGEST_SHOWN]
        return Place(f"{self.path}.{name}" if self.path else name, self.strict)

    def item(self, index: int) -> Place:
        """The place of an item of a list."""
        return Place(f"{self.path}[{index}]", self.strict)

    def error(self, what: str) -> ArticleFormatError:
        """The error that says what the value at this place must be or lacks."""
        return ArticleFormatError(f"{self.path} {what}")

    def wrong_type(self, wanted: str, value: Any) -> ArticleFormatError:
        """The error that says what type the value must have, and what type it has."""
        found = "null" if is_null(value) else type(value).__name__
        return self.error(f"must be {wanted}, not {found}")


def is_null(value: object) -> bool:
    """Whether a value stands for no value: None, or what pandas has for it.

    >>> is_null(None), is_null(float("nan")), is_null(""), is_null(0)
    (True, True, False, False)
    """
    # pandas is not imported to compare its NA and NaT, which equal nothing.
    missing = type(value).__name__ in ("NAType", "NaTType")
    return value is None or missing or (isinstance(value, float) and value != value)


def show(value: object) -> str:
    """A value for a message: in one line, short, and without characters that cannot be printed.

    >>> show("yesterday\\n"), show(-10**5000), show(1.5), show([1])
    ("'yesterday\\\\n'", 'a number of more than 20 digits', '1.5', 'list')
    """
    if isinstance(value, str):
        return repr(value[:LONGEST_SHOWN])
    if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
        return f"a number of more than {MOST_DIGITS} digits"
    return str(value) if isinstance(value, int | float) else type(value).__name__
