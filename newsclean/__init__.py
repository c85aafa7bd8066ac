"""Turn a web page into a clean, structured news article, and say why every other line was dropped."""

from newsclean.api import explain, extract
from newsclean.errors import ArticleFormatError, NewscleanError
from newsclean.model import Article, Credit, Image, Kind, Label, Limits, Opinion, Paragraph, Removed, Report

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleFormatError",
    "Credit",
    "Image",
    "Kind",
    "Label",
    "Limits",
    "NewscleanError",
    "Opinion",
    "Paragraph",
    "Removed",
    "Report",
    "__version__",
    "explain",
    "extract",
]
