"""Compressed pages are unpacked within the limits; what is no page is named."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.decode import containers, decode
from newsclean.model import Budget, Limits

PAGE = (
    "<!doctype html><h1>Ferry returns</h1>"
    "<p>The island ferry “Möwe” sails again from Monday, the council said. 渡轮周一恢复航行。"
) * 3


def _deflate(data: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(data) + stream.flush()


def _zstd(data: bytes) -> bytes:
    library = containers._zstd()
    if not library:
        pytest.skip("no library for Zstandard")
    packed: bytes = library.compress(data)
    return packed


def _brotli(data: bytes) -> bytes:
    packed: bytes = pytest.importorskip("brotli", "1.2").compress(data)
    return packed


Pack = Callable[[bytes], bytes]
SIGNED: dict[str, Pack] = {"gzip": gzip.compress, "zlib": zlib.compress, "Zstandard": _zstd}
UNSIGNED: dict[str, Pack] = {"deflate": _deflate, "Brotli": _brotli}
FORMATS = SIGNED | UNSIGNED


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_compressed_page_is_read(name: str, encoding: str) -> None:
    page = PAGE.encode(encoding)
    plain, packed = decode(page), decode(FORMATS[name](page))
    assert packed.text == plain.text
    assert (packed.encoding, packed.truncations) == (plain.encoding, ())
    assert packed.notes == (f"the page was in {name} data", *plain.notes)


@pytest.mark.parametrize("level", range(10))
def test_every_level_of_compression_is_read(level: int) -> None:
    assert decode(zlib.compress(PAGE.encode(), level)).text == PAGE
    assert decode(gzip.compress(PAGE.encode(), level)).text == PAGE


def test_a_page_may_be_in_several_members() -> None:
    page = PAGE.encode()
    for pack in (gzip.compress, _zstd):
        assert decode(pack(page[:50]) + pack(b"") + pack(page[50:])).text == PAGE


def test_empty_members_are_not_read_for_ever() -> None:
    for name, pack in (("gzip", gzip.compress), ("Zstandard", _zstd)):
        found = decode(pack(b"") * 20_000)
        assert found.truncations == (f"Of the {name} data not all was read: other data follow.",)


@pytest.mark.parametrize("name", SIGNED)
def test_a_page_may_be_packed_twice(name: str) -> None:
    found = decode(gzip.compress(SIGNED[name](PAGE.encode())))
    assert found.text == PAGE
    assert found.notes[:2] == ("the page was in gzip data", f"the page was in {name} data")


def test_a_page_is_not_unpacked_for_ever() -> None:
    data = PAGE.encode()
    for _ in range(containers.DEEPEST):
        data = gzip.compress(data)
    assert decode(data).text == PAGE
    found = decode(gzip.compress(data))
    assert (found.text, found.how) == ("", "none")
    assert found.truncations == ("The page is compressed more than 3 times.",)


@pytest.mark.parametrize("name", FORMATS)
def test_a_bomb_is_unpacked_up_to_the_limit(name: str) -> None:
    packed = FORMATS[name](b"<p>" + b"The ferry sails. " * 400_000)
    found = decode(packed, limits=Limits(bytes=50_000))
    assert len(packed) <= 50_000
    assert len(found.text) == 50_000
    sentence = f"Of the {name} data not all was read: only the first 50,000 bytes were unpacked."
    assert found.truncations == (sentence,)


def test_a_page_of_just_the_limit_is_whole() -> None:
    page = b"The ferry sails. " * 10
    for name, pack in FORMATS.items():
        if name in SIGNED:
            found = decode(pack(page), limits=Limits(bytes=len(page)))
            assert (found.text.encode(), found.truncations) == (page, ())


@pytest.mark.parametrize("name", SIGNED)
def test_what_comes_before_an_early_end_is_read(name: str) -> None:
    chance = random.Random(5)
    page = " ".join(str(chance.random()) for _ in range(60_000))
    packed = SIGNED[name](page.encode())
    found = decode(packed[: len(packed) // 2])
    assert len(page) // 4 < len(found.text) < len(page)
    assert page.startswith(found.text)
    assert found.truncations == (f"Of the {name} data not all was read: they end early.",)


@pytest.mark.parametrize("name", SIGNED)
def test_what_comes_before_damage_is_read(name: str) -> None:
    chance = random.Random(5)
    page = " ".join(str(chance.random()) for _ in range(60_000))
    packed = bytearray(SIGNED[name](page.encode()))
    packed[-100_000:] = chance.randbytes(100_000)
    found = decode(bytes(packed))
    # Between the damage and where it shows, a few bytes may be wrong ones.
    assert found.text[:500_000] == page[:500_000]
    assert found.truncations == (f"Of the {name} data not all was read: they are damaged.",)


def test_data_that_follow_a_page_are_told_of() -> None:
    found = decode(gzip.compress(PAGE.encode()) + b"\0\0")
    assert found.text == PAGE
    assert found.truncations == ("Of the gzip data not all was read: other data follow.",)


def test_a_spent_budget_ends_the_unpacking() -> None:
    class Spent(Budget):
        looks = 0

        def is_spent(self) -> bool:
            self.looks += 1
            return self.looks > 3

    chance = random.Random(5)
    packed = gzip.compress(chance.randbytes(100_000).hex().encode())
    found = decode(packed, budget=Spent(2))
    assert 0 < len(found.text) < 200_000
    sentence = "Of the gzip data not all was read: the 2 seconds of computing were over."
    assert found.truncations == (sentence,)


def test_without_a_library_the_format_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "_zstd", lambda: None)
    found = decode(b"\x28\xb5\x2f\xfd" + bytes(20))
    sentence = "The page is Zstandard data, which need a library: install newsclean[compression]."
    assert (found.text, found.truncations) == ("", (sentence,))


def test_an_old_library_of_brotli_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot bound what it unpacks."""
    monkeypatch.setattr(pytest.importorskip("brotli"), "Decompressor", object)
    assert containers._brotli() is None


def _archive(open_: Any, write: str) -> bytes:
    data = io.BytesIO()
    with open_(data) as archive:
        getattr(archive, write)("page.html", PAGE)
    return data.getvalue()


def _tar() -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        info = tarfile.TarInfo("page.html")
        info.size = len(PAGE.encode())
        archive.addfile(info, io.BytesIO(PAGE.encode()))
    return data.getvalue()


def _zip() -> bytes:
    return _archive(lambda data: zipfile.ZipFile(data, "w"), "writestr")


FOREIGN = {
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n": "a PDF document",
    b"\n%PDF-1.4\n1 0 obj": "a PDF document",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR": "a PNG image",
    b"\xff\xd8\xff\xe0\0\x10JFIF\0": "a JPEG image",
    b"GIF89a\x01\0\x01\0\x80": "a GIF image",
    b"RIFF\x24\0\0\0WEBPVP8 ": "a WebP image",
    b"RIFF\x24\0\0\0WAVEfmt ": "a WAV audio file",
    b"\0\0\0\x20ftypavif\0\0\0\0": "an AVIF or HEIC image",
    b"\0\0\0\x20ftypisom\0\0\2\0": "an MP4 video",
    b"BM\x36\0\0\0\0\0\0\0": "a BMP image",
    b"\0\0\1\0\1\0\x10\x10": "an icon",
    b"II*\0\x08\0\0\0": "a TIFF image",
    b"wOF2\0\1\0\0\0\0": "a WOFF2 font",
    b"wOFF\0\1\0\0\0\0": "a WOFF font",
    b"OTTO\0\x0b\0\x80": "an OpenType font",
    b"\0\1\0\0\0\x0f\0\x80": "a TrueType font",
    b"Rar!\x1a\x07\x01\0": "a RAR archive",
    b"7z\xbc\xaf\x27\x1c\0\4": "a 7z archive",
    b"OggS\0\2\0\0": "an Ogg audio or video file",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0": "a document of an old office program",
    _zip(): "a ZIP archive, as documents of offices and e-books are too",
    _tar(): "a tar archive",
    bz2.compress(PAGE.encode()): "data compressed with bzip2",
    lzma.compress(PAGE.encode()): "data compressed with xz",
}


@pytest.mark.parametrize(("data", "kind"), FOREIGN.items(), ids=FOREIGN.values())
def test_what_is_no_page_is_named(data: bytes, kind: str) -> None:
    for each in (data, data + bytes(2_000), data + random.Random(1).randbytes(2_000)):
        report = newsclean.explain(each)
        assert report.article.truncations == (f"The bytes are {kind}, not a page.",)
        assert (report.page.blocks, report.article.encoding) == ((), None)
        assert not report.article.is_article
    assert decode(gzip.compress(data)).truncations == (f"The bytes are {kind}, not a page.",)


TEXTS = (
    "x^2 + y^2 is the square of the distance.",
    "x\x01",
    "xÚ",
    "GIF89a is a format of images.",
    "BMW builds a plant by the Danube.",
    "RIFF is a format of files.",
    "OggS, ID3, OTTO, wOFF and BZh are signatures.",
    "PKW rollen wieder über die Brücke.",
    "II* and MM* begin an image.",
    "1234ftyp is no text that anybody writes.",
    "A PDF begins with %PDF-1.7.",
    "碜",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_begins_like_a_signature_is_read(text: str, encoding: str) -> None:
    page = f"{text}<p>The ferry sails again.</p>"
    found = decode(page.encode(encoding))
    assert found.text.replace(" ", "") == page.replace("\x01", "").replace(" ", "")
    assert found.truncations == ()


@pytest.mark.parametrize("name", FORMATS)
@given(st.data())
def test_damaged_data_are_harmless(name: str, data: st.DataObject) -> None:
    packed = bytearray(FORMATS[name](PAGE.encode()))
    for _ in range(data.draw(st.integers(0, 4))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    del packed[data.draw(st.integers(0, len(packed))) :]
    found = decode(bytes(packed), limits=Limits(bytes=2_000))
    assert len(found.text) <= 2_000


def test_ordinary_pages_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise AssertionError(arguments)

    monkeypatch.setattr(containers, "unpack", fail)
    for encoding in ("utf-8", "gb18030", "euc_kr", "iso2022_jp_2", "shift_jis", "koi8_r"):
        for text in ("<p>渡轮", "<p>나룻배", "<p>паром", "\ufeff<p>ferry"):
            assert decode(text.encode(encoding, "ignore")).text
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode("<p>渡轮 ferry".encode(encoding)).text.endswith("ferry")
