"""Text -> its language."""

from newsclean.mentions.language.detection import language_of

__all__ = ["language_of"]
