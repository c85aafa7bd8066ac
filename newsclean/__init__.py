"""Turn a web page into a clean, structured news article, and say why every other line was dropped.

`extract` returns the article of a page; `explain` returns it with a reason for every line.
"""

from newsclean.api import explain, extract
from newsclean.arguments import PageInput
from newsclean.errors import (
    ArticleFormatError,
    ExtractionError,
    InputError,
    LimitsError,
    NewscleanError,
)
from newsclean.model import (
    Article,
    Block,
    Candidate,
    Credit,
    Decoded,
    Element,
    Evidence,
    Image,
    Kind,
    Label,
    Limits,
    Metadata,
    Opinion,
    Page,
    Paragraph,
    Removed,
    Report,
    Span,
)
from newsclean.version import __version__

__all__ = [
    "Article",
    "ArticleFormatError",
    "Block",
    "Candidate",
    "Credit",
    "Decoded",
    "Element",
    "Evidence",
    "ExtractionError",
    "Image",
    "InputError",
    "Kind",
    "Label",
    "Limits",
    "LimitsError",
    "Metadata",
    "NewscleanError",
    "Opinion",
    "Page",
    "PageInput",
    "Paragraph",
    "Removed",
    "Report",
    "Span",
    "__version__",
    "explain",
    "extract",
]
