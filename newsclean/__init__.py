"""Turn a web page into a clean, structured news article, and say why every other line was dropped.

`extract` returns the article of a page; `explain` returns it with a reason for every line;
`extract_many` returns those of any number of pages, from several processes.

Everything here is imported when it is first used, so ``import newsclean`` alone costs nothing.
"""

from newsclean.version import __version__

# Type checkers take any name like this to be true. Importing `typing` would take a third of the
# time that ``import newsclean`` takes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsclean._speed import speed
    from newsclean.api import explain, extract, warm_up
    from newsclean.arguments import PageInput
    from newsclean.errors import (
        ArticleFormatError,
        ExtractionError,
        InputError,
        LimitsError,
        MissingLibraryError,
        NewscleanError,
        RulesError,
        WorkerError,
    )
    from newsclean.joining import join
    from newsclean.many import Input, Result, Status, extract_many
    from newsclean.model import (
        Article,
        Block,
        Candidate,
        Cell,
        Chunk,
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
        Rights,
        Span,
        Table,
    )
    from newsclean.rules import Rules, read_rules

__all__ = [
    "Article",
    "ArticleFormatError",
    "Block",
    "Candidate",
    "Cell",
    "Chunk",
    "Credit",
    "Decoded",
    "Element",
    "Evidence",
    "ExtractionError",
    "Image",
    "Input",
    "InputError",
    "Kind",
    "Label",
    "Limits",
    "LimitsError",
    "Mark",
    "MarkKind",
    "Metadata",
    "MissingLibraryError",
    "NewscleanError",
    "Opinion",
    "Page",
    "PageInput",
    "Paragraph",
    "Removed",
    "Report",
    "Result",
    "Rights",
    "Rules",
    "RulesError",
    "Span",
    "Status",
    "Table",
    "WorkerError",
    "__version__",
    "explain",
    "extract",
    "extract_many",
    "join",
    "read_rules",
    "speed",
    "warm_up",
]

# Where the names stand, modules that import least first.
_MODULES = ("errors", "_speed", "model", "arguments", "api", "joining", "rules", "many")

if not TYPE_CHECKING:  # for a type checker, a name that is not above is an error

    def __getattr__(name):
        if name in __all__:
            from importlib import import_module

            for module in _MODULES:
                found = getattr(import_module(f"{__name__}.{module}"), name, None)
                if found is not None:
                    globals()[name] = found
                    return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        return sorted({*globals(), *__all__})
