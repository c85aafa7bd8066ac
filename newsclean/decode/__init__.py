"""Bytes -> text: finds the encoding of a page and reads its bytes as a browser does."""

from newsclean.decode.steps import decode
from newsclean.model import Decoded

__all__ = ["Decoded", "decode"]
