"""Reads folders of labelled pages: `pages/ID.html.gz` beside `gold/ID.json`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Gold = Mapping[str, Any]


def read_gold(folder: Path, language: str = "") -> list[Gold]:
    """The gold of all pages whose language starts with this, sorted by id."""
    paths = sorted((folder / "gold").glob("*.json"))
    found = [json.loads(path.read_text("utf-8")) for path in paths]
    return [gold for gold in found if (gold.get("language") or "").startswith(language)]


def read_pages(folder: Path) -> list[Gold]:
    """The gold of all pages in `pages/`; that of a page without `gold/ID.json` is id and
    url.

    The url of such a page is the content of `gold/ID.url`, if there is one.
    """
    names = sorted(path.name for path in (folder / "pages").glob("*.html.gz"))
    return [_read_one(folder / "gold", name.removesuffix(".html.gz")) for name in names]


def _read_one(folder: Path, page_id: str) -> Gold:
    gold, url = folder / f"{page_id}.json", folder / f"{page_id}.url"
    if gold.exists():
        found: Gold = json.loads(gold.read_text("utf-8"))
        return found
    return {"id": page_id, "url": url.read_text("utf-8").strip() if url.exists() else None}


def read_page(folder: Path, gold: Gold) -> bytes:
    """The bytes of a page as they were sent."""
    return gzip.decompress((folder / "pages" / f"{gold['id']}.html.gz").read_bytes())
