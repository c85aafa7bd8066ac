"""Write the article of every page to a file, or report how two such files differ.

    python -m tools.snapshot DATA... -o FILE [--spans] [--jobs N] [--every N]
    python -m tools.snapshot --compare A B [--rename OLD=NEW]... [--examples N] [--pages]

To check that a change has no effect on results, write a snapshot before and one after it, and
compare them. Changed pages of the aside half (see tools.split) are counted but never displayed. The
exit status of a comparison is 1 if anything differs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.snapshot.compare import compare, read_snapshot, renaming
from tools.snapshot.write import write_snapshot


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if bool(options.compare) == bool(options.data) or bool(options.data) != bool(options.out):
        parser.error("give folders and -o FILE to write a snapshot, or --compare A B")
    if options.data:
        print(write_snapshot(options.data, options.out, options.spans, options.jobs, options.every))
        return 0
    try:
        renames = [renaming(text) for text in options.rename]
    except ValueError as error:
        parser.error(str(error))
    old, new = map(read_snapshot, options.compare)
    difference = compare(old, new, renames)
    print(difference.report(options.examples, options.pages), end="")
    return int(difference.is_any)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.snapshot",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("data", type=Path, nargs="*", metavar="DATA", help="a folder with pages/ and gold/")
    add("-o", "--out", type=Path, metavar="FILE", help="write the snapshot here")
    add("--spans", action="store_true", help="add a hash of the spans of each label")
    add("--jobs", type=int, default=1, metavar="N", help="processes (1)")
    add("--every", type=int, default=1, metavar="N", help="only every Nth page of each folder")
    add("--compare", type=Path, nargs=2, metavar=("A", "B"), help="two snapshots")
    add(
        "--rename",
        action="append",
        default=[],
        metavar="OLD=NEW",
        help="the field that is OLD in A is NEW in B",
    )
    add("--examples", type=int, default=3, metavar="N", help="examples for each field (3)")
    add("--pages", action="store_true", help="list every changed page of the open half")
    return parser


if __name__ == "__main__":
    sys.exit(main())
