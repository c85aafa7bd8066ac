"""Many articles at a glance, in a notebook or as a page: a gallery, a summary, a comparison."""

from newsclean.display.comparison import Side, compare
from newsclean.display.gallery import gallery
from newsclean.display.summary import summary
from newsclean.display.view import View

__all__ = ["Side", "View", "compare", "gallery", "summary"]
