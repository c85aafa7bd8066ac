"""The errors that newsclean raises on purpose; each message says what to do instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class NewscleanError(Exception):
    """The base class of all errors of newsclean; each message says what to do instead."""


class ArticleFormatError(NewscleanError, ValueError):
    """A mapping is not in the format of `Article.to_dict`; the message says where and why."""


class WeightsError(NewscleanError):
    """The learned weights do not fit the features that the code computes."""


class LimitsError(NewscleanError, ValueError):
    """A limit has an invalid value; the message names the limit and the values that are allowed."""


class InputError(NewscleanError, ValueError):
    """An argument has a supported type but an unusable value; the message names the argument."""


class ExtractionError(NewscleanError):
    """A stage of the extraction failed, which is a bug; `__cause__` is the original error."""


class RulesError(NewscleanError, ValueError):
    """A file of rules has an error; the message names the file and the line."""


class WorkerError(NewscleanError):
    """No worker process could be started; the message says what to do instead."""


class MissingLibraryError(NewscleanError, ImportError):
    """An optional library is not installed; the message names the extra that installs it."""


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Turn the failed import of an optional library into an error that names the extra it is in."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            f"{error.name} is not installed: pip install 'newsclean[{extra}]'", name=error.name
        ) from error
