"""Type checkers see what is a page, with stubs of lxml and without."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """\
from datetime import date as day, datetime, timezone
from pathlib import Path

import newsclean
from lxml import etree, html
from newsclean.display import gallery

article: newsclean.Article = newsclean.extract(b"<p>", b"https://example.org", b"text/html")
newsclean.extract("<p>", url=None, reference_date="2024-09-12")
newsclean.extract(bytearray(), reference_date=day(2024, 9, 12))
newsclean.explain(memoryview(b""), reference_date=datetime(2024, 9, 12))
tree = etree.fromstring("<p/>")
newsclean.extract(tree)
newsclean.extract(tree.getroottree())
newsclean.extract(html.document_fromstring("<p>"))
page: newsclean.PageInput = b""
date: datetime | None = article.date_in(timezone.utc)
saved: dict[str, object] = article.to_dict()
same: newsclean.Article = newsclean.Article.from_dict(saved, strict=False)
licence: str | None = same.rights.license
report: newsclean.Report = newsclean.explain(tree)
blocks: tuple[tuple[int, ...], ...] = report.paragraph_blocks
labels: set[newsclean.Label] = {span.label for span in report.spans}
origins: list[str] = [found.chosen.origin for found in report.evidence.values() if found.chosen]
page_html: str = gallery([article, report]).to_html() + report.to_html()
newsclean.extract(5)
newsclean.extract(None)
newsclean.extract(Path("page.html"))
newsclean.extract([b"<p>"])
newsclean.extract(b"<p>", url=5)
newsclean.extract(b"<p>", reference_date=5)
"""
WRONG = [SCRIPT.splitlines().index("newsclean.extract(5)") + 1 + index for index in range(6)]


def _has_stubs() -> bool:
    return any(each.name == "lxml-stubs" for each in metadata.distributions())


@pytest.mark.slow
@pytest.mark.parametrize("stubs", [True, False])
def test_a_wrong_argument_is_an_error(stubs: bool, tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    if stubs and not _has_stubs():
        pytest.skip("lxml-stubs is not installed")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    options = ["--strict", "--config-file=", f"--cache-dir={tmp_path / 'cache'}"]
    # Without site-packages mypy finds no module of lxml, as where there are no stubs of it.
    options += [] if stubs else ["--no-site-packages"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(script)],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in done.stdout.splitlines() if line.startswith("script.py:")]
    about_arguments = [int(line.split(":")[1]) for line in errors if "[arg-type]" in line]
    assert about_arguments == WRONG, done.stdout + done.stderr
    # Without stubs the imports of lxml are errors too.
    assert not stubs or len(errors) == len(WRONG), done.stdout
