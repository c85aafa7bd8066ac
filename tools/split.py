"""The split of the development pages into two halves, by site.

    python -m tools.split DATA...

The command prints how many pages and sites of each folder are in each half. Development looks only
at pages of the *open* half. Pages of the *aside* half are never listed, displayed or tuned on. They
may be scored as a whole, and training may use them.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.data import read_pages

# Second-level labels that are shared by many sites: co.uk, com.cn.
SHARED_SUFFIXES = frozenset("ac co com edu go gob gov gouv ne net nom or org".split())
ADDRESS_NUMBER = re.compile(r"[\d.]+|.*:.*")
PAGE_NUMBER = re.compile(r"[-_]\d{1,2}$")
HALVES = ("open", "aside")
"""The names of the halves, indexed by `is_aside`."""


def site_of(gold: Mapping[str, Any]) -> str:
    """Roughly the registered domain of a page's address, or the id without its number.

    >>> site_of({"id": "1", "url": "https://news.example.co.uk/a"})
    'example.co.uk'
    >>> site_of({"id": "1", "url": "https://news.bbc.com/a"})
    'bbc.com'
    >>> site_of({"id": "b_gazette_02", "url": None}), site_of({"id": "gazette-3"})
    ('b_gazette', 'gazette')
    >>> site_of({"id": "0412", "url": "http://localhost/a"})
    '0412'
    """
    host = _host(gold.get("url") or "")
    if "." not in host and ":" not in host:  # no host, or a placeholder such as localhost
        return PAGE_NUMBER.sub("", str(gold["id"]))
    if ADDRESS_NUMBER.fullmatch(host):
        return host
    parts = host.split(".")
    shared = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SHARED_SUFFIXES
    return ".".join(parts[-3:] if shared else parts[-2:])


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_aside(site: str) -> bool:
    """Whether the site belongs to the aside half, which is those with an odd sha256.

    >>> is_aside("example.org"), is_aside("example.net")
    (True, False)
    """
    return hashlib.sha256(site.encode()).digest()[-1] % 2 == 1


def count_halves(folder: Path) -> tuple[int, int, int, int]:
    """The numbers of pages and of sites in the open half, and those in the aside half."""
    sites = [site_of(gold) for gold in read_pages(folder)]
    halves = [[site for site in sites if is_aside(site) is aside] for aside in (False, True)]
    open_, aside = ((len(half), len(set(half))) for half in halves)
    return (*open_, *aside)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.split",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA", help="a folder with pages/")
    print(f"{'':20}{'open half':>16}{'aside half':>16}")
    print(f"{'set':20}{'pages':>8}{'sites':>8}{'pages':>8}{'sites':>8}")
    for folder in parser.parse_args(arguments).data:
        print(f"{folder.name:20}" + "".join(f"{count:8}" for count in count_halves(folder)))


if __name__ == "__main__":
    main()
