"""Whether the printed headline is the title, or one that the metadata state."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.fields.title.stated import CUT_SHORT, TITLE_ELEMENT, agreed_title
from newsclean.model import Candidate
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.sentences import COLONS
from newsclean.text.similarity import likeness

# Two words run together: returnsFrom.
GLUED = lazy(r"[^\W\dA-Z_][A-Z]")
# What separates a title from the text before or after it.
SEPARATORS = (*COLONS, "-", "–", "—", "|", "｜", "/", "·", "»", "•", "_", "(", "（", "[", "【")
# A printed line with a shorter match key may be only the start of the title.
SHORT_START = 8


def choose_title(
    printed: Candidate[str], stated: Sequence[Candidate[str]], slogan: float
) -> Candidate[str]:
    """The printed headline, unless the metadata show that it is damaged, cut short or a slogan.

    It is a slogan if its likeness to the title that the metadata agree on is below `slogan`.

    >>> printed = Candidate("Ferry returns…", "headline")
    >>> choose_title(printed, [Candidate("Ferry returns after winter", "meta og:title")], .5).value
    'Ferry returns after winter'
    >>> choose_title(printed, [Candidate("Something else", "meta og:title")], .5).value
    'Ferry returns…'
    """
    key = match_key(printed.value)
    same = [candidate for candidate in stated if match_key(candidate.value) == key]
    agreed = agreed_title([c for c in stated if not same or c.origin != TITLE_ELEMENT])
    # <title> is written for search engines: alone, it does not confirm the printed headline
    # against the titles that the other metadata agree on.
    if same and not (agreed and all(c.origin == TITLE_ELEMENT for c in same)):
        return _best_form(printed, same)
    if longer := _completion(printed, stated, bool(same)):
        return longer
    # One that is a part of it is only shorter.
    if agreed and same and match_key(agreed.value) not in key:
        return agreed
    if agreed and likeness(key, match_key(agreed.value)) < slogan:
        return agreed
    return printed


def _best_form(printed: Candidate[str], same: Sequence[Candidate[str]]) -> Candidate[str]:
    """The printed headline, or a form of the same letters in the metadata that is better."""
    better = (c for c in same if _is_better(c.value, printed.value, same))
    return next(better, printed)


def _is_better(stated: str, printed: str, same: Sequence[Candidate[str]]) -> bool:
    """Whether a form of the printed letters avoids capitals, glued words or a colon at the end."""
    if printed.rstrip().endswith(COLONS):
        return True
    if printed.isupper():
        return not any(candidate.value.isupper() for candidate in same)
    return len(stated.split()) > len(printed.split()) and GLUED.search(printed) is not None


def _completion(
    printed: Candidate[str], stated: Sequence[Candidate[str]], is_stated: bool
) -> Candidate[str] | None:
    """The first title that continues the printed one or, if that is not stated, is its end."""
    for candidate in stated:
        if _continues(candidate.value, printed.value):
            return candidate
        if not is_stated and _is_end(candidate.value, printed.value):
            return candidate
    return None


def _continues(stated: str, printed: str) -> bool:
    """Whether a title goes on where the printed one is cut short.

    >>> _continues("Ferry returns after a long winter", "Ferry returns…")
    True
    >>> _continues("Ferry returns", "Ferry"), _continues("Ferry - Post", "Ferry")
    (True, False)
    """
    start = CUT_SHORT.sub("", printed)
    key, stated_key = match_key(start), match_key(stated)
    if CUT_SHORT.search(stated) or not stated_key.startswith(key) or stated_key == key:
        return False
    if start != printed:
        return True
    return len(key) < SHORT_START and not stated[len(start) :].lstrip().startswith(SEPARATORS)


def _is_end(stated: str, printed: str) -> bool:
    """Whether a title is the end of the printed headline, after a colon, a dash or the like.

    >>> _is_end("Ferry returns", "Island: Ferry returns")
    True
    >>> _is_end("Ferry returns", "The Ferry returns")
    False
    """
    before = printed[: len(printed) - len(stated)].rstrip()
    return match_key(printed).endswith(match_key(stated)) and before.endswith(SEPARATORS)
