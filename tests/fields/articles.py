"""The short articles that composed pages hold, by language."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ARTICLES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "articles.toml").read_text("utf-8")
)


def tag_of(language: str) -> str:
    """What a page of a language states; `zh` and `zht` are the two ways to write Chinese."""
    return {"zh": "zh-CN", "zht": "zh-TW"}.get(language, language)
