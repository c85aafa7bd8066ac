"""Bytes are read as what they are, whatever they are labelled."""

from __future__ import annotations

import pytest

from newsclean.decode import decode

CHINESE = "<p>河湾镇第一小学的屋顶光伏项目并网发电，全年可供三百户人家使用。镇上的居民说，这是一件好事。</p>" * 6
JAPANESE = "<p>港の市場で朝市が開かれ、多くの人が訪れました。漁協によると、来場者は昨年より増えたということです。</p>" * 6
KOREAN = "<p>강변 마을의 다리가 월요일에 다시 열렸다. 주민들은 반갑다고 말했다.</p>" * 6


@pytest.mark.parametrize("label", ["gb2312", "gbk", "GB18030"])
def test_gbk_under_any_of_its_labels(label: str) -> None:
    page = f"<meta charset={label}>{CHINESE}"
    assert decode(page.encode("gb18030")).text == page


@pytest.mark.parametrize(
    ("text", "codec"), [(CHINESE, "utf-8"), (CHINESE, "gb18030"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (KOREAN, "euc_kr")]
)
def test_pages_without_a_label(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_utf_8_over_a_lying_label() -> None:
    page = f"<meta charset=gb2312>{CHINESE}"
    found = decode(page.encode("utf-8"))
    assert (found.text, found.encoding, found.declared) == (page, "utf-8", "gb2312")


def test_the_header_s_charset_counts() -> None:
    assert decode(KOREAN.encode("euc_kr"), "text/html; charset=euc-kr").how == "http"


def test_a_byte_order_mark_counts_most() -> None:
    assert decode(CHINESE.encode("utf-16")).text == CHINESE


def test_bad_bytes_are_counted_and_lose_nothing_else() -> None:
    found = decode(b"<meta charset=utf-8><p>" + "好".encode() * 200 + b"\xff" + "完".encode() * 20)
    assert found.bad_bytes >= 1
    assert found.text.count("好") == 200
    assert found.text.count("完") == 20
