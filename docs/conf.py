"""Settings of the documentation site: `sphinx-build -W docs docs/_build`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# What documents link to in the root, and the pages of the site in their place.
IN_ROOT = re.compile(r"\]\((?:\.\./)+(CHANGELOG|CONTRIBUTING|README)\.md")
IN_SITE = {
    "CHANGELOG": "/reference/changelog.md",
    "CONTRIBUTING": "/reference/contributing.md",
    "README": "/index.md",
}
sys.path.insert(0, str(ROOT))

import newsclean  # noqa: E402
from tools import reference  # noqa: E402

# The pages that are made from the code and the lexicon; git ignores them.
reference.write(ROOT / "docs" / "reference")

project = "newsclean"
author = "the newsclean contributors"
release = version = newsclean.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_show_copyright = False
html_title = f"newsclean {release}"
# In docstrings, `a name` in single backticks is code.
default_role = "code"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
napoleon_use_ivar = True
# Links to `page.md#heading`, with the anchors that repository pages give to headings.
myst_heading_anchors = 4
# Traceback examples are no Python.
suppress_warnings = ["misc.highlighting_failure"]


def link_to_site(_app: Any, _name: str, source: list[str]) -> None:
    """Lead links to the documents in the root to their pages."""
    source[0] = IN_ROOT.sub(lambda found: f"]({IN_SITE[found[1]]}", source[0])


def setup(app: Any) -> None:
    """Register what happens to each document before it is read."""
    app.connect("source-read", link_to_site)
