"""Reads the data files that ship inside the package."""

from __future__ import annotations

from collections.abc import Iterator


def read_text(package: str, name: str) -> str:
    """Return the text of a file that stands in a package.

    >>> read_text("newsclean.decode", "alphabets.tsv").startswith("# ")
    True
    >>> read_text("newsclean.decode", "no.tsv")
    Traceback (most recent call last):
    FileNotFoundError: ...
    """
    # Takes 10 ms to import, which a program that only imports newsclean need not wait for.
    from importlib.resources import files

    return files(package).joinpath(name).read_text("utf-8")


def list_files(package: str, ending: str) -> list[str]:
    """Return the names of the files in a package that end so, in the order of code points.

    >>> list_files("newsclean.decode", ".tsv")[0]
    'alphabets.tsv'
    >>> list_files("newsclean.decode", ".csv")
    []
    """
    from importlib.resources import files

    names = (path.name for path in files(package).iterdir())
    return sorted(name for name in names if name.endswith(ending))


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
