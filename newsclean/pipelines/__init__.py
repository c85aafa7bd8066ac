"""Newsclean in tables, and in the engines that process them."""

from newsclean.pipelines.columns import COLUMNS, article_from_row, extract_columns
from newsclean.pipelines.pages import read_pages
from newsclean.pipelines.tables import arrow_schema, extract_table, to_frame

__all__ = [
    "COLUMNS",
    "arrow_schema",
    "article_from_row",
    "extract_columns",
    "extract_table",
    "read_pages",
    "to_frame",
]
