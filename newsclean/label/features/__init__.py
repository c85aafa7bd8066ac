"""Page -> a row of numbers for each block, which the learned trees turn into a score."""

from newsclean.label.features.page_signals import PageKind, PageSignals
from newsclean.label.features.scores import score_blocks
from newsclean.label.features.table import NAMES, FeatureTable, feature_table

__all__ = ["NAMES", "FeatureTable", "PageKind", "PageSignals", "feature_table", "score_blocks"]
