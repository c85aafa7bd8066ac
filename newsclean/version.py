"""The version of newsclean, which also stands in everything that it saves."""

from __future__ import annotations

__version__ = "0.1.0"
