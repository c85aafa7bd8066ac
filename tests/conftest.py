"""Fixtures and settings that several tests share."""

from __future__ import annotations

import os
from datetime import datetime

import pytest
from hypothesis import settings

from newsclean.model import (
    Article,
    Block,
    Candidate,
    Credit,
    Decoded,
    Evidence,
    Kind,
    Label,
    Metadata,
    Page,
    Paragraph,
    Report,
    Span,
)

# Each property is tried with a few values, which are the same in every run, so that a test fails
# for a change only; HYPOTHESIS_PROFILE=thorough tries many others.
settings.register_profile("quick", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

LINES = (
    ("首页 | 新闻 | 专题", "div", Label.NAVIGATION, "rule.menu"),
    ("一年发电可供三百户人家使用", "p", Label.KICKER, "above the headline"),
    ("河湾镇建成首座屋顶光伏学校", "h1", Label.TITLE, "headline"),
    ("2024年05月10日06:58 来源：河湾日报", "div", Label.META, "date and source"),
    ("5月9日，河湾镇第一小学的屋顶光伏项目并网发电。", "p", Label.BODY, "score"),
    ("责编 林青 审核 周远 贺兰", "p", Label.CREDIT, "credits"),
    ("版权所有 河湾网 未经许可不得转载", "div", Label.NOTICE, "notices.copyright"),
)


@pytest.fixture
def article() -> Article:
    """A composed article with a value in every field that is displayed."""
    return Article(
        title=LINES[2][0],
        kicker=LINES[1][0],
        date=datetime(2024, 5, 10, 6, 58),
        date_text="2024年05月10日06:58",
        source="河湾日报",
        authors=("苏明",),
        credits=(
            Credit("责编", ("林青",), key="editor"),
            Credit("审核", ("周远", "贺兰"), key="reviewer"),
        ),
        paragraphs=(Paragraph(Kind.PARAGRAPH, LINES[4][0]),),
        url="https://news.example.org/a.html",
        quality=0.97,
        is_article=True,
        encoding="gb18030",
    )


@pytest.fixture
def report(article: Article) -> Report:
    """The report of that article, with a span for each line."""
    blocks = tuple(Block(text, tag, 0) for text, tag, _, _ in LINES)
    spans = tuple(
        Span(i, 0, len(text), label, rule, 0.93 if rule == "score" else None)
        for i, (text, _, label, rule) in enumerate(LINES)
    )
    return Report(
        article=article,
        decoded=Decoded("", "gb18030", "gb2312", "meta"),
        page=Page(blocks, (), Metadata()),
        spans=spans,
        evidence={
            "date": Evidence(
                Candidate("2024-05-10T06:58:00", "dateline", LINES[3][0]),
                (Candidate("2023-01-01", "footer"),),
            )
        },
    )
