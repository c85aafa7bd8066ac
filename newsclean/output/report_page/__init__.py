"""The report of one extraction as a page, for reading: a verdict, the body, and every reason."""

from newsclean.output.report_page.page import to_cell, to_html

__all__ = ["to_cell", "to_html"]
