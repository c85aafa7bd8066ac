"""Text -> the bylines printed in it, in the set forms of Chinese, Japanese and Korean papers."""

from newsclean.mentions.names.bylines.finder import find_bylines
from newsclean.mentions.names.bylines.form import Byline

__all__ = ["Byline", "find_bylines"]
