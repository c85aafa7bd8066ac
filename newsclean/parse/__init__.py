"""Text or tree -> blocks in reading order, the elements around them, and what the page states of itself."""

from newsclean.parse.events import MARKUP, parse, parse_html, parse_plain

__all__ = ["MARKUP", "parse", "parse_html", "parse_plain"]
