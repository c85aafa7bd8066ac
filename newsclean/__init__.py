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
    Cell,
    Credit,
    Decoded,
    Element,
    Evidence,
    Image,
    Kind,
    Label,
    Limits,
    Mark,
    MarkKind,
    Metadata,
    Opinion,
    Page,
    Paragraph,
    Removed,
    Report,
    Span,
    Table,
)
from newsclean.version import __version__

__all__ = [
    "Article",
    "ArticleFormatError",
    "Block",
    "Candidate",
    "Cell",
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
    "Mark",
    "MarkKind",
    "Metadata",
    "NewscleanError",
    "Opinion",
    "Page",
    "PageInput",
    "Paragraph",
    "Removed",
    "Report",
    "Span",
    "Table",
    "__version__",
    "explain",
    "extract",
]
