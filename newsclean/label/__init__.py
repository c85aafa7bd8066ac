"""Page -> a label for every block."""

from newsclean.label.reveal import label_displayed
from newsclean.label.signals import read_signals
from newsclean.label.verdicts import Labels, Verdict, label, label_by

__all__ = ["Labels", "Verdict", "label", "label_by", "label_displayed", "read_signals"]
