"""Who may import whom: the flow is one way, and only the modules that are named for it touch a library."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "newsclean"

# A module, or a package with all in it -> what it imports at its top -> what it imports inside a function, when it is needed.
# A package may always import itself; `model` is open to all, since it is what they exchange, and so is the standard library.
MAY_IMPORT: dict[str, tuple[str, str]] = {
    "newsclean": ("newsclean.api newsclean.output.serialize", ""),
    "newsclean.__main__": ("newsclean.cli", ""),
    "newsclean.cli": ("newsclean", ""),  # public names only
    "newsclean.api": (
        "newsclean.text.characters newsclean.decode newsclean.parse.limits newsclean.parse newsclean.label newsclean.collapse newsclean.assemble lxml",
        "",
    ),
    "newsclean.model": ("", "newsclean.output.serialize newsclean.output newsclean.second_opinion"),
    "newsclean.output.serialize": ("", ""),
    "newsclean.output": ("", ""),
    "newsclean.decode": ("newsclean.text.characters newsclean.decode.labels newsclean.decode.guess newsclean.decode.mojibake", ""),
    "newsclean.decode.guess": ("newsclean.decode.labels", "chardet"),
    "newsclean.decode.mojibake": ("newsclean.decode.labels", ""),
    "newsclean.parse": ("newsclean.text.characters newsclean.parse.blocks lxml", ""),
    "newsclean.parse.blocks": ("newsclean.text.characters newsclean.parse.stated", ""),
    "newsclean.parse.stated": ("", ""),
    "newsclean.parse.limits": ("", ""),
    "newsclean.label": (
        "newsclean.lexicon newsclean.label.headline newsclean.label.features newsclean.learned.trees newsclean.label.regions newsclean.label.neighbours",
        "",
    ),
    "newsclean.label.regions": ("newsclean.label.captions newsclean.label.features", ""),
    "newsclean.label.captions": ("", ""),
    "newsclean.label.neighbours": ("", ""),
    "newsclean.label.headline": ("newsclean.text.characters", ""),
    "newsclean.label.features": ("newsclean.text.characters", ""),
    "newsclean.learned.trees": ("", ""),
    "newsclean.collapse": ("newsclean.collapse.sentences newsclean.collapse.repeats", ""),
    "newsclean.collapse.repeats": ("newsclean.collapse.sentences", ""),
    "newsclean.collapse.sentences": ("newsclean.text.characters", ""),
    "newsclean.fields": ("newsclean.label.captions newsclean.text.characters newsclean.lexicon newsclean.label.headline", ""),
    "newsclean.assemble": (
        "newsclean.fields newsclean.label newsclean.collapse newsclean.assemble.paragraphs newsclean.assemble.quality newsclean.metadata.embedded",
        "",
    ),
    "newsclean.assemble.paragraphs": ("", ""),
    "newsclean.metadata.embedded": ("newsclean.text.characters newsclean.fields newsclean.parse", ""),
    "newsclean.assemble.quality": ("newsclean.text.characters newsclean.label newsclean.learned.trees", ""),
    "newsclean.second_opinion": ("newsclean.parse", "readability"),
    "newsclean.decode.labels": ("", ""),
    "newsclean.text.characters": ("", ""),
    "newsclean.lexicon": ("", ""),
}


def _modules() -> dict[str, Path]:
    return {
        ".".join(("newsclean", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _rule(module: str) -> str:
    """The longest name in the table that the module is, or is inside; but not `newsclean`, which is only itself."""
    parts = module.split(".")
    names = [".".join(parts[:i]) for i in range(len(parts), 1, -1)]
    return next((name for name in names if name in MAY_IMPORT), module)


def _imports(tree: ast.Module, package: str) -> Iterator[tuple[str, bool]]:
    """Every module imported, and whether it is at the top of the file (imports for the type checker only are nowhere)."""
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        for part in ast.walk(node):
            if isinstance(part, ast.Import):
                yield from ((alias.name, part is node) for alias in part.names)
            elif isinstance(part, ast.ImportFrom):
                base = resolve_name("." * part.level + (part.module or ""), package)
                named = {f"{base}.{alias.name}" for alias in part.names}
                yield from ((name, part is node) for name in sorted(named & (MAY_IMPORT.keys() | _modules().keys())) or [base])


def _wrong(module: str, path: Path) -> Iterator[str]:
    rule = _rule(module)
    open_to_all = {rule} if rule == "newsclean.cli" else {rule, "newsclean.model"}
    at_top, inside = (set(names.split()) | open_to_all for names in MAY_IMPORT[rule])
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for name, top in _imports(ast.parse(path.read_text("utf-8")), package):
        if name.partition(".")[0] in sys.stdlib_module_names:
            continue
        wanted = _rule(name) if name.startswith("newsclean") else name.partition(".")[0]
        if wanted not in (at_top if top else at_top | inside):
            yield f"{module} may not import {name}{'' if top or wanted not in inside else ' before it is needed'}"


@pytest.mark.parametrize("module", _modules())
def test_a_module_imports_only_what_the_table_allows(module: str) -> None:
    assert _rule(module) in MAY_IMPORT, f"{module} has no line in the table"
    assert list(_wrong(module, _modules()[module])) == []


def test_the_table_names_no_module_that_is_gone() -> None:
    assert set(MAY_IMPORT) <= set(_modules())


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("newsclean.parse", "import chardet", ["newsclean.parse may not import chardet"]),
        ("newsclean.parse", "from lxml import etree\nimport re", []),
        ("newsclean.fields.date.reader", "from .source import x\nfrom newsclean import lexicon", []),
        ("newsclean.fields.date.reader", "from newsclean import core", ["newsclean.fields.date.reader may not import newsclean.api"]),
        ("newsclean.model", "import newsclean.output.serialize", ["newsclean.model may not import newsclean.output.serialize"]),
        ("newsclean.model", "def f():\n    import newsclean.output.serialize", []),
        ("newsclean.cli", "from newsclean.model import Report", ["newsclean.cli may not import newsclean.model"]),
    ],
)
def test_the_referee_sees(module: str, source: str, wrong: list[str], tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(source, "utf-8")
    assert [line.removesuffix(" before it is needed") for line in _wrong(module, path)] == wrong
