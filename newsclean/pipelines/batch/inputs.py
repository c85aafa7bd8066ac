"""Files, folders and patterns of names -> the pages in them, in a stable order."""

from __future__ import annotations

import glob
import importlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from newsclean.errors import InputError, MissingLibraryError, needing
from newsclean.pipelines.batch.archives import read_archive
from newsclean.pipelines.batch.compressed import ENDINGS, zstandard
from newsclean.pipelines.batch.readers import (
    Fields,
    Page,
    Reader,
    read_lines,
    read_page,
    read_table,
)

log = logging.getLogger(__name__)

# In a folder, files with other endings are no pages. A file that is named is read in any case.
PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml", ".txt"})

READERS: Mapping[str, Reader] = {
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".warc": read_archive,
    ".wet": read_archive,
    ".parquet": read_table,
}
"""The reader of each ending; a file with another ending is one page."""
_LIBRARIES = {".warc": "fastwarc.warc", ".wet": "fastwarc.warc", ".parquet": "pyarrow.parquet"}


class File(NamedTuple):
    """A file with pages.

    Attributes:
        path: Its path.
        size: Its bytes.
    """

    path: Path
    size: int


class Found(NamedTuple):
    """A page, and where the reading stands.

    Attributes:
        page: The page.
        position: The bytes of all files up to and with the file of this page, or, within a large
            file, up to the page.
    """

    page: Page
    position: int


def find_files(names: Iterable[str], but: Iterable[Path]) -> list[File]:
    """The files that names stand for: of a folder all within it, sorted, and of a pattern too.

    InputError if a name stands for none. The files in `but`, such as the output, are left out.
    """
    excluded = {path.resolve() for path in but}
    found: dict[Path, None] = {}
    for name in names:
        paths = list(_paths(name))
        if not paths:
            raise InputError(f"there is no file or folder {name!r}, or no page in it")
        found |= dict.fromkeys(path for path in paths if path.resolve() not in excluded)
    return [File(path, path.stat().st_size) for path in found]


def _paths(name: str) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from sorted(each for each in path.rglob("*") if each.is_file() and _is_known(each))
    elif path.exists():
        yield path
    else:
        for each in sorted(glob.glob(name, recursive=True)):
            yield from _paths(each)


def _is_known(path: Path) -> bool:
    kind = kind_of(path)
    return kind in READERS or kind in PAGE_ENDINGS


def kind_of(path: Path) -> str:
    """The ending of a file's name without that of its compression.

    >>> kind_of(Path("a/b.warc.gz")), kind_of(Path("page"))
    ('.warc', '')
    """
    name = path.with_suffix("") if path.suffix.lower() in ENDINGS else path
    return name.suffix.lower()


def check_input_libraries(files: Iterable[File]) -> None:
    """Raise MissingLibraryError if a library that these files need is not installed."""
    paths = [file.path for file in files]
    for kind in sorted({kind_of(path) for path in paths} & _LIBRARIES.keys()):
        with needing("batch"):
            importlib.import_module(_LIBRARIES[kind])
    endings = {path.suffix for path in paths}
    if ".zst" in endings:
        zstandard()
    if ".br" in endings:
        with needing("compression"):
            importlib.import_module("brotli")


def read_files(
    files: Iterable[File], fields: Fields, skip: int, on_problem: Callable[[str], None]
) -> Iterator[Found]:
    """The pages of the files but for the first `skip`, which are not loaded.

    A file that cannot be read to its end is a problem, and the next file goes on.
    """
    before = 0
    for file in files:
        reader = READERS.get(kind_of(file.path), read_page)
        pages = reader(file.path, fields)
        while True:
            try:
                load = next(pages, None)
                if load is None:
                    break
                if skip > 0:
                    skip -= 1
                    continue
                page = load()
            # Libraries raise errors of many kinds for damaged files.
            except (InputError, MissingLibraryError):
                raise
            except Exception as error:
                message = f"{file.path} could not be read to its end: {_sentence(error)}"
                log.warning("%s", message)
                on_problem(message)
                break
            yield Found(page, before + min(page.offset, file.size))
        before += file.size


def _sentence(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
