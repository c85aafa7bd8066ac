"""The notebooks have the cells of their scripts, small outputs, and run."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tools.notebooks import make, read_cells, run

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "notebooks"
SCRIPTS = sorted(FOLDER.glob("*.py"))
MOST_BYTES = 60_000


def test_there_are_notebooks() -> None:
    assert len(SCRIPTS) == len(list(FOLDER.glob("*.ipynb"))) >= 3


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_notebook_has_the_cells_of_its_script_and_small_outputs(script: Path) -> None:
    text = script.with_suffix(".ipynb").read_text("utf-8")
    cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(text)["cells"]]
    assert cells == list(read_cells(script.read_text("utf-8")))
    assert len(text.encode()) < MOST_BYTES


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_notebook_runs(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("nbclient", "nbformat", "ipykernel"):
        pytest.importorskip(module)
    paths = [str(FOLDER.parents[1]), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path for path in paths if path))
    cells = run(make(script.read_text("utf-8")), FOLDER)["cells"]
    assert any(cell.get("outputs") for cell in cells)
