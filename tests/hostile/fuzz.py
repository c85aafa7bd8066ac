"""Guided fuzzing with atheris, which breeds inputs that reach new code.

    pip install atheris
    python -m tests.hostile.fuzz CORPUS -max_total_time=1800 -timeout=10 -rss_limit_mb=1500

CORPUS is a folder for the inputs; the fixtures are written into an empty one first. The first byte
of an input says how the rest is passed: as bytes, as text, with an odd header, or with an odd
address. A finding is written to a file `crash-…`: keep it as a test or a fixture.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsclean"]):
    import newsclean

from tests.hostile.trial import faults

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def try_one(data: bytes) -> None:
    """Extract an input of the fuzzer, and raise if anything is wrong with the report."""
    kind, rest = data[:1], data[1:]
    page: bytes | str = rest
    url = content_type = None
    if kind and kind[0] % 4 == 1:
        page = rest.decode("utf-8", "surrogateescape")
    elif kind and kind[0] % 4 == 2:
        content_type, page = rest[:40].decode("latin-1"), rest[40:]
    elif kind and kind[0] % 4 == 3:
        url, page = rest[:60].decode("utf-8", "surrogateescape"), rest[60:]
    wrong = list(faults(newsclean.explain(page, url, content_type)))
    if wrong:
        raise AssertionError(wrong)


def main() -> None:
    folder = next((Path(word) for word in sys.argv[1:] if not word.startswith("-")), None)
    if folder and not any(folder.iterdir()):
        for page in FIXTURES.glob("*/page.*"):
            (folder / page.parent.name).write_bytes(b"\0" + page.read_bytes())
    newsclean.extract("<p>x")  # the weights and tables are read before the clock runs
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
