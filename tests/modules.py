"""The modules of the package, for tests that look into all of them."""

from __future__ import annotations

import contextlib
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import newsclean
from newsclean.errors import MissingLibraryError


def imported_modules() -> list[ModuleType]:
    """Import and return every module, but for adapters of engines that are not installed."""
    found: list[ModuleType] = []
    for module in walk_packages(newsclean.__path__, "newsclean."):
        if module.name.endswith("__main__"):
            continue
        is_adapter = module.name.startswith("newsclean.pipelines.")
        with contextlib.suppress(MissingLibraryError) if is_adapter else contextlib.nullcontext():
            found.append(import_module(module.name))
    return found
