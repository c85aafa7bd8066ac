"""Bytes -> text, whatever their label says. Nothing here raises, whatever the bytes are."""

from __future__ import annotations

import codecs
import re

from newsclean.characters import clean
from newsclean.encodings import CODECS, codec_of, plausibility
from newsclean.model import Decoded

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The WHATWG prescan reads 1,024 bytes; real pages put their label later.
HEAD = 8192
META = re.compile(rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})", re.I)
XML = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:+-]{1,40})", re.I)
HTTP = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})", re.I)
ESCAPES = (
    (re.compile(rb"\x1b\$[@B]|\x1b\(J|\x1b\$\(D"), "iso2022_jp_2"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"~\{[!-w][!-~]"), "hz"),
)
NOT_ASCII = re.compile(rb"[\x80-\xff]")
MARKUP = re.compile(rb"<(?:script|style)\b.*?</(?:script|style)|<[^>]*>|&#?\w+;", re.S | re.I)
# chardet is as right on this much text without markup as on a page, and fifteen times as fast.
SAMPLE = 1000
# A page is nearly UTF-8 if no more than this share of its other-than-ASCII sequences is broken.
NEARLY = 0.02
# UTF-8 that was read as Latin-1 and written as UTF-8 again: what "é" and "“" become, and hardly a pair that a language has.
DOUBLE = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac[\u0153\u009d\u2122\u201c\u02dc]")


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """The text of a page's bytes: by its byte order mark, by what only one encoding looks like, by its label, by its characters.

    >>> decode("<meta charset=gb2312><p>新闻".encode("gbk")).text[-2:]
    '新闻'
    >>> decode(b"").text
    ''
    """
    text, encoding, declared, how, notes = _decoded(data, content_type)
    text, unfit = clean(text)
    bad = text.count("\ufffd")
    if unfit:
        notes = (*notes, f"{unfit} characters that no document can hold were replaced by spaces")
    if len(DOUBLE.findall(text[:200_000])) >= 5:
        notes = (*notes, "the text looks as if it was encoded twice before it reached us; it was left as it is")
    return Decoded(text, encoding, declared, how, bad, notes)


def _decoded(data: bytes, content_type: str | None) -> tuple[str, str | None, str | None, str, tuple[str, ...]]:
    """Text, codec, label, how it was decided, notes."""
    for bom, codec in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, "replace"), codec, None, "bom", ()
    if wide := _wide(data[:400]):
        return data.decode(wide, "replace"), wide, None, "utf-16", ()
    label, how = _label(data, content_type)
    if data.isascii():
        escaped = next((codec for pattern, codec in ESCAPES if pattern.search(data)), None)
        if escaped and (escaped != "hz" or codec_of(label or "") == "hz"):
            return data.decode(escaped, "replace"), escaped, label, "iso-2022", ()
        return data.decode("ascii"), "utf-8", label, how if label else "utf-8", ()
    try:
        return data.decode("utf-8"), "utf-8", label, "utf-8", _lie(label, "utf-8")
    except UnicodeDecodeError:
        pass
    if _nearly_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8", label, "utf-8", _lie(label, "utf-8")
    return _legacy(data, label, how)


UNREADABLE = 0.5


def _wide(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 of a page without a mark: ASCII markup with NULs between."""
    if head.count(0) < len(head) // 5 or len(head) < 4:
        return None
    zeros = [head[i::4].count(0) * 4 > len(head) // 2 for i in range(4)]
    patterns = {(False, True, True, True): "utf-32-le", (True, True, True, False): "utf-32-be"}
    if tuple(zeros) in patterns:
        return patterns[tuple(zeros)]  # type: ignore[index]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return "utf-16-le" if odd > 2 * even else "utf-16-be" if even > 2 * odd else None


def _label(data: bytes, content_type: str | None) -> tuple[str | None, str]:
    """The first label that names an encoding, and where it stood."""
    head = data[:HEAD]
    labels = [(HTTP.search(content_type or ""), "http"), (META.search(head), "meta"), (XML.search(head), "xml")]
    unknown = None
    for found, how in labels:
        if found:
            label = found[1] if isinstance(found[1], str) else found[1].decode("ascii", "replace")
            if codec_of(label):
                return label.lower(), how
            unknown = unknown or label.lower()
    return unknown, "detected"


def _lie(label: str | None, codec: str) -> tuple[str, ...]:
    declared = codec_of(label or "")
    return (f"labelled {label}, which it is not",) if declared and declared != codec and not declared.startswith("utf-16") else ()


def _nearly_utf8(data: bytes) -> bool:
    """Whether the page is UTF-8 with a few bad bytes. Text of another encoding has hardly a valid sequence."""
    text = data.decode("utf-8", "replace")
    good = sum(map(len, re.findall("[\u0080-\ufffc]", text)))
    return good >= 5 and text.count("\ufffd") <= max(2, NEARLY * good)


def _legacy(data: bytes, label: str | None, how: str) -> tuple[str, str | None, str | None, str, tuple[str, ...]]:
    """A page that is not UTF-8: its label if the text that makes is a text, else the encoding that makes the likeliest one."""
    declared = codec_of(label or "")
    sample = _sample(data)
    scores = {codec: plausibility(sample, codec) for codec in dict.fromkeys((declared, *CODECS)) if codec}
    # An encoding that cannot read some of the bytes is less likely than one that reads them all, though one bad byte happens.
    valid = {codec: "\ufffd" not in sample.decode(codec, "replace")[:-1] for codec in scores}
    best = max(scores, key=lambda codec: scores[codec] * (1.0 if valid[codec] else UNREADABLE))
    if declared and declared != "utf-8" and scores[declared] > 0 and scores[declared] >= 0.4 * scores[best]:
        return data.decode(declared, "replace"), declared, label, how, ()
    guess = _chardet(sample) if scores[best] < 0.2 else best
    codec = guess or best
    return data.decode(codec, "replace"), codec, label, "detected", _lie(label, codec)


def _sample(data: bytes) -> bytes:
    """The first text without markup that is not ASCII, whole characters of it."""
    if not (first := NOT_ASCII.search(data)):
        return b""
    start = max(0, data.rfind(b">", 0, first.start()) + 1)
    out: list[bytes] = []
    size = 0
    for part in MARKUP.split(data[start : start + 200_000]):
        if NOT_ASCII.search(part):
            out.append(part.strip())
            size += len(part)
            if size >= SAMPLE:
                break
    return b" ".join(out)[: 4 * SAMPLE]


def _chardet(sample: bytes) -> str | None:
    import chardet

    found = chardet.detect(sample[:SAMPLE])["encoding"]
    return codec_of(found) if found else None
