"""What a caller hands in, checked and brought to the types that the stages work on."""

from newsclean.arguments.checks import Arguments, check
from newsclean.arguments.page import read_page
from newsclean.arguments.types import PageInput, Tree

__all__ = ["Arguments", "PageInput", "Tree", "check", "read_page"]
