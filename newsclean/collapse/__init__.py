"""Labels -> the text that the page holds more than once."""

from newsclean.collapse.copies import Collapse, collapse

__all__ = ["Collapse", "collapse"]
