"""Editorial credits: who edited, checked, laid out and photographed, by role."""

from newsclean.fields.credits.lines import find_credits
from newsclean.fields.credits.reader import read_credits

__all__ = ["find_credits", "read_credits"]
