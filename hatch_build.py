"""Builds the compiled part of newsclean where there is a C compiler, and says nothing where not.

Hatchling runs this when it makes a wheel or an editable install. By hand, to build it again in the
source tree after a change of its C files:

    python hatch_build.py
"""

from __future__ import annotations

import contextlib
import os
import runpy
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
FOLDER = Path("newsclean", "_speed")
MODULE = "newsclean._speed.native"
# The limited API of the oldest Python that newsclean supports: one wheel serves all later ones.
TAG, HEXVERSION = "cp311-abi3", "0x030B0000"


class SpeedHook(BuildHookInterface[Any]):
    """Adds the compiled module to a wheel, or to the source tree for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.folder = Path(tempfile.mkdtemp())
        built = build(Path(self.root), self.folder)
        if built is None:
            return
        if version == "editable":
            _install(built, Path(self.root, FOLDER))
            return
        build_data["pure_python"] = False
        build_data["tag"] = f"{TAG}-{_platform()}"
        build_data["force_include"][str(built)] = (FOLDER / built.name).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del version, build_data, artifact_path
        shutil.rmtree(self.folder, ignore_errors=True)


def build(root: Path, folder: Path, quiet: bool = True) -> Path | None:
    """Compile the module into a folder and return its file; None if that cannot be done here."""
    if os.environ.get("NEWSCLEAN_PURE") == "1" or not Path(_headers(), "Python.h").exists():
        return None
    try:
        with _silence() if quiet else contextlib.nullcontext():
            return _compile(root, folder)
    # Whatever keeps it from being built, the package works without it.
    except (Exception, SystemExit):
        if not quiet:
            raise
        return None


def _install(built: Path, folder: Path) -> Path:
    """Put the module into the source tree at once, as a process may be using the one before."""
    waiting = Path(shutil.copy(built, folder / f"{built.name}.new"))
    return waiting.replace(folder / built.name)


def _compile(root: Path, folder: Path) -> Path | None:
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    sources = sorted((root / FOLDER).glob("*.c"))
    extension = Extension(
        MODULE,
        [str(source) for source in sources],
        depends=[str(header) for header in (root / FOLDER).glob("*.h")],
        define_macros=[
            ("Py_LIMITED_API", HEXVERSION),
            ("NEWSCLEAN_SOURCES", f'"{_checksum(root / FOLDER)}"'),
        ],
        py_limited_api=True,
        # A product and a sum in one step would be rounded otherwise than in Python.
        extra_compile_args=[] if os.name == "nt" else ["-ffp-contract=off"],
    )
    command = build_ext(Distribution({"name": "newsclean", "ext_modules": [extension]}))
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.ensure_finalized()
    command.run()
    return next((folder / "lib" / FOLDER).glob("native.*"), None)


def _checksum(folder: Path) -> str:
    # The package cannot be imported before what it depends on is installed.
    checksum: str = runpy.run_path(str(folder / "sources.py"))["checksum_of_sources"](folder)
    return checksum


def _headers() -> str:
    return sysconfig.get_path("include")


def _platform() -> str:
    return sysconfig.get_platform().replace("-", "_").replace(".", "_")


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Discard what a compiler and its tools print, such as a warning that there is none."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = os.dup(1), os.dup(2)
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, own in enumerate(kept, 1):
            os.dup2(own, number)
            os.close(own)


def main() -> None:
    """Build the module in the source tree, and show why if that fails."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(ROOT, Path(folder), quiet=False)
        if built is None:
            sys.exit("There is no Python.h here: install the headers of Python (python3-dev).")
        print(_install(built, ROOT / FOLDER))


if __name__ == "__main__":
    main()
