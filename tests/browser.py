"""Chromium without a window, to see what a page does and how it looks.

Tests that need it are skipped where it is not installed.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "chromium-headless-shell", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")

QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
    " --disable-background-networking --disable-component-update --hide-scrollbars"
)
# In headless mode, what a page prefers is a setting of the engine.
DARK = "--blink-settings=preferredColorScheme=0"
POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")


def in_browser(page: str, folder: Path, dark: bool = False) -> str:
    """The document as Chromium has it after its scripts have run."""
    assert CHROMIUM is not None
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    command = [
        CHROMIUM,
        *QUIET.split(),
        *([DARK] if dark else []),
        "--window-size=1300,1000",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        path.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def measure(page: str, script: str, folder: Path, width: int = 1200, dark: bool = False) -> Any:
    """The value of `script`, the body of a function, on the loaded page.

    The page is in a frame, since a window of Chromium is no narrower than 500 pixels. The page's
    own policy, which forbids every script, is left out.
    """
    code = f"""<script>addEventListener("load", () => {{
      const found = (() => {{ {script} }})();
      parent.document.querySelector("#result").textContent = JSON.stringify(found);
    }})</script>"""
    inner = html.escape(POLICY.sub("", page) + code)
    height = 844 if width < 600 else 800
    host = (
        '<!doctype html><meta name="color-scheme" content="light dark"><pre id="result"></pre>'
        f'<iframe style="width:{width}px;height:{height}px;border:0" srcdoc="{inner}"></iframe>'
    )
    dom = in_browser(host, folder, dark)
    [found] = re.findall(r'<pre id="result">(.*?)</pre>', dom, re.DOTALL)
    return json.loads(html.unescape(found))
