"""The command with small commits and a reader that is poisoned, for tests that run it as a process.

Workers import this module too, so that the reader is poisoned in them.
"""

from __future__ import annotations

import os
import signal
import time
from typing import Any

import newsclean.many.extraction as extraction
import newsclean.pipelines.batch.run as run_module
from newsclean.api import extract


def poisoned(page: Any, *args: Any, **options: Any) -> Any:
    """Hang or crash on pages that ask for it."""
    if b"PLEASE HANG" in page:
        time.sleep(600)
    if b"PLEASE CRASH" in page:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"PLEASE FAIL" in page:
        raise RuntimeError("a bug")
    return extract(page, *args, **options)


setattr(extraction, "extract", poisoned)  # noqa: B010
run_module.COMMIT_PAGES = int(os.environ.get("TEST_COMMIT_PAGES", "500"))

if __name__ == "__main__":
    from newsclean.cli import run

    run()
