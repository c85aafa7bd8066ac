"""The headline, and the lines above and below it."""

from newsclean.fields.title.reader import read_title

__all__ = ["read_title"]
