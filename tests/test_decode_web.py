"""Labels and bytes mean what the WHATWG Encoding Standard says, where Python's codecs differ."""

from __future__ import annotations

import time

import pytest

from newsclean.decode.labels import codec_of, read

LABELS = {
    "utf-8": "utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "gb18030": "gb2312 gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk gb18030 cp936",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis ms932 windows-31j",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp_2": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr windows-949 iso-ir-149 uhc",
    "cp1252": "ascii us-ascii iso-8859-1 latin1 l1 cp819 windows-1252 x-cp1252 ansi_x3.4-1968 iso_8859-1:1987",
    "cp1254": "iso-8859-9 latin5 windows-1254",
    "cp874": "tis-620 iso-8859-11 windows-874 dos-874",
    "iso8859-8": "iso-8859-8 iso-8859-8-i logical visual",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "utf-16-le": "utf-16 utf-16le ucs-2 unicode",
    "koi8_u": "koi8-u koi8-ru",
    "cp866": "ibm866 866",
}


@pytest.mark.parametrize(("label", "codec"), [(label, codec) for codec, labels in LABELS.items() for label in labels.split()])
def test_labels(label: str, codec: str) -> None:
    assert codec_of(label) == codec
    assert codec_of(f"\t{label.upper()} ") == codec


@pytest.mark.parametrize(
    "label", ["", "klingon", "x-user-defined", "replacement", "utf-7", "base64", "unicode_escape", "idna", "mbcs", "../utf-8"]
)
def test_what_names_no_encoding_of_text(label: str) -> None:
    assert codec_of(label) is None


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
        (b"\x87\xdd \x8e\x69 \xa1\x45 \xa1\x4e \xa1\xe3 \xa2\x46 \xa3\xe1", "big5hkscs", "拁 箸 ‧ ﹑ ～ ￠ €"),
        (b"\x88\x62 \x88\x64", "big5hkscs", "\u00ca\u0304 \u00ca\u030c"),
        (b"\x81\x41 \xb0\xa1 \xc6\x52", "cp949", "갂 가 힣"),
        (b"a\x1b$B-!F|\x1b(Bb\x1b(J\\~\x1b(I1\x1b(Bc", "iso2022_jp_2", "a①日b¥‾ｱc"),
        (b"\x1b$BF|\n\xff\x1b(Bd\xff", "iso2022_jp_2", "日\n\ufffdd\ufffd"),
    ],
)
def test_bytes_that_python_reads_otherwise(data: bytes, codec: str, text: str) -> None:
    assert read(data, codec) == text


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp1252", "iso2022_jp_2", "utf-8", "utf-16-le"])
def test_time_is_linear_in_bad_bytes(codec: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        read(b"\x1b$B\xff<\x80\xd8" * size, codec)
        return time.process_time() - start

    seconds(1000)
    assert seconds(160_000) < 40 * max(seconds(10_000), 0.001)


def test_iso_2022_jp_is_read_the_same_in_one_go_and_in_parts() -> None:
    pairs = b"".join(bytes((row, cell)) for row in range(0x21, 0x7F) for cell in range(0x21, 0x7F))
    for escape in (b"\x1b$B", b"\x1b$@"):
        for start in range(0, len(pairs), 188):
            row = pairs[start : start + 188]
            # A line break in a part, and an escape that begins nothing, are read in parts.
            one, parts = (read(b"a" + escape + row + end, "iso2022_jp_2") for end in (b"\x1b(Bz", b"\n\x1b(Bz"))
            assert one == parts.replace("\n", "")
    assert read(b"\x1b(J\x5c\x7e\x1b(B\x5c", "iso2022_jp_2") == "¥‾\\"


def test_ascii_in_a_row_is_no_different() -> None:
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
