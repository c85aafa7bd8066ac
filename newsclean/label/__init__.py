"""Page -> a label for every block."""

from newsclean.label.verdicts import Labels, Verdict, best_cut, hints_of, label, label_by

__all__ = ["Labels", "Verdict", "best_cut", "hints_of", "label", "label_by"]
