"""The outlet or agency that wrote the article."""

from newsclean.fields.source.reader import read_source

__all__ = ["read_source"]
