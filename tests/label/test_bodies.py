"""Bodies of pages as newspapers, agencies, blogs, forums and portals build them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean

# One page a line: what its body has, and how lines begin that may be in it or not. A page with a
# `fault` is read wrong today. Training may change that, so it may also be read right.
PAGES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "bodies.jsonl").read_text("utf-8").splitlines()
]


def _parameter(page: dict[str, Any]) -> Any:
    fault = page.get("fault")
    marks = [pytest.mark.xfail(reason=f"label: {fault}", strict=False)] if fault else []
    return pytest.param(page, id=page["name"], marks=marks)


@pytest.mark.parametrize("page", [*map(_parameter, PAGES)])
def test_the_body_has_these_lines_and_no_others(page: dict[str, Any]) -> None:
    optional = tuple(page.get("optional", ()))
    wanted = [line for line in page["body"] if not line.startswith(optional or "\0")]
    texts = [" ".join(p.text.split()) for p in newsclean.extract(page["html"]).paragraphs]
    body = " ".join(texts)
    assert [line for line in wanted if line not in body] == []
    others = [text for text in texts if not text.startswith(optional or "\0")]
    assert [text for text in others if not _is_of(text, page["body"])] == []


def _is_of(text: str, lines: list[str]) -> bool:
    """Whether a text is part of a line, or a line with a few words more."""
    return any(text in line or (line in text and len(text) < 1.2 * len(line)) for line in lines)
