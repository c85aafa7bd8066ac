"""Pages are decoded with the encoding that they have, whatever their label is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsclean.decode import decode
from newsclean.decode.mojibake import LOST
from newsclean.decode.windows import WINDOW_SIZE

TEXTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("texts.toml").read_text("utf-8"))
CHINESE = TEXTS["zh-Hans"] * 6
TAIWAN = TEXTS["zh-Hant"] * 6
JAPANESE = TEXTS["ja"] * 6
KOREAN = TEXTS["ko"] * 6
RUSSIAN = TEXTS["ru"] * 3
UKRAINIAN = TEXTS["uk"] * 3
GREEK = TEXTS["el"] * 3
POLISH = TEXTS["pl"] * 3
CZECH = TEXTS["cs"] * 3
TURKISH = TEXTS["tr"] * 3
LITHUANIAN = TEXTS["lt"] * 3
HEBREW = TEXTS["he"] * 3
ARABIC = TEXTS["ar"] * 3
THAI = TEXTS["th"] * 3
FRENCH = TEXTS["fr"]
GERMAN = TEXTS["de"]
ENGLISH = TEXTS["en"]
UNLABELLED = [
    *(
        (CHINESE, codec)
        for codec in ("utf-8", "gbk", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ),
    *((TAIWAN, codec) for codec in ("big5", "big5hkscs", "gb18030")),
    *((JAPANESE, codec) for codec in ("shift_jis", "euc_jp", "iso2022_jp", "gb18030", "utf-16-le")),
    *((KOREAN, codec) for codec in ("euc_kr", "cp949", "iso2022_kr")),
    *((RUSSIAN, codec) for codec in ("cp1251", "koi8_r", "cp866", "iso8859_5")),
    *((UKRAINIAN, codec) for codec in ("cp1251", "koi8_u")),
    *((POLISH, codec) for codec in ("cp1250", "iso8859_2")),
    *((CZECH, codec) for codec in ("cp1250", "iso8859_2")),
    *((ENGLISH, codec) for codec in ("cp1252", "gb18030", "big5")),
    *((ENGLISH.replace("—", "…"), codec) for codec in ("cp932", "euc_jp", "cp949")),
    *((GERMAN, codec) for codec in ("cp1252", "gb18030")),
    (FRENCH, "cp1252"),
    (GREEK, "cp1253"),
    (TURKISH, "cp1254"),
    (LITHUANIAN, "cp1257"),
    (HEBREW, "cp1255"),
    (ARABIC, "cp1256"),
    (THAI, "cp874"),
]
NAMES = [f"{codec}-{index}" for index, (_, codec) in enumerate(UNLABELLED)]


@pytest.mark.parametrize("label", ["gb2312", "gbk", "GB18030", " gb2312 ", "chinese", "x-gbk"])
def test_gbk_under_any_of_its_labels(label: str) -> None:
    page = f'<meta charset="{label}">{CHINESE}'
    found = decode(page.encode("gb18030"))
    assert (found.text, found.encoding, found.how, found.notes) == (page, "gb18030", "meta", ())


@pytest.mark.parametrize(("text", "codec"), UNLABELLED, ids=NAMES)
def test_pages_without_a_label(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("lie", ["utf-8", "iso-8859-1", "big5", "shift_jis", "klingon"])
@pytest.mark.parametrize(
    ("text", "codec"), [case for case in UNLABELLED if not case[1].startswith("utf-")]
)
def test_lying_labels(text: str, codec: str, lie: str) -> None:
    if (lie, codec) in {("shift_jis", "cp932"), ("big5", "big5hkscs")}:
        pytest.skip("this label is right")
    page = f"<meta charset={lie}>{text * 3}"
    found = decode(page.encode(codec))
    assert (found.text, found.declared) == (page, lie)
    assert found.notes or (lie, found.encoding) in {
        ("iso-8859-1", "cp1252"),
        ("big5", "big5hkscs"),
        ("shift_jis", "cp932"),
    }


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        # A line drawn under a heading is neither a word of one letter nor an indent.
        ("<h1>Notes</h1><p>" + "═" * 60 + "<p>It’s free</p>", "gbk"),
        ("<p>Rated ★ by readers</p>", "big5"),
        # A letter far from the places that are sampled.
        (GERMAN * 9 + "<i>x</i>" * 400 + "<p>Wałęsa</p>" + "<i>x</i>" * 400 + GERMAN * 9, "cp1250"),
        # Words that were garbled before say nothing about the encoding.
        (GERMAN * 3 + "<p>fÃ¼r Ã¤rger</p>", "cp1252"),
        (ENGLISH + "<p>A mark:<b>\u200d</b></p>", "cp1256"),
        (ENGLISH + "<p>25°C, ABC® and 5 m³</p>", "cp1252"),
    ],
)
def test_a_few_characters_are_enough(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("text", "codec", "lie"),
    [
        # Both encodings have the same letters; the punctuation differs.
        (RUSSIAN.replace("говорят,", "“говорят”…"), "euc_jp", "gb2312"),
        (ENGLISH + "<p>The bell — and the loft — is “free”…</p>", "gbk", "euc-kr"),
        (ENGLISH.replace(" —", "…"), "cp949", "gb2312"),
    ],
)
def test_a_label_counts_only_for_what_is_read_differently(text: str, codec: str, lie: str) -> None:
    page = f"<meta charset={lie}>{text}"
    assert decode(page.encode(codec)).text == page


@pytest.mark.parametrize(
    ("text", "label"),
    [("wait…what", "euc-kr"), ("Δ", "windows-1253"), ("MÀT", "windows-1258"), ("5 ─ 6", "gbk")],
)
def test_a_right_label_decides_on_a_page_with_little_text(text: str, label: str) -> None:
    page = f"<meta charset={label}><p>{text}</p>"
    assert decode(page.encode(label)).text == page


@pytest.mark.parametrize("label", ["gb2312", "utf-16", "iso-8859-1", "x-user-defined"])
def test_utf_8_over_a_lying_label(label: str) -> None:
    page = f"<meta charset={label}>{CHINESE}"
    found = decode(page.encode("utf-8"))
    assert (found.text, found.encoding, found.declared, found.how) == (
        page,
        "utf-8",
        label,
        "utf-8",
    )
    assert bool(found.notes) == (label != "utf-16")


@pytest.mark.parametrize(
    ("head", "content_type", "how"),
    [
        ("", "text/html; charset=euc-kr", "http"),
        ("", 'text/html;charset="EUC-KR"', "http"),
        ("<meta charset=big5>", "text/html; charset=ks_c_5601-1987", "http"),
        ("<meta http-equiv=Content-Type content='text/html; charset=euc-kr'>", "text/html", "meta"),
        ("<!-- <meta charset=utf-8> --><meta charset=euc-kr>", None, "meta"),
        ('<?xml version="1.0" encoding="euc-kr"?>', None, "xml"),
        ("<meta charset=klingon><meta charset=euc-kr>", None, "meta"),
    ],
)
def test_where_labels_are_found(head: str, content_type: str | None, how: str) -> None:
    found = decode((head + KOREAN).encode("euc_kr"), content_type)
    assert (found.text, found.how, found.encoding) == (head + KOREAN, how, "cp949")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_counts_most(codec: str) -> None:
    found = decode(CHINESE.encode(codec), "text/html; charset=gbk")
    assert (found.text, found.how) == (CHINESE, "bom")


@pytest.mark.parametrize(
    ("mark", "rest"),
    [(b"\xef\xbb\xbf", CHINESE.encode("gbk")), (b"\xff\xfe", ENGLISH.encode("ascii", "ignore"))],
)
def test_a_wrong_byte_order_mark(mark: bytes, rest: bytes) -> None:
    assert decode(mark + rest).text == rest.decode("gbk")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["河湾镇第一小学的屋顶光伏项目并网发电", "A型B型C型D型", "3月A级5月B级"]
)
def test_a_header_can_say_utf_16_of_text_without_markup(text: str, codec: str) -> None:
    header = f"text/plain; charset={codec.replace('16-', '16')}"
    found = decode((text * 9).encode(codec), header)
    assert (found.text, found.encoding) == (text * 9, codec)


@pytest.mark.parametrize(
    ("text", "codec", "bad"),
    [
        (CHINESE, "utf-8", b"\xff"),
        (CHINESE, "gbk", b"\xff"),
        (TAIWAN, "big5", b"\xff"),
        (JAPANESE, "euc_jp", b"\xff"),
        (JAPANESE, "shift_jis", b"\xfd"),
        (JAPANESE, "iso2022_jp", b"\xff"),
        (KOREAN, "euc_kr", b"\xff"),
    ],
)
@pytest.mark.parametrize("labelled", [True, False])
def test_bad_bytes_damage_nothing_else(text: str, codec: str, bad: bytes, labelled: bool) -> None:
    data = bad.join(part.encode(codec) for part in (text, text, text, "<p>end"))
    found = decode(
        data,
        f"text/html; charset={codec.replace('_', '-').replace('o2', 'o-2')}" if labelled else None,
    )
    assert found.text == "\ufffd".join((text, text, text, "<p>end"))
    assert found.bad_bytes == 3


def test_a_replacement_character_of_the_page_is_no_bad_byte() -> None:
    assert decode("<p>un caf\ufffd".encode()).bad_bytes == 0


def test_gbk_that_is_also_valid_utf_8() -> None:
    page = "<meta charset=gbk><p>联通"
    assert decode(page.encode("gbk")).text == page
    assert decode("<meta charset=gbk><p>crédit à Noël".encode()).text.endswith("crédit à Noël")


@pytest.mark.parametrize(
    "codecs", [("utf-8", "gbk"), ("gbk", "utf-8"), ("big5", "utf-8"), ("utf-8", "cp1251")]
)
def test_halves_in_different_encodings_are_reported(codecs: tuple[str, str]) -> None:
    first, second = (
        ({"cp1251": RUSSIAN, "big5": TAIWAN}.get(codec, CHINESE) * 4).encode(codec)
        for codec in codecs
    )
    found = decode(first + second)
    assert any("a part of the page seems to be in" in note for note in found.notes)


@pytest.mark.parametrize("text", [FRENCH, GERMAN, CHINESE, RUSSIAN, KOREAN, JAPANESE])
@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_double_encoded_text_is_repaired(text: str, codec: str) -> None:
    text *= 3
    garbled = "".join(_read_as(codec, byte) for byte in text.encode())
    for page in (garbled.encode(), garbled):
        found = decode(page)
        assert (found.text, found.repairs) == (
            text,
            len(text) - len(text.encode("ascii", "ignore")),
        )
        assert found.notes[-1].startswith(f"{found.repairs} characters were encoded twice")
    assert (decode(text).text, decode(text).repairs, decode(text).notes) == (text, 0, ())


def _read_as(codec: str, byte: int) -> str:
    """A byte as browsers read it: windows-1252 has no character for five of them."""
    return bytes([byte]).decode(codec if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1")


@pytest.mark.parametrize(
    "text",
    [
        "<p>“Ã©” stands for é, “Ã¨” for è, “Ã¼” for ü, “Ã¶” for ö and “â€œ” for a quotation mark.",
        "<p>CAFÉ»  CAFÉ»  CAFÉ»  CAFÉ»  été déjà vu à la rivière, très près du café, août et Noël",
        "<p>In an address %C3%A9 is Ã©.",
    ],
)
def test_text_about_garbled_text_is_left_as_it_is(text: str) -> None:
    for page in (text, text.encode()):
        assert (decode(page).text, decode(page).repairs) == (text, 0)


def test_lost_characters_are_reported() -> None:
    assert LOST in decode(("<p>这里有些字" + "锟斤拷" * 3 + "丢了").encode()).notes
    assert LOST in decode(("<p>这里有些字" + "锟斤拷" * 3 + "丢了，" + CHINESE).encode("gbk")).notes
    assert decode(CHINESE.encode()).notes == ()


def test_an_unknown_label_is_reported() -> None:
    found = decode("<meta charset=x-user-defined><p>été à la rivière, déjà".encode("cp1252"))
    assert (found.text[-7:], found.declared) == ("e, déjà", "x-user-defined")
    assert found.notes == ("labelled x-user-defined, which names no encoding of text",)


def test_chardet_is_asked_last_and_given_little(monkeypatch: pytest.MonkeyPatch) -> None:
    import chardet

    asked: list[int] = []

    def detect(sample: bytes, *_: Any) -> dict[str, Any]:
        asked.append(len(sample))
        return {"encoding": "IBM855"}

    monkeypatch.setattr(chardet, "detect", detect)
    assert decode(CHINESE.encode("gbk")).encoding == "gb18030"
    assert asked == []
    assert decode((RUSSIAN * 9).encode("cp855")).text == RUSSIAN * 9
    assert asked
    assert max(asked) <= 3 * WINDOW_SIZE + 3


def test_the_answer_of_chardet_is_understood() -> None:
    assert decode((RUSSIAN * 9).encode("cp855")).text == RUSSIAN * 9


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xff\xfe",
        b"\0" * 999,
        bytes(range(256)) * 400,
        b"\x1b$B" * 999,
        b"\x81" * 99_999,
        b"\xc3",
    ],
)
def test_nothing_raises(data: bytes) -> None:
    found = decode(data, "text/html; charset=")
    assert found == decode(data, "text/html; charset=")
    found.text.encode("utf-8")
