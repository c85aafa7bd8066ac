"""Which C files a compiled module was built from. `hatch_build.py` runs this file by its path."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32


def checksum_of_sources(folder: Path) -> str:
    """A checksum of the C files in a folder, "" if there are none."""
    files = sorted(path for path in folder.iterdir() if path.suffix in (".c", ".h"))
    joined = b"\0".join([path.read_bytes() for path in files])
    return f"{crc32(joined):08x}" if files else ""
