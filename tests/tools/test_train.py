"""Training on the fixtures: what it prints for each half, and what it writes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from types import ModuleType

import pytest

from newsclean.assemble.quality import SIGNALS
from newsclean.label.features import NAMES
from newsclean.learned.files import parse_learned
from newsclean.learned.trees import Trees
from tests.cases import CASES, Case
from tools.split import is_aside, site_of

OTHERS = "other-types"


@pytest.fixture(scope="module")
def train() -> ModuleType:
    """The command; it needs libraries that the package itself does not."""
    for library in ("lightgbm", "numpy", "sklearn"):
        pytest.importorskip(library, reason="training needs the extra `train`")
    from tools.train import __main__

    return __main__


def _add(folder: Path, case: Case) -> None:
    """Add the case to a data folder."""
    for name in ("pages", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    page = (case.folder / "page.html").read_bytes()
    (folder / "pages" / f"{case.name}.html.gz").write_bytes(gzip.compress(page))
    gold = {"id": case.name, "url": case.settings.get("url"), "body": case.expected.get("body", "")}
    (folder / "gold" / f"{case.name}.json").write_text(json.dumps(gold), "utf-8")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The fixtures as two data folders, of articles and of other pages."""
    root = tmp_path_factory.mktemp("data")
    for case in CASES:
        is_article = case.expected.get("is_article", "body" in case.expected)
        if case.is_html:
            _add(root / ("articles" if is_article else OTHERS), case)
    return [root / "articles", root / OTHERS]


@pytest.fixture(scope="module")
def trained(
    train: ModuleType,
    folders: list[Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[list[str], Path]:
    """The lines that training prints, and the folder with the weights that it writes."""
    from tools.train import learn

    out = tmp_path_factory.mktemp("out")
    printed: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learn, "ROUNDS", 5)
        patch.setitem(learn.PARAMETERS, "num_threads", 1)
        patch.setattr("builtins.print", lambda *texts, **_: printed.extend(map(str, texts)))
        train.main([*map(str, folders), "--worst", "9", "--out", str(out)])
    return "\n".join(printed).splitlines(), out


def test_both_halves_are_scored(trained: tuple[list[str], Path]) -> None:
    scored = [line for line in trained[0] if "body F1" in line and not line.startswith(" ")]
    halves = [tuple(line.split()[:2]) for line in scored]
    assert halves == [(name, half) for name in ("articles", OTHERS) for half in ("open", "aside")]
    assert [line for line in trained[0] if line in ("open:", "aside:")] == ["open:", "aside:"]


def test_only_pages_of_the_open_half_are_listed(trained: tuple[list[str], Path]) -> None:
    listed = [line.split()[:2] for line in trained[0] if line.startswith("  ")]
    assert len(listed) > 9
    assert not any(is_aside(site_of({"id": name, "url": url})) for name, url in listed)


@pytest.mark.parametrize(("name", "features"), [("labeller", NAMES), ("quality", tuple(SIGNALS))])
def test_what_is_written_can_be_loaded(
    trained: tuple[list[str], Path], name: str, features: tuple[str, ...]
) -> None:
    found = parse_learned((trained[1] / f"{name}.json").read_text("utf-8"), name, features)
    assert found.features == features
    assert found.data["sets"] == ["articles", OTHERS]
    assert len(found.data["sha256"]) == 64


def test_the_trees_name_the_features_that_they_test(trained: tuple[list[str], Path]) -> None:
    found = parse_learned((trained[1] / "labeller.json").read_text("utf-8"), "labeller")
    tests = Trees.from_json(found.learned["trees"]).tests
    assert tests
    assert tests.keys() <= set(NAMES)
