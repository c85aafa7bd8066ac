"""Extract many pages in one process, in random order.

    python -m tests.hostile.soak [COUNT]

The pages are the fixtures and the small hostile pages. After each thousand the memory of the
process is printed. The exit status is 1 if it has grown by more than a tenth since the first
thousand, or if a page gave another article than before.
"""

from __future__ import annotations

import random
import re
import sys
from hashlib import sha256
from pathlib import Path

import newsclean
from tests.hostile.pages import inputs

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SMALL = 20_000
GROWTH = 1.1


def pages() -> list[bytes | str]:
    """Every fixture, and every hostile page that is small."""
    found: list[bytes | str] = [path.read_bytes() for path in sorted(FIXTURES.glob("*/page.html"))]
    names = (
        "cut off",
        "from ",
        "sent as",
        "date ",
        "JSON-LD: every",
        "a billion laughs",
        "invalid",
        "odd comments",
        "entity",
        "in a ",
    )
    made = (one.make() for one in inputs() if one.name.startswith(names))
    return found + [page for page in made if len(page) < SMALL]


def resident() -> float:
    """The memory of the process, in MB."""
    found = re.search(r"VmRSS:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def main(count: str = "20000") -> int:
    """Extract the pages, and print the memory."""
    order, given = random.Random(5), pages()
    first: dict[int, bytes] = {}
    changed = 0
    start = 0.0
    for turn in range(1, int(count) + 1):
        index = order.randrange(len(given))
        report = newsclean.explain(given[index])
        found = (report.to_dict(), [*map(tuple, report.page.blocks)])
        told = sha256(repr(found).encode("utf-8", "replace")).digest()
        changed += first.setdefault(index, told) != told
        if turn % 1000 == 0 or turn == int(count):
            start = start or resident()
            print(f"{turn:6} extractions of {len(given)} pages  {resident():6.1f} MB", flush=True)
    print(f"from {start:.1f} MB to {resident():.1f} MB; {changed} results changed")
    return bool(changed or resident() > GROWTH * start)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
