"""Labels, copies and fields -> the article and its report."""

from newsclean.assemble.report import assemble

__all__ = ["assemble"]
