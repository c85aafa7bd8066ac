"""Many pages -> a result for each, from worker processes."""

from newsclean.many.extraction import extract_many
from newsclean.many.values import Input, Result, Status

__all__ = ["Input", "Result", "Status", "extract_many"]
