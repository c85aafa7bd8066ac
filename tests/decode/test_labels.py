"""Labels of encodings are read as in the WHATWG Encoding Standard."""

from __future__ import annotations

import pytest

from newsclean.decode.labels import Declaration, codec_of, read_declaration

LABELS = {
    "utf-8": "utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "gb18030": "gb2312 gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk "
    "gb18030 cp936",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis ms932 windows-31j",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp_2": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr windows-949 "
    "iso-ir-149 uhc",
    "cp1252": "ascii us-ascii iso-8859-1 latin1 l1 cp819 windows-1252 x-cp1252 ansi_x3.4-1968 "
    "iso_8859-1:1987",
    "cp1254": "iso-8859-9 latin5 windows-1254",
    "cp874": "tis-620 iso-8859-11 windows-874 dos-874",
    "iso8859-8": "iso-8859-8 iso-8859-8-i logical visual",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "utf-16-le": "utf-16 utf-16le ucs-2 unicode",
    "koi8_u": "koi8-u koi8-ru",
    "cp866": "ibm866 866",
}


@pytest.mark.parametrize(
    ("label", "codec"),
    [(label, codec) for codec, labels in LABELS.items() for label in labels.split()],
)
def test_labels(label: str, codec: str) -> None:
    assert codec_of(label) == codec
    assert codec_of(f"\t{label.upper()} ") == codec


@pytest.mark.parametrize(
    "label",
    [
        "",
        "klingon",
        "x-user-defined",
        "replacement",
        "utf-7",
        "base64",
        "unicode_escape",
        "idna",
        "mbcs",
        "../utf-8",
    ],
)
def test_labels_that_name_no_encoding_of_text(label: str) -> None:
    assert codec_of(label) is None


def test_a_label_that_could_be_read_does_not_stand_in_utf_16() -> None:
    found = read_declaration(b"<meta charset=utf-16>", None)
    assert found == Declaration("utf-16", "utf-8", "meta")
    found = read_declaration(b"<meta charset=utf-8>", "text/html; charset=utf-16le")
    assert found == Declaration("utf-16le", "utf-16-le", "http")


def test_labels_in_comments_and_far_down_do_not_count() -> None:
    label = b"<meta charset=gbk>"
    assert read_declaration(b"<!-- " + label + b" -->", None) == Declaration()
    assert read_declaration(b" " * 8192 + label, None) == Declaration()
    assert read_declaration(b" " * 8100 + label, None) == Declaration("gbk", "gb18030", "meta")
