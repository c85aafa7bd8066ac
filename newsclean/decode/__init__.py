"""Bytes -> text: which encoding a page is in, and what its bytes say in it."""

from newsclean.decode.steps import decode

__all__ = ["decode"]
