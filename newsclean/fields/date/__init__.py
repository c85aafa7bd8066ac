"""When the article was published."""

from newsclean.fields.date.reader import read_date

__all__ = ["read_date"]
