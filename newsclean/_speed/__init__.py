"""Compiled twins of the functions that take longest, where they could be built.

Each does exactly what its pure twin does, which stands where it is used and stays. The module
``native`` is made when the package is built, if there is a C compiler (`hatch_build.py`).
"""

from __future__ import annotations

import os
from typing import Any, Literal

from newsclean._speed.sources import checksum_of_sources

PURE = "NEWSCLEAN_PURE"
"""The environment variable that keeps the compiled functions from being used, if it is 1."""


def _load() -> Any:
    if os.environ.get(PURE) == "1":
        return None
    try:
        from newsclean._speed import native
    except ImportError:
        return None
    # In a source tree the C files may have changed since the module was built.
    expected = checksum_of_sources(os.path.dirname(__file__))
    return native if (expected or native.SOURCES) == native.SOURCES else None


COMPILED = _load()
"""The compiled functions, or None."""


def speed() -> Literal["compiled", "pure"]:
    """Whether the compiled functions are used.

    They are if they were built from the C files that are there, and ``NEWSCLEAN_PURE`` was not 1
    when newsclean was first used.
    """
    return "pure" if COMPILED is None else "compiled"
