"""What the labeller knows of a block: a row of numbers for each. `rows` puts together what the other modules here measure."""

from newsclean.label.features.hints import Hints
from newsclean.label.features.rows import NAMES, Table, features

__all__ = ["NAMES", "Hints", "Table", "features"]
