"""Make notebooks from scripts, and run them.

    python -m tools.notebooks docs/notebooks

A line ``# %%`` begins a cell of code, and ``# %% [markdown]`` one of text, whose lines are
comments. Each notebook is written beside its script with its outputs; that needs the extra
``notebooks``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

CELL = re.compile(r"^# %%(?: \[(\w+)\])?\n", re.MULTILINE)
SECONDS = 300  # for one cell


def read_cells(script: str) -> Iterator[tuple[str, str]]:
    r"""Yield the kind of each cell, code or markdown, and its source.

    >>> list(read_cells("# %% [markdown]\n# # Ferry\n\n# %%\nx = 1\n"))
    [('markdown', '# Ferry'), ('code', 'x = 1')]
    """
    _, *parts = CELL.split(script)
    for kind, source in zip(parts[::2], parts[1::2], strict=True):
        if kind == "markdown":
            source = re.sub(r"^# ?", "", source, flags=re.MULTILINE)
        yield kind or "code", source.strip("\n")


def make(script: str) -> Any:
    """The notebook of a script, without outputs."""
    make_new = import_module("nbformat.v4")
    new = {"code": make_new.new_code_cell, "markdown": make_new.new_markdown_cell}
    cells = [
        new[kind](source, id=f"cell-{index}")
        for index, (kind, source) in enumerate(read_cells(script))
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return make_new.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def run(notebook: Any, folder: Path) -> Any:
    """Run a notebook in a folder, and return it with its outputs; an error in a cell is raised."""
    client = import_module("nbclient").NotebookClient(
        notebook,
        timeout=SECONDS,
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
    )
    return client.execute()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.notebooks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    for script in sorted(folder.glob("*.py")):
        notebook = run(make(script.read_text("utf-8")), folder)
        notebook["metadata"].pop("language_info", None)
        text = import_module("nbformat").writes(notebook)
        script.with_suffix(".ipynb").write_text(text.rstrip("\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
