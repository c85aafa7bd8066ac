"""Text -> labels of the lexicon with their values: 来源：河湾日报 编辑：林青."""

from newsclean.mentions.labelled.colons import find_labelled
from newsclean.mentions.labelled.item import Labelled

__all__ = ["Labelled", "find_labelled"]
