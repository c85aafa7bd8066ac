"""Who wrote the article."""

from newsclean.fields.authors.reader import read_authors

__all__ = ["read_authors"]
