"""Articles that earlier versions saved are read, or refused with ArticleFormatError.

`saved/` holds what earlier versions wrote: `article.json` what `to_dict` gave, `article.pickle` a
pickle of the same article. `earlier-names` are from before two fields got their present names, and
`by-position.pickle` is from before fields were pickled by name.
These files are never written anew; a version that saves something else gets files of its own.
"""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from newsclean import Article, ArticleFormatError, Credit, Image, Kind, Paragraph
from newsclean.model import pickling

SAVED = Path(__file__).parent / "saved"
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
        Paragraph(kind, f"{kind} 5月9日", 2 * index) for index, kind in enumerate(Kind)
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


def _holds(found: Any, saved: Any) -> bool:
    """Return whether an article has all saved values; new keys are ignored."""
    if isinstance(saved, dict):
        return all(key in found and _holds(found[key], value) for key, value in saved.items())
    if isinstance(saved, list):
        return len(found) == len(saved) and all(map(_holds, found, saved))
    return bool(found == saved)


def test_a_saved_dict_is_read() -> None:
    saved = json.loads((SAVED / "article.json").read_text("utf-8"))
    article = Article.from_dict(saved)
    assert article == ARTICLE
    assert _holds(json.loads(json.dumps(article.to_dict())), saved)


def test_a_saved_pickle_is_read() -> None:
    assert pickle.loads((SAVED / "article.pickle").read_bytes()) == ARTICLE


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
