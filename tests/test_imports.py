"""Which module may import which: a layer imports only from the layers below it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "newsclean"

# Bottom up. A layer may import itself and every layer on an earlier line, but no other layer on
# its own line.
LAYERS = (
    ("errors", "version", "_speed"),
    ("model",),
    ("text",),
    ("lexicon", "learned"),
    ("decode", "parse"),
    ("metadata",),
    ("mentions",),
    ("label",),
    ("collapse",),
    ("fields",),
    ("rules",),
    ("assemble",),
    ("output", "second_opinion", "arguments", "joining"),
    ("api",),
    ("many",),
    ("",),  # newsclean/__init__.py
    ("display", "pipelines"),
    ("cli",),
    ("__main__",),
)
HEIGHT = {layer: height for height, line in enumerate(LAYERS) for layer in line}
# Methods of Article and Report import these when they are called, which keeps the import light.
UPWARD_WHEN_CALLED = {"model": frozenset({"output", "second_opinion"})}
# Each library outside the standard library, and where it may be imported; all but lxml only inside
# a function, since most pages need none of them. Those for compression are optional; one of them is
# in the standard library since Python 3.14.
LIBRARIES = {
    "lxml": frozenset({"parse", "arguments"}),
    "chardet": frozenset({"decode"}),
    **dict.fromkeys(("brotli", "backports", "compression"), frozenset({"decode", "pipelines"})),
    "fastwarc": frozenset({"pipelines"}),
    "tqdm": frozenset({"cli", "many"}),
    "pyspark": frozenset({"pipelines"}),
    "readability": frozenset({"second_opinion"}),
    **dict.fromkeys(("pyarrow", "pandas", "polars"), frozenset({"pipelines"})),
}
ONLY_WHEN_CALLED = frozenset(LIBRARIES) - {"lxml"}
# A module that makes a class of a framework imports it; nothing imports these modules.
ADAPTERS = {
    "newsclean.pipelines.datatrove": frozenset({"datatrove"}),
    "newsclean.pipelines.langchain": frozenset({"langchain_core"}),
    "newsclean.pipelines.llamaindex": frozenset({"llama_index"}),
    "newsclean.pipelines.zyte": frozenset({"web_poet", "zyte_common_items"}),
}


@cache
def _modules() -> dict[str, Path]:
    return {
        ".".join(("newsclean", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): path
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _layer(module: str) -> str:
    return f"{module}.".split(".")[1]


def _imports(tree: ast.Module, package: str) -> Iterator[tuple[str, bool]]:
    """Every module imported, and whether the import stands at the top of the file.

    Imports for the type checker only are left out.
    """
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        for part in ast.walk(node):
            if isinstance(part, ast.Import):
                yield from ((alias.name, part is node) for alias in part.names)
            elif isinstance(part, ast.ImportFrom):
                base = resolve_name("." * part.level + (part.module or ""), package)
                submodules = {f"{base}.{alias.name}" for alias in part.names} & _modules().keys()
                yield from ((name, part is node) for name in sorted(submodules) or [base])


def _wrong(module: str, path: Path) -> Iterator[str]:
    layer = _layer(module)
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for name, at_top in _imports(ast.parse(path.read_text("utf-8")), package):
        library = name.partition(".")[0]
        if library == "newsclean":
            other = _layer(name)
            allowed = other == layer or HEIGHT[other] < HEIGHT[layer]
            allowed &= name not in ADAPTERS
            allowed |= not at_top and other in UPWARD_WHEN_CALLED.get(layer, ())
        else:
            allowed = library in sys.stdlib_module_names | ADAPTERS.get(module, frozenset()) or (
                layer in LIBRARIES.get(library, ()) and not (at_top and library in ONLY_WHEN_CALLED)
            )
        if not allowed:
            yield f"{module} may not import {name}"


def test_every_module_imports_only_from_below() -> None:
    assert [module for module in _modules() if _layer(module) not in HEIGHT] == []
    assert [wrong for module, path in _modules().items() for wrong in _wrong(module, path)] == []


def test_every_layer_exists() -> None:
    assert set(HEIGHT) == {_layer(module) for module in _modules()}


def test_no_file_repeats_the_name_of_its_folder() -> None:
    repeating = [
        path
        for path in PACKAGE.rglob("*.py")
        if path.stem.startswith(path.parent.name) or path.stem == path.parent.name.rstrip("s")
    ]
    assert repeating == []


def test_the_root_holds_only_the_public_modules_and_the_layers() -> None:
    names = {path.stem for path in PACKAGE.glob("*.py")}
    assert names == {
        "__init__",
        "__main__",
        "api",
        "errors",
        "joining",
        "second_opinion",
        "version",
    }


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        (
            "newsclean.parse.events",
            "import chardet",
            ["newsclean.parse.events may not import chardet"],
        ),
        (
            "newsclean.decode.guess",
            "import chardet",
            ["newsclean.decode.guess may not import chardet"],
        ),
        ("newsclean.decode.guess", "def f():\n    import chardet", []),
        ("newsclean.parse.events", "from lxml import etree\nimport re", []),
        ("newsclean.fields.source", "from .about import x\nfrom newsclean import lexicon", []),
        (
            "newsclean.fields.source",
            "from newsclean import api",
            ["newsclean.fields.source may not import newsclean.api"],
        ),
        (
            "newsclean.model.page",
            "import newsclean.output.card",
            ["newsclean.model.page may not import newsclean.output.card"],
        ),
        ("newsclean.model.page", "def f():\n    import newsclean.output.card", []),
        (
            "newsclean.parse.events",
            "import newsclean.decode",
            ["newsclean.parse.events may not import newsclean.decode"],
        ),
    ],
)
def test_the_referee_sees(module: str, source: str, wrong: list[str], tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(source, "utf-8")
    assert list(_wrong(module, path)) == wrong
