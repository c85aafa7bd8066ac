"""The errors that newsclean raises on purpose; each message says what to do instead."""

from __future__ import annotations


class NewscleanError(Exception):
    """Anything that newsclean refuses to do; the message says what to do instead."""


class ArticleFormatError(NewscleanError, ValueError):
    """A mapping is not what `Article.to_dict` makes; the message names the place and the remedy."""


class WeightsError(NewscleanError):
    """The learned weights were made for other features than the code has."""


class LimitsError(NewscleanError, ValueError):
    """A value of `Limits` is not one that it can have; the message names it and what it may be."""


class InputError(NewscleanError, ValueError):
    """An argument has a type that is read and a value that cannot be meant; it is named."""


class ExtractionError(NewscleanError):
    """A stage of the extraction failed, which is a bug; its cause is the original error."""


class WorkerError(NewscleanError):
    """No worker process can start; the message says what to do instead."""
