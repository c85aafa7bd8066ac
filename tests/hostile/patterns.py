"""Collects every regular expression of the package, and how it is used."""

from __future__ import annotations

import ast
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from newsclean.text.patterns import _LazyPattern
from tests.modules import imported_modules
from tools.lexicon.tables import read_tables

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
OF_RE = frozenset(f"re.{method}" for method in METHODS)
SCANNING = frozenset({"finditer", "findall", "split", "sub", "subn"})
"""Methods that continue after the first match."""


class Used(NamedTuple):
    """A pattern, its location, and the methods that are called; finditer for all that scan."""

    name: str
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]


def patterns() -> list[Used]:
    """Every pattern once: of modules, tables, cached functions, calls and the lexicon."""
    modules = (module for module in imported_modules() if str(module.__file__).endswith(".py"))
    trees = {module: ast.parse(inspect.getsource(module)) for module in modules}
    methods = _methods(trees.values())
    found: list[Used] = []
    for module, tree in trees.items():
        short = module.__name__.removeprefix("newsclean.")
        for name, pattern in _held(module):
            ways = methods.get(name.removesuffix("()")) or {"search", "fullmatch"}
            found.append(Used(f"{short}.{name}", pattern, tuple(sorted(ways))))
        for line, pattern, method in _inline(module, tree):
            found.append(Used(f"{short}:{line}", pattern, (method,)))
    words = [entry for entry in read_tables() if entry.match == "regex"]
    found += [Used(f"lexicon {each.rule}", re.compile(each.text), ("finditer",)) for each in words]
    return list({(used.pattern, used.methods): used for used in found}.values())


def _held(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield the patterns in the names and tables of a module, and of its cached functions."""
    for name, value in vars(module).items():
        if not hasattr(value, "cache_info"):
            yield from ((name, pattern) for pattern in _inside(value))
        elif value.__module__ == module.__name__ and _gives_pattern(value):
            yield f"{name}()", value()


def _gives_pattern(function: Any) -> bool:
    gives = str(function.__annotations__.get("return"))
    return "Pattern" in gives and not inspect.signature(function).parameters


def _inside(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, _LazyPattern):
        yield re.compile(value.pattern, value._flags)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _inside(item)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _inside(item)


def _methods(trees: Any) -> dict[str, set[str]]:
    """For each name of a pattern, or of a function that returns one, the methods called."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                owner = node.value.func if isinstance(node.value, ast.Call) else node.value
                name = ast.unparse(owner).rpartition(".")[2]
                found[name].add("finditer" if node.attr in SCANNING else node.attr)
    return found


def _inline(module: ModuleType, tree: ast.AST) -> Iterator[tuple[int, re.Pattern[Any], str]]:
    """Yield the patterns that are arguments of functions of `re`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in OF_RE:
            method = ast.unparse(node.func).removeprefix("re.")
            last = ast.unparse(node.args[-1])
            flags = eval(last, {"re": re}) if last.startswith("re.") else 0
            pattern = re.compile(eval(ast.unparse(node.args[0]), dict(vars(module))), flags)
            yield node.lineno, pattern, "finditer" if method in SCANNING else method
