"""Newsclean in tables, and in the engines that process them."""

from newsclean.pipelines.columns import COLUMNS, article_from_row, extract_columns
from newsclean.pipelines.tables import arrow_schema, to_frame

__all__ = ["COLUMNS", "arrow_schema", "article_from_row", "extract_columns", "to_frame"]
