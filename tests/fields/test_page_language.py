"""The language of small pages whose menus and footers are in English."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean import extract

FOLDER = Path(__file__).parent / "headers"
TEXTS = json.loads((FOLDER / "texts.json").read_text("utf-8"))
TITLES = json.loads((FOLDER / "titles.json").read_text("utf-8"))
MENU = "<nav><a href=/>Home</a> <a href=/n>News</a> <a href=/a>About us</a></nav>"
FOOTER = "<footer>All rights reserved. Read the terms of use and the privacy policy.</footer>"


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("stated", ["", " lang=en-US"])
def test_the_language_is_that_of_the_article(language: str, stated: str) -> None:
    body = f"<p>{TEXTS[language]} {TEXTS[language]}</p>" * 2
    page = f"<html{stated}><body>{MENU}<h1>{TITLES[language]}</h1>{body}{FOOTER}</body></html>"
    found = extract(page).language or ""
    assert found.removesuffix("-Hans") == language
