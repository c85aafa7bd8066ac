"""Bytes -> text, whatever their label says. Nothing here raises, whatever the bytes are."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.decode.guess import cost, costs, guess
from newsclean.decode.labels import CANDIDATES, UNICODE, WIDE, codec_of, read
from newsclean.decode.mojibake import LOST, damage, may_be_damaged
from newsclean.decode.windows import Window, window, windows
from newsclean.model import Decoded
from newsclean.text.characters import replace_invalid

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The WHATWG prescan reads 1,024 bytes; real pages put their label later.
HEAD = 8192
META = re.compile(rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})")
XML = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:+-]{1,40})")
HTTP = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})", re.I)
ESCAPES = (
    (re.compile(rb"\x1b\$[@B]|\x1b\([JI]|\x1b\$\(D"), "iso2022_jp_2"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
)
# A page with no more bytes than this beyond one for each character may be UTF-8 by accident.
AMBIGUOUS = 16
# Characters that XML 1.0 cannot hold; those below U+0020 are the same bytes in every encoding but UTF-16 and UTF-32.
CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
ORDINARY = bytes(byte for byte in range(0x80) if byte not in CONTROLS)


class Label(NamedTuple):
    """What the page or its sender says the encoding is: the word, the codec that it means, where it stood."""

    text: str | None = None
    codec: str | None = None
    how: str = "detected"


class Choice(NamedTuple):
    """An encoding, how it was decided, another one that a part of the page seems to be in; and the text, if that was needed to decide."""

    codec: str
    how: str
    other: str | None = None
    text: str | None = None


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """The text of a page's bytes: by its byte order mark, by what only one encoding looks like, by its label, by its characters.

    >>> decode("<meta charset=gb2312><p>新闻".encode("gbk")).text[-2:]
    '新闻'
    >>> decode(b"").text
    ''
    """
    data, marked = _without_mark(data)
    label = Label() if marked else _label(data, content_type)
    odd = data.translate(None, ORDINARY)
    choice = Choice(marked, "bom") if marked else _choice(data, label, odd)
    text, bad = (choice.text, 0) if choice.text is not None else _read(data, choice.codec)
    text, unfit = _clean(text, odd, choice.codec)
    notes = (*_about_label(label, choice), *_about_parts(data, choice, bad), *_about_unfit(unfit), *_about_damage(data, odd, choice, text))
    return Decoded(text, choice.codec, label.text, choice.how, bad, notes)


def _read(data: bytes, codec: str) -> tuple[str, int]:
    """The text, and how many replacement characters had to be written into it."""
    text = read(data, codec)
    # That there is none is told ten times as fast as how many there are.
    bad = text.count("\ufffd") if "\ufffd" in text else 0
    return text, max(0, bad - data.count(b"\xef\xbf\xbd")) if bad and codec == "utf-8" else bad


def _clean(text: str, odd: bytes, codec: str) -> tuple[str, int]:
    """As `clean`, but it looks at the bytes first, those that are not ordinary ASCII, which is ten times as fast."""
    bytewise = not codec.startswith(("utf-16", "utf-32", "iso2022"))
    if bytewise and len(odd.translate(None, CONTROLS)) == len(odd) and not _may_hold_noncharacters(text, odd, codec):
        return text, 0
    return replace_invalid(text)


def _may_hold_noncharacters(text: str, odd: bytes, codec: str) -> bool:
    """Whether U+FFFE or U+FFFF may be in the text; few encodings have them."""
    if codec == "utf-8":
        return b"\xef\xbf" in odd
    return codec not in CANDIDATES or (codec == "gb18030" and ("\ufffe" in text or "\uffff" in text))


def _without_mark(data: bytes) -> tuple[bytes, str | None]:
    """The bytes after a byte order mark, and the encoding that it names, unless what follows cannot be in it."""
    for mark, codec in BOMS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            if codec == "utf-8":
                return rest, codec if _utf_8(rest) is not None else None
            # Someone may put a mark before a page that is not in UTF-16: markup without a single NUL is not.
            return rest, None if b"\0" not in rest[:400] and len(rest) > 40 and rest[:400].isascii() else codec
    return data, None


def _utf_8(data: bytes) -> str | None:
    """The text of bytes that are UTF-8 throughout."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _choice(data: bytes, label: Label, odd: bytes) -> Choice:
    """The encoding, by the first of these that can tell."""
    if wide := _wide(data[:400], label):
        return Choice(wide, "utf-16")
    if escaped := _escaped(data, label):
        return Choice(escaped, "iso-2022")
    if data.isascii():
        return Choice("utf-8", label.how if label.text else "utf-8", None, data.decode("ascii"))
    if (text := _utf_8(data)) is not None:
        few = len(data) - len(text) <= AMBIGUOUS
        return (
            Choice(label.codec, label.how) if few and label.codec and _rather(data, label.codec) else Choice("utf-8", "utf-8", None, text)
        )
    codec, other = guess(data, label.codec, odd)
    return Choice(codec, label.how if codec == label.codec else "utf-8" if codec == "utf-8" else "detected", other)


def _wide(head: bytes, label: Label) -> str | None:
    """The UTF-16 or UTF-32 of a page without a mark: ASCII markup with NULs between, or a header that says so of text that allows it."""
    if len(head) < 4:
        return None
    said = label.codec if label.how == "http" and (label.codec or "").startswith(("utf-16", "utf-32")) else None
    if 0 not in head and not said:
        return None
    zeros = [head[i::4].count(0) * 4 > len(head) // 2 for i in range(4)]
    if (sum(zeros) >= 2 and zeros[0] == zeros[1] != zeros[3]) or zeros[2] == zeros[3] != zeros[0]:
        return "utf-32-be" if zeros[0] else "utf-32-le"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    codec = said or ("utf-16-le" if odd > 2 * even else "utf-16-be" if even > 2 * odd else None)
    part = Window(head, True)
    return codec if codec and cost(part, codec) < cost(part, "cp1252") else None


def _escaped(data: bytes, label: Label) -> str | None:
    """The encoding in seven bits whose escape sequences the page has, though a few of its bytes may be damaged."""
    if label.codec == "hz" and b"~{" in data:
        return "hz"
    if b"\x1b" not in data:
        return None
    found = next((codec for pattern, codec in ESCAPES if pattern.search(data)), None)
    if not found or data.isascii():
        return found
    # Each escape sequence begins or ends some text; bytes beyond ASCII that outnumber them are no accident.
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    return found if high < data.count(b"\x1b") else None


def _rather(data: bytes, codec: str) -> bool:
    """Whether bytes that happen to be valid UTF-8, as two words of GBK can be, make a likelier text in another encoding."""
    needed = costs(windows(data), (codec, "utf-8"))
    return needed[codec] < needed["utf-8"]


def _label(data: bytes, content_type: str | None) -> Label:
    """The first label that names an encoding; if none does, the first one."""
    unknown = Label()
    for text, how in _labels(data, content_type):
        if codec := codec_of(text):
            # A label that can be read byte by byte is not in UTF-16, whatever it says.
            return Label(text, "utf-8" if how != "http" and codec.startswith(("utf-16", "utf-32")) else codec, how)
        if not unknown.text:
            unknown = Label(text)
    return unknown


def _labels(data: bytes, content_type: str | None) -> Iterator[tuple[str, str]]:
    """All labels, those that count more first, and where they stood."""
    if said := HTTP.search(content_type or ""):
        yield said[1].lower(), "http"
    # In small letters, since a pattern that minds no case is searched for ten times as slowly.
    head = data[:HEAD].lower()
    if b"<!--" in head:
        head = b"".join([part.partition(b"-->")[2] if i else part for i, part in enumerate(head.split(b"<!--"))])
    for match in META.finditer(head) if b"charset" in head else ():
        yield match[1].decode("ascii", "replace"), "meta"
    if found := XML.match(head):
        yield found[1].decode("ascii", "replace"), "xml"


def _about_label(label: Label, choice: Choice) -> Iterator[str]:
    if label.text and not label.codec:
        yield f"labelled {label.text}, which names no encoding of text"
    elif label.codec and label.codec != choice.codec:
        yield f"labelled {label.text}, which it is not"


def _about_parts(data: bytes, choice: Choice, bad: int) -> Iterator[str]:
    """On a page whose parts are in different encodings; only one of them can be read."""
    other = choice.other
    if choice.codec == "utf-8" and bad >= 20:
        other = _other_than_utf_8(data)
    if other:
        yield f"a part of the page seems to be in {other}, the rest in {choice.codec}; it was read as {choice.codec} throughout"


def _other_than_utf_8(data: bytes) -> str | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        part = window(data, max(data.rfind(b"<", 0, error.start), 0))
        found = guess(part.data, None, part.data).codec if part.data else "utf-8"
        return found if found != "utf-8" else None
    return None


def _about_unfit(unfit: int) -> Iterator[str]:
    if unfit:
        yield f"{unfit} characters that no document can hold were replaced by spaces"


def _about_damage(data: bytes, odd: bytes, choice: Choice, text: str) -> Iterator[str]:
    """On text that was damaged before: by a few words of it, since all of it would take as long as decoding it."""
    if choice.codec == "utf-8" and may_be_damaged(odd):
        yield from damage(" ".join(read(part.data, "utf-8") for part in windows(data)))
    elif choice.codec in UNICODE:
        yield from damage(text[:2000])
    elif choice.codec in WIDE and "锟" in text and "锟斤拷" in text:  # one character is found ten times as fast
        yield LOST
