"""Compile the tables of the lexicon into the files that the package reads.

    python -m tools.lexicon

The tables are what people write: one line for each phrase. A program that reads one page should not
wait for all of them to be parsed and folded, so the package ships the result. A test compares it
with the tables.
"""

from __future__ import annotations

from tools.lexicon.compiling import compile_tables
from tools.lexicon.tables import FOLDER, read_tables


def main() -> None:
    for name, text in compile_tables(read_tables()).items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
