"""Bytes are decoded as in the WHATWG Encoding Standard where Python's codecs differ."""

from __future__ import annotations

import pytest

from newsclean.decode.east_asian import EAST_ASIAN, MOST_CORRECTED
from newsclean.decode.web import read
from tests.work import lines_run


@pytest.mark.parametrize(
    ("data", "codec", "text"),
    [
        (b"\x80 \xa3\xa0 \xa8\xbc \x81\x30\x81\x30", "gb18030", "€ \u3000 ḿ \x80"),
        (b"\xb9A \xff\xb9\xfa", "gb18030", "笰 \ufffd国"),
        (b"\xb9< \xb9\xff!", "gb18030", "\ufffd< \ufffd!"),
        (b"\x81\x8d\x8f\x90\x9d \x80", "cp1252", "\x81\x8d\x8f\x90\x9d €"),
        (b"\xca \xd9", "cp1255", "\u05ba \ufffd"),
        (b"\xae\xbe", "koi8_u", "ўЎ"),
        (b"\xdb \xa1", "cp874", "\ufffd ก"),
        (b"\x87\x40 \xfa\x40 \x81\x60 \xa0 \x80", "cp932", "① ⅰ ～ \ufffd \x80"),
        (b"\xad\xa1 \xfc\xf1 \xa1\xc1 \xa1\xdd \x8f\xa2\xb7 \x8e\xb1", "euc_jp", "① ⅰ ～ － ～ ｱ"),
        (b"\xa2\xaf \xf5\xa1", "euc_jp", "\ufffd \ufffd"),
        (
            b"\x87\xdd \x8e\x69 \xa1\x45 \xa1\x4e \xa1\xe3 \xa2\x46 \xa3\xe1",
            "big5hkscs",
            "拁 箸 ‧ ﹑ ～ ￠ €",
        ),
        (b"\x88\x62 \x88\x64", "big5hkscs", "\u00ca\u0304 \u00ca\u030c"),
        (b"\x81\x41 \xb0\xa1 \xc6\x52", "cp949", "갂 가 힣"),
        (b"a\x1b$B-!F|\x1b(Bb\x1b(J\\~\x1b(I1\x1b(Bc", "iso2022_jp_2", "a①日b¥‾ｱc"),
        (b"\x1b$BF|\n\xff\x1b(Bd\xff", "iso2022_jp_2", "日\n\ufffdd\ufffd"),
    ],
)
def test_bytes_that_python_reads_differently(data: bytes, codec: str, text: str) -> None:
    assert read(data, codec) == text


BAD = b"\x1b$B\xff<\x80\xd8"
MODULES = ("web", "ascii_runs", "east_asian", "iso2022")


@pytest.mark.parametrize(
    "codec", [*sorted(EAST_ASIAN), "cp1252", "iso2022_jp_2", "utf-8", "utf-16-le"]
)
def test_work_is_linear_in_bad_bytes(codec: str) -> None:
    small, large = (
        lines_run(lambda size=size: read(BAD * size, codec), *MODULES)  # type: ignore[misc]
        for size in (200, 3200)
    )
    assert 0 < small <= large < 17 * small


@pytest.mark.parametrize("codec", sorted(EAST_ASIAN))
def test_bytes_that_are_mostly_bad_are_not_corrected_one_by_one(codec: str) -> None:
    assert lines_run(lambda: read(BAD * MOST_CORRECTED, codec), "east_asian") < 100


def test_iso_2022_jp_is_read_alike_at_once_and_in_parts() -> None:
    pairs = b"".join(bytes((row, cell)) for row in range(0x21, 0x7F) for cell in range(0x21, 0x7F))
    for escape in (b"\x1b$B", b"\x1b$@"):
        for start in range(0, len(pairs), 188):
            row = pairs[start : start + 188]
            # A line break among the pairs makes the text be read in parts.
            one, parts = (
                read(b"a" + escape + row + end, "iso2022_jp_2")
                for end in (b"\x1b(Bz", b"\n\x1b(Bz")
            )
            assert one == parts.replace("\n", "")
    assert read(b"\x1b(J\x5c\x7e\x1b(B\x5c", "iso2022_jp_2") == "¥‾\\"


def test_runs_of_ascii_change_nothing() -> None:
    for codec, text in (
        ("gb18030", "新闻丂"),
        ("big5hkscs", "新聞功"),
        ("cp932", "ニュース表"),
        ("cp1252", "caf\xe9"),
        ("euc_jp", "ニュース"),
    ):
        page = "".join(f"{'x' * size}{text}<p>" for size in range(300, 2600, 77))
        for shift in range(3):
            assert read(("." * shift + page).encode(codec), codec) == "." * shift + page
