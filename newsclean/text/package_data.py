"""Reads the data files that ship inside the package."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from os.path import join
from typing import Any


def read_text(package: str, name: str) -> str:
    """The text of a file that stands in a package.

    >>> read_text("newsclean.decode", "alphabets.tsv").startswith("# ")
    True
    >>> read_text("newsclean.decode", "no.tsv")
    Traceback (most recent call last):
    FileNotFoundError: ...
    """
    # The loader itself, because importing importlib.resources takes a tenth of the time that a
    # program needs until its first page is read.
    module: Any = import_module(package)
    data: bytes = module.__loader__.get_data(join(module.__path__[0], name))
    return data.decode().replace("\r\n", "\n")


def read_rows(package: str, name: str) -> Iterator[list[str]]:
    """Yield the columns of each row of a tab-separated table in a package.

    Empty lines are left out, and lines that begin with ``#``: those at the head of a table say
    where it is from and what its columns mean.

    >>> next(read_rows("newsclean.decode", "alphabets.tsv"))[0]
    'ca'
    """
    # Not splitlines(), which also splits at U+2028 and other characters that a cell may hold.
    for line in read_text(package, name).split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")
