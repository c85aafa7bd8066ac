"""What a page says about the use of its text."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.model.pickling import get_state, set_state
from newsclean.model.value import Value


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rights(Value):
    """What the page states, in its metadata, about the use of its text.

    It is what the page says, not legal advice: robots.txt, HTTP headers and a licence in the text
    may say more.

    Attributes:
        license: The address or the name of the licence.
        holder: Whom the page names as the holder of the copyright.
        robots: The directives for robots, in lower case, such as "noindex" and "noai"; those for
            one robot have its name before them: "googlebot: noarchive".
        tdm_reserved: Whether the rights of text and data mining are reserved, after the TDM
            Reservation Protocol; None if the page does not say.
        tdm_policy: The address of the terms for text and data mining.
    """

    license: str | None = None
    holder: str | None = None
    robots: tuple[str, ...] = ()
    tdm_reserved: bool | None = None
    tdm_policy: str | None = None

    __getstate__ = get_state
    __setstate__ = set_state


NO_RIGHTS = Rights()
"""The rights of a page that states nothing."""
