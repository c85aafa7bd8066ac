"""Text or tree -> blocks in reading order, their elements, and what the page states of itself."""

from newsclean.parse.events import MARKUP, parse, parse_html, parse_plain

__all__ = ["MARKUP", "parse", "parse_html", "parse_plain"]
