"""How far a run has come, in a file beside its output."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsclean.errors import InputError
from newsclean.pipelines.batch.inputs import File
from newsclean.version import __version__


@dataclass(slots=True)
class State:
    """What of a run is committed.

    Attributes:
        run: A hash of all that decides what the rows are: inputs, options, version.
        done: How many pages.
        position: Where the output continues.
        counts: How many pages have each status, and how many rows were written.
        sites: The same counts for each site, and how many articles lack what; only for a report.
    """

    run: str
    done: int = 0
    position: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    sites: dict[str, Counter[str]] = field(default_factory=dict)

    def save(self, path: Path) -> None:
        """Replace the file at once, so that it is never half written."""
        new = path.with_name(f"{path.name}.new")
        with new.open("w", encoding="utf-8") as file:
            json.dump({name: getattr(self, name) for name in self.__slots__}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)


def state_path(output: Path) -> Path:
    """The file beside an output."""
    return output.with_name(f"{output.name}.state")


def run_hash(files: Iterable[File], options: Mapping[str, Any]) -> str:
    """A hash of the inputs and of the options that decide what the rows are."""
    what = [__version__, [(str(file.path), file.size) for file in files], options]
    return hashlib.sha256(json.dumps(what, default=str).encode()).hexdigest()


def load_state(output: Path, run: str) -> State | None:
    """The state of the unfinished run that wrote an output; None if there is none.

    InputError if that run had other inputs or options.
    """
    path = state_path(output)
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        found = {}
    if found.get("run") != run:
        raise InputError(
            f"{output} was left unfinished by a run with other inputs, options or another version: "
            "repeat those to go on, or give --overwrite to start again"
        )
    return State(
        run,
        found["done"],
        found["position"],
        Counter(found["counts"]),
        {site: Counter(counts) for site, counts in found["sites"].items()},
    )
