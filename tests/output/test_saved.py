"""Articles that earlier versions saved are read, or refused with ArticleFormatError.

`saved/` holds what versions wrote: `article.json` what `to_dict` gave, `article.pickle` a pickle of
the same article. `structured.json` and `structured.pickle` are of an article whose paragraphs have
marks, lists and tables, `described` of one with rights and a page type, and `embedded` of one with
a post and a video. `earlier-names` are from before two fields got their present names, and
`by-position.pickle` is from before fields were pickled by name.
These files are never written anew; a version that saves something else gets files of its own.
"""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from newsclean import (
    Article,
    ArticleFormatError,
    Cell,
    Credit,
    Image,
    Kind,
    Mark,
    MarkKind,
    Paragraph,
    Rights,
    Table,
)
from newsclean.model import pickling
from tests.cases import FIXTURES, Case

SAVED = Path(__file__).parent / "saved"
# The kinds of paragraphs in the files of earlier versions; a row is read as a table without cells.
EARLIER = ("paragraph", "heading", "list_item", "quote", "table_row", "caption", "code")
WITH_STRUCTURE = (
    "paragraph heading list_item quote table code caption term definition verse footnote".split()
)
ARTICLE = Article(
    title="河湾镇建成首座屋顶光伏学校",
    kicker="一年发电可供三百户人家使用",
    subtitle="多余的电卖给邻居",
    date=datetime(2024, 5, 10, 6, 58, tzinfo=timezone(timedelta(hours=8))),
    date_text="2024年05月10日06:58",
    updated=datetime(2024, 5, 11, tzinfo=UTC),
    source="河湾日报",
    authors=("苏明", "Jane Roe"),
    credits=(
        Credit("责编", ("林青", "周远"), "责编 林青 周远", "editor"),
        Credit("统筹", ("贺兰",)),
    ),
    paragraphs=tuple(
        Paragraph(Kind(kind), f"{kind} 5月9日", 2 * index) for index, kind in enumerate(EARLIER)
    ),
    url="https://news.example.org/a.html",
    site_name="河湾网",
    language="zh-Hans",
    section=("新闻", "县区"),
    tags=("光伏",),
    images=(Image("https://news.example.org/a.jpg", "屋顶", 3, "苏明 摄"), Image("b.png")),
    registrations=(("icp", "豫ICP备20990713号-1"),),
    paywalled=True,
    copies=2,
    quality=0.97,
    is_article=True,
    encoding="gb18030",
    truncations=("Of 32 bytes the first 12 were read.",),
)
STRUCTURED = dataclasses.replace(
    ARTICLE,
    paragraphs=(
        Paragraph(
            Kind.QUOTE,
            "见通知，共10^6千瓦时",
            marks=(
                Mark(0, 3, MarkKind.LINK, "https://news.example.org/b.html"),
                Mark(1, 3, MarkKind.STRONG),
                Mark(6, 8, MarkKind.SUP),
                Mark(11, 11, MarkKind.NOTE, "fn1"),
            ),
            quote=2,
        ),
        *(Paragraph(Kind(kind), f"{kind} 5月9日", i) for i, kind in enumerate(WITH_STRUCTURE)),
        Paragraph(Kind.LIST_ITEM, "投资", 1, list_id=0, number=3),
        Paragraph(Kind.CODE, "x = 1\n  y", language="python"),
        Paragraph(
            Kind.TABLE,
            "月份 | 发电量\n四月 | 2.1万",
            table=Table(
                (
                    (Cell("月份", header=True), Cell("发电量", header=True, colspan=2)),
                    (Cell("四月", rowspan=2), Cell("2.1万", marks=(Mark(0, 1, MarkKind.EM),))),
                ),
                "屋顶",
            ),
        ),
    ),
    images=(
        Image("https://news.example.org/a.jpg", "屋顶", 3, "苏明 摄", lead=True),
        Image("https://news.example.org/b.png", paragraph=2),
    ),
)

DESCRIBED = dataclasses.replace(
    STRUCTURED,
    rights=Rights(
        license="https://creativecommons.org/licenses/by/4.0/",
        holder="河湾日报社",
        robots=("noai", "googlebot: noarchive"),
        tdm_reserved=True,
        tdm_policy="https://news.example.org/tdm.json",
    ),
    article_probability=0.93,
    page_type="news",
)

EMBEDDED = dataclasses.replace(
    DESCRIBED,
    paragraphs=(
        *DESCRIBED.paragraphs,
        Paragraph(Kind.EMBED, "又见 5月9日", quote=1, address="https://posts.example/1"),
        Paragraph(Kind.EMBED, "", address="https://video.example/embed/1"),
    ),
)


def _holds(found: Any, saved: Any) -> bool:
    """Whether an article has all saved values; new keys are ignored."""
    if isinstance(saved, dict):
        return all(key in found and _holds(found[key], value) for key, value in saved.items())
    if isinstance(saved, list):
        return len(found) == len(saved) and all(map(_holds, found, saved))
    return bool(found == saved)


def test_a_saved_dict_is_read() -> None:
    saved = json.loads((SAVED / "article.json").read_text("utf-8"))
    article = Article.from_dict(saved)
    assert article == ARTICLE
    written = json.loads(json.dumps(article.to_dict()))
    assert _holds(written, json.loads(json.dumps(saved).replace('"table_row"', '"table"')))


def test_a_saved_pickle_is_read() -> None:
    assert pickle.loads((SAVED / "article.pickle").read_bytes()) == ARTICLE


@pytest.mark.parametrize(
    ("name", "expected"),
    [("structured", STRUCTURED), ("described", DESCRIBED), ("embedded", EMBEDDED)],
)
def test_a_saved_structure_is_read(name: str, expected: Article) -> None:
    saved = json.loads((SAVED / f"{name}.json").read_text("utf-8"))
    article = Article.from_dict(saved)
    assert article == expected
    assert _holds(json.loads(json.dumps(article.to_dict())), saved)
    assert pickle.loads((SAVED / f"{name}.pickle").read_bytes()) == expected


def test_a_pickle_of_fields_by_position_is_refused() -> None:
    with pytest.raises(ArticleFormatError, match="of a version of newsclean with other fields"):
        pickle.loads((SAVED / "by-position.pickle").read_bytes())


def test_a_dict_with_earlier_names_is_refused() -> None:
    saved = json.loads((SAVED / "earlier-names.json").read_text("utf-8"))
    with pytest.raises(ArticleFormatError, match="notices"):
        Article.from_dict(saved)


def test_a_pickle_with_earlier_names_is_refused() -> None:
    with pytest.raises(ArticleFormatError, match="of a version of newsclean with other fields"):
        pickle.loads((SAVED / "earlier-names.pickle").read_bytes())


def test_a_pickle_with_fewer_fields_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Article,
        "__getstate__",
        lambda article: {"title": article.title, "authors": article.authors},
    )
    article = pickle.loads(pickle.dumps(ARTICLE))
    assert article == Article(title=ARTICLE.title, authors=ARTICLE.authors)


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (ARTICLE, {**pickling.get_state(ARTICLE), "mood": "calm"}),
        (ARTICLE, [None] * 23),
        (ARTICLE.credits[0], {"role": "editor"}),
    ],
)
def test_a_pickle_with_other_fields_is_refused(
    value: Article | Credit, state: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(value), "__getstate__", lambda _: state)
    data = pickle.dumps(value)
    with pytest.raises(ArticleFormatError, match=type(value).__name__):
        pickle.loads(data)


def test_a_dict_has_only_values_of_json() -> None:
    """Writers such as those of YAML and MessagePack refuse an enumeration, although it is text."""
    report = Case(FIXTURES / "data-table").report()
    found = [*_values(report.article.to_dict()), *_values(report.to_dict())]
    assert {type(value) for value in found} <= {str, int, float, bool, type(None)}


def _values(value: Any) -> Iterator[Any]:
    if type(value) in (dict, list):
        for part in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from _values(part)
    else:
        yield value
