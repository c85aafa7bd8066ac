"""How much of a page is read, and for how long."""

from __future__ import annotations

from dataclasses import dataclass, fields

from newsclean.errors import LimitsError
from newsclean.model.value import Value


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Limits(Value):
    """How much of a page is read. `article.truncations` says what was beyond a limit.

    None of 3,160 pages reaches the defaults: the largest has 5.3 million bytes, 75,669 tags and
    lines, 2,739 pieces, and 178,684 characters of text. A hostile page takes at most three seconds
    and 450 MB with them.

    LimitsError if a limit is not a whole number of 1 or more; `seconds` may also be a fraction, 0
    or infinite.

    >>> Limits(bytes=-1)
    Traceback (most recent call last):
        ...
    newsclean.errors.LimitsError: bytes must be a whole number of 1 or more, not -1

    Attributes:
        bytes: Bytes of the page as given, or characters of a text.
        nodes: Tags and lines of its source.
        text: Characters of visible text.
        blocks: Pieces of visible text: paragraphs, headings, menu entries.
        seconds: CPU seconds for the whole run: decoding and parsing, the body, the fields. What
            is not reached by then stays empty, and `truncations` says so. A run may take a second
            longer, since a call of a C library cannot be interrupted.
    """

    bytes: int = 16_000_000
    nodes: int = 80_000
    text: int = 500_000
    blocks: int = 4_000
    seconds: float = 20.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "seconds":
                if not _is_number(value) or not value >= 0:  # also of NaN
                    raise LimitsError(f"seconds must be a number of 0 or more, not {value!r}")
            elif not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise LimitsError(
                    f"{field.name} must be a whole number of 1 or more, not {value!r}"
                )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
