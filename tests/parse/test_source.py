"""Markup that would be slow to parse is simplified, with the same result."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import Limits, extract
from newsclean.parse import parse, parse_html
from newsclean.parse import source as module
from newsclean.parse.source import prepare_source, resolve_references
from newsclean.text.characters import replace_invalid, without_invalid_references
from tests.hostile.article import ARTICLE, page

ROOT = Path(__file__).resolve().parents[2]
REFERENCES = (
    "&#65;", "&#65", "&#x4e00; ", "&#x1F600;", "&amp;", "&amp", "&lt;b&gt;", "&quot;", "&#39;",
    "&#60;p&#62;", "&nosuch;", "&", "&;", "&#;", "&#x;", "&eacute;", "&NewLine;", "&#10;", "&#13;",
    "&#9;", "&#160;", "&#128;", "&amp;lt;", "&#38;lt;", "word", " ", "\n", ">", "字",
)  # fmt: skip
mixtures = st.lists(st.sampled_from(REFERENCES), min_size=1, max_size=30).map("".join)


@example("&#65;&#13;", "pre")
@example("&#65;&#65;&#65;&#13;", "pre")
@given(mixtures, st.sampled_from(["p", "div", "pre", "td", "title", "textarea", "script", "style"]))
def test_resolved_references_say_the_same(mixture: str, tag: str) -> None:
    stretch = mixture * (10_000 // len(mixture) + 1)
    source = (
        f"<h1>Ferry</h1><{tag} title='{mixture.replace(chr(39), '')}'>{stretch}</{tag}><p>Sails"
    )
    resolved = resolve_references(source)
    before, after = parse_html(source), parse_html(resolved)
    assert [block.text for block in after.blocks] == [block.text for block in before.blocks]
    assert after.metadata == before.metadata


def test_resolving_leaves_few_references() -> None:
    source = "<p>" + "&#x4e00;&#65; word &eacute;" * 1000
    assert resolve_references(source) == "<p>" + "一A word é" * 1000


def test_scripts_and_comments_are_left_alone() -> None:
    text = "&#34;&#65;" * 2000
    for source in (
        f"<script>{text}</script>",
        f"<STYLE type=x>{text}</style>",
        f"<!-- a > {text} -->",
    ):
        assert resolve_references(source) == source


@pytest.mark.parametrize(
    "number", [0, 1, 8, 11, 12, 31, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x110000, 9_999_999, 10**30]
)
def test_a_reference_to_no_character_is_a_space(number: int) -> None:
    for reference in (f"&#{number};", f"&#00{number}", f"&#x{number:x};", f"&#X00{number:X}"):
        assert without_invalid_references(f"a{reference} z") == "a  z"
        assert without_invalid_references(f"a{reference}{reference}z") == "a z"


@pytest.mark.parametrize(
    "number", [9, 10, 13, 32, 65, 0x7F, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF]
)
def test_a_reference_to_a_character_stays(number: int) -> None:
    for reference in (f"&#{number};", f"&#00{number}", f"&#x{number:x};", f"&#X00{number:X}"):
        assert without_invalid_references(f"a{reference} z") == f"a{reference} z"


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_every_line_end_counts_as_a_line(end: str) -> None:
    source = f"<pre>one{end}two</pre>" + page(
        after=f"<pre>{end.join('abcdefgh' * 90)}</pre>"
    ).replace("\n", end)
    assert parse(source).blocks[0].text == "one\ntwo"
    assert parse(source, limits=Limits(nodes=600)).truncations


@pytest.mark.parametrize("separator", ["\r", "\x85", "\u2028", "\u2029"])
def test_lines_of_plain_text_count_however_they_end(separator: str) -> None:
    found = parse(
        separator.join(f"line {number}" for number in range(900)), limits=Limits(nodes=600)
    )
    assert 0 < len(found.blocks) <= 601
    assert "tags and lines" in found.truncations[0]


def _with_attributes(count: int, tail: str = "") -> str:
    attributes = "".join(f" a{number}='x > y'" for number in range(count))
    return f"<p id=first{attributes}>The ferry sails.{tail}</p>"


def test_of_very_many_attributes_the_first_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    many = _with_attributes(module.MOST_ATTRIBUTES + 500)
    assert prepare_source(many) == many
    monkeypatch.setattr(module, "LONG_SOURCE", 1000)
    cut = prepare_source(many)
    assert cut.count("=") == module.MOST_ATTRIBUTES
    assert [(b.text, b.tag) for b in parse_html(cut).blocks] == [("The ferry sails.", "p")]
    few = _with_attributes(module.MOST_ATTRIBUTES - 10)
    assert prepare_source(few) == few


def test_words_in_a_script_are_no_attributes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONG_SOURCE", 1000)
    script = "<script>if (i <n) { x = '" + "word " * 9000 + "'; }</script><p>The ferry sails.</p>"
    assert [block.text for block in parse_html(prepare_source(script)).blocks] == [
        "The ferry sails."
    ]


@pytest.mark.parametrize(
    "text", ["a\x00b\ufffec", "a\ud800b\x0cc", "plain", "\x0c" * 5, "é\x01\U0001f600"]
)
def test_a_long_text_is_cleaned_as_a_short_one_is(text: str) -> None:
    cleaned, count = replace_invalid(text)
    times = 2_500_000 // len(text)
    assert replace_invalid(text * times) == (cleaned * times, count * times)


COSTLY = {
    "references": "15 MB of &#0 in a paragraph",
    "line ends": "15 MB of lines in <pre> by &NewLine;",
    "attributes": "15 MB of attributes different",
    "plain lines": "plain text, 15 MB of lines by U+2028",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COSTLY.values(), ids=COSTLY)
def test_a_costly_page_ends(name: str) -> None:
    """Without that, such pages take more time than this, or more than a gigabyte."""
    script = f"""
import json, sys
import newsclean
from tests.hostile.costly import BARE, PAGES
from tests.hostile.article import kept
from tests.hostile.trial import faults
name = {name!r}
report = newsclean.explain({{**PAGES, **BARE}}[name]())
print(json.dumps([list(faults(report)), kept(report.article.body) if name in PAGES else 14]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert json.loads(done.stdout) == [[], 14]


def test_the_article_among_many_references_is_kept() -> None:
    article = ARTICLE.replace("“", "&#8220;").replace("”", "&rdquo;")
    source = page(before=f"<p>{'&#x4e00; ' * 120_000}</p>", body=article)
    assert extract(source).body.count("“") == extract(page()).body.count("“") > 0
