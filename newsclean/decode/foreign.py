"""Files that are no page and no text, recognised by their first bytes."""

from __future__ import annotations

# Control characters that no encoding of text uses: of the others, those that break lines, shift
# between alphabets or begin escape sequences do occur in text.
_NO_TEXT = bytes(byte for byte in (*range(0x20), 0x7F) if byte not in b"\t\n\x0b\x0c\r\x0e\x0f\x1b")
_HEAD = 512

# Signatures with a byte that no text begins with.
_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\1\0\1\0", "an icon"),
    (b"PK\x03\x04", "a ZIP archive, as documents of offices and e-books are too"),
    (b"PK\x05\x06", "a ZIP archive that is empty"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ\0", "data compressed with xz"),
    (b"\x04\x22\x4d\x18", "data compressed with lz4"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old office program"),
    (b"\0\1\0\0\0", "a TrueType font"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM video"),
    (b"\0asm", "a WebAssembly program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
# Signatures that a text may begin with: they count if what follows is no text.
_PRINTABLE: tuple[tuple[bytes, str], ...] = (
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"BZh", "data compressed with bzip2"),
    (b"wOFF", "a WOFF font"),
    (b"wOF2", "a WOFF2 font"),
    (b"OTTO", "an OpenType font"),
    (b"ttcf", "a collection of fonts"),
    (b"OggS", "an Ogg audio or video file"),
    (b"fLaC", "a FLAC audio file"),
    (b"ID3", "an MP3 audio file"),
    (b"FLV\x01", "a Flash video"),
)
_FIRST_BYTES = tuple(signature for signature, _ in _BINARY)
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a WAV audio file", b"AVI ": "an AVI video"}
_IMAGES_OF_MP4 = (b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1")


def looks_binary(data: bytes) -> bool:
    """Whether the first bytes hold control characters that no text has.

    UTF-16 and UTF-32 look binary as well.

    >>> looks_binary(b"\\x89PNG\\x00"), looks_binary("新闻\\n".encode("gbk"))
    (True, False)
    """
    head = data[:_HEAD]
    return len(head.translate(None, _NO_TEXT)) < len(head)


def name_foreign(data: bytes) -> str | None:
    """What a file is that is no page, in words; None for all that may be one.

    >>> name_foreign(b"%PDF-1.7\\n")
    'a PDF document'
    >>> name_foreign(b"GIF89a is a format of images.") is None
    True
    """
    # A PDF may have some bytes before it; only white space there is no text.
    if data[:64].lstrip().startswith(b"%PDF-"):
        return "a PDF document"
    if data.startswith(_FIRST_BYTES):
        return _named(data, _BINARY)
    return _named_by_later_bytes(data) if looks_binary(data) else None


def _named(data: bytes, signatures: tuple[tuple[bytes, str], ...]) -> str | None:
    return next((name for signature, name in signatures if data.startswith(signature)), None)


def _named_by_later_bytes(data: bytes) -> str | None:
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        return "an AVIF or HEIC image" if data[8:12] in _IMAGES_OF_MP4 else "an MP4 video"
    if data[257:262] == b"ustar":
        return "a tar archive"
    return _named(data, _PRINTABLE)
