"""Which C files a compiled module was built from. `hatch_build.py` runs this file by its path."""

from __future__ import annotations

import os
from zlib import crc32


def checksum_of_sources(folder: str | os.PathLike[str]) -> str:
    """A checksum of the C files in a folder, "" if there are none."""
    found: list[bytes] = []
    for name in sorted(os.listdir(folder)):
        if name.endswith((".c", ".h")):
            with open(os.path.join(folder, name), "rb") as file:
                found.append(file.read())
    return f"{crc32(bytes(1).join(found)):08x}" if found else ""
