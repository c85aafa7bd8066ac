"""Pages that try to break the parser: each a name, the sentences to keep, and how to make it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tests.hostile import bait, costly, hangs, markup, opinions, values
from tests.hostile.article import HEADLINE, PARAGRAPHS, SENTENCES, page
from tools.lexicon.tables import read_tables

MB = 1_000_000
HIGH = bytes(128 | byte for byte in range(256))
ATTRIBUTES = "<a href='{0}' class='{0}'>{0}</a><meta name='{0}' content='{0}'>"


class Input(NamedTuple):
    """A page to try; `planted` are the sentences that its article must keep.

    Where `second_opinion` is set, it is asked too, and its time counts.
    """

    name: str
    make: Callable[[], bytes | str]
    planted: tuple[str, ...] = SENTENCES
    url: str | None = "https://news.example.org/2024/05/10/bell.html"
    content_type: str | None = None
    second_opinion: bool = False


def inputs() -> Iterator[Input]:
    """Every input, in the order of the table that `python -m tests.hostile` prints."""
    for family in (_nothing, _truncated, _bulk, _characters, _addresses):
        yield from family()
    kept = markup.PAGES | values.PAGES | costly.PAGES | hangs.HANGS | hangs.FAILS | hangs.HIDES
    for name, make in kept.items():
        yield Input(name, make)
    for name, make in (markup.LOST | costly.BARE | hangs.ISO_2022_JP).items():
        yield Input(name, make, planted=())
    for name, make in hangs.REVEALED.items():
        yield Input(name, make, planted=hangs.SHORT_CHINESE)
    for name, make in opinions.PAGES.items():
        yield Input(f"second opinion: {name}", make, second_opinion=True)
    for entry in read_tables():
        if entry.match == "regex":
            yield Input(f"bait {entry.rule}", partial(_baited, entry.text))


def _baited(pattern: str) -> str:
    text = bait.page_text(pattern)
    return page(before=f"<p>{text}</p>", after=f"<div>{text}</div>")


def _nothing() -> Iterator[Input]:
    """Pages that hold no article, and bytes that are no page."""
    noise = random.Random(5)
    for name, data in {
        "empty": b"",
        "one space": b" ",
        "only a mark": b"\xef\xbb\xbf",
        "half a mark": b"\xff",
        "only <": b"<",
        "only &": b"&",
        "NULs, 1 MB": b"\0" * MB,
        "0xFF, 1 MB": b"\xff" * MB,
        "random bytes, 1 MB": noise.randbytes(MB),
        "random bytes above 0x7F, 1 MB": noise.randbytes(MB).translate(HIGH),
        "a picture": b"\x89PNG\r\n\x1a\n" + noise.randbytes(200_000),
        "a gzip stream": b"\x1f\x8b\x08" + noise.randbytes(200_000),
        "a PDF": b"%PDF-1.7\n" + noise.randbytes(200_000),
        "<, 2 MB": b"<" * (2 * MB),
        "tags of one letter, 2 MB": b"<x" * MB,
        "escapes of ISO-2022, 1 MB": b"\x1b$B" * (MB // 3),
        "UTF-16 mark and random bytes": b"\xff\xfe" + noise.randbytes(200_001),
        "UTF-32 mark and random bytes": b"\xff\xfe\0\0" + noise.randbytes(200_001),
        "UTF-7": b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-" * 1000,
    }.items():
        yield Input(name, partial(bytes, data), planted=())


def _words(count: int) -> Iterator[str]:
    """Different words of Cyrillic letters."""
    letters = "абвгдежзиклмнопрстуфхцчшщыэюя"
    for number in range(count):
        yield "".join(letters[number // 29**place % 29] for place in range(5))


def _truncated() -> Iterator[Input]:
    """The page cut off at points spread over its length, and after each opening character."""
    whole = page(
        before="<!-- menu --><nav><a href='/a?b=1&amp;c=2'>Home</a></nav>",
        after="<script>let a = '<p>';</script>",
    ).encode()
    places = [len(whole) * i // 12 for i in range(1, 12)]
    places += [
        whole.index(mark) + len(mark)
        for mark in (b"<!-", b"<a hre", b"&am", b"'/a", b"</na", b"<scri", "“".encode()[:2])
    ]
    for place in sorted(places):
        cut = whole[:place]
        text = cut.decode("utf-8", "replace")
        planted = tuple(sentence for sentence in SENTENCES[:-1] if sentence in text)
        # Of less than three paragraphs nobody could say that they are an article.
        planted = planted if len(planted) > 6 else ()
        yield Input(f"cut off at byte {place}", partial(bytes, cut), planted)


def _before(text: str) -> str:
    return page(before=f"<p>{text}</p>")


def _many(hold: Callable[[str], str], piece: str, times: int, end: str = "") -> str:
    """The page that holds a piece of text many times."""
    return hold(piece * times + end)


def _many_encoded(hold: Callable[[str], str], piece: str, times: int, end: str) -> bytes:
    return _many(hold, piece, times, end).encode()


def _bulk() -> Iterator[Input]:
    """Much of one thing, in every place that takes text."""
    words, wide, solid, blank = "word and word. ", "一段没有尽头的话，", "x", " \t\n"
    holders: dict[str, Callable[[str], str]] = {
        "a paragraph": lambda text: page(after=f"<p>{text}</p>"),
        "a comment": lambda text: page(before=f"<!--{text}-->"),
        "a script": lambda text: page(head=f"<script>{text}</script>"),
        "a style": lambda text: page(head=f"<style>{text}</style>"),
        "an attribute": lambda text: page(before=f'<p title="{text}">Menu</p>'),
        "a class": lambda text: page(before=f'<p class="{text}">Menu</p>'),
        "a link's address": lambda text: page(before=f'<a href="{text}">Menu</a>'),
        "a picture's address": lambda text: page(
            before=f'<img src="data:image/png;base64,{text}">'
        ),
        "a CDATA section": lambda text: page(before=f"<![CDATA[{text}]]>"),
        "a text area": lambda text: page(after=f"<textarea>{text}</textarea>"),
        "a link": lambda text: page(after=f"<a href=/>{text}</a>"),
        "a list item": lambda text: page(after=f"<ul><li>{text}</ul>"),
        "the document's end": lambda text: page(tail=text),
    }
    for place, hold in holders.items():
        yield Input(f"10 MB of words in {place}", partial(_many, hold, words, 10 * MB // 15))
    for place in ("a paragraph", "an attribute", "a script", "a comment"):
        hold = holders[place]
        for name, piece, times, end in (
            ("15 MB without a space", solid, 15 * MB, ""),
            ("15 MB of white space", blank, 5 * MB, ""),
            ("15 MB of Chinese", wide, 15 * MB // 27, ""),
            ("15 MB and one emoji", words, MB, "\U0001f600"),
        ):
            yield Input(f"{name} in {place}", partial(_many_encoded, hold, piece, times, end))
    # Beyond the limit nothing is read, whatever stands there.
    yield Input("50 MB of words after the article", lambda: page(tail=words * (50 * MB // 15)))
    yield Input(
        "50 MB of words before the article", lambda: page(before=words * (50 * MB // 15)), ()
    )
    yield Input(
        "50 MB of tags after the article", lambda: page(tail="<p>x" * (50 * MB // 4)).encode()
    )
    yield Input("title of 100 kB", lambda: page(head=f"<title>{words * 6667}</title>"))
    yield Input("title of 10 MB", lambda: page(head=f"<title>{words * 666_667}</title>"))
    yield Input("headline of 100 kB", lambda: page(before=f"<h1>{words * 6667}</h1>"))
    yield Input("plain text, 15 MB in a line", lambda: words * MB, ())
    yield Input(
        "plain text, 15 MB in a line, and one emoji",
        lambda: (words * MB + "\U0001f600").encode("utf-8"),
        (),
    )
    yield Input("plain text, 1M lines", lambda: "\n".join(PARAGRAPHS) + "\nline" * MB, ())
    yield Input(
        "plain text, article and 100k lines",
        lambda: "\n".join((HEADLINE, *PARAGRAPHS)) + "\nHome" * 100_000,
    )


def _characters() -> Iterator[Input]:
    """Characters that are not allowed, that show nothing, or that change the direction."""
    runs = {
        "NUL": "\0",
        "control characters": "\x01\x08\x0b\x0c\x1f\x7f\x80\x9f",
        "lone surrogates": "\ud800\udfff",
        "non-characters": "\ufffe\uffff",
        "bidirectional overrides": "\u202e\u2066\u202d",
        "zero-width characters": "\u200b\u200d\ufeff\u2060",
        "combining marks": "\u0301\u0489",
        "line separators": "\u2028\u2029\x85",
        "private characters": "\ue000\U000f0000",
        "emoji": "👩‍👩‍👧‍👦🏴‍☠️",
        "full-width digits": "２０２４",
        "replacement characters": "\ufffd",
        "soft hyphens": "\u00ad",
        "tags": "\U000e0041",
        "variation selectors": "\ufe0f",
    }
    for name, run in runs.items():
        yield Input(f"100k {name}", partial(_many, _before, run, 100_000))
        yield Input(
            f"{name} in every attribute", partial(page, before=ATTRIBUTES.format(run) * 100)
        )
    yield Input("a NUL after each character", lambda: "\0".join(page()), ())
    yield Input(
        "every character of the plane",
        lambda: page(after="<p>" + "".join(map(chr, range(1, 0x10000))).replace("<", "") + "</p>"),
    )
    yield Input("ISO-2022-KR without an end", lambda: page().encode() + b"\x1b$)C\x0e" + b"0!" * MB)
    yield Input(
        "ISO-2022-JP, 12 MB", lambda: ("あいう abc " * (12 * MB // 17)).encode("iso2022_jp"), ()
    )
    yield Input(
        "escapes of ISO-2022 and little else, 12 MB",
        lambda: b"<p>\x1b$B!!\x1b(I1" * (12 * MB // 12),
        (),
    )
    yield Input(
        "words in two encodings' common letters, 11 MB",
        lambda: " ".join(_words(MB)).encode("gbk"),
        (),
    )
    yield Input(
        "bad bytes between words",
        lambda: page(after="<p>" + "word \ud800" * 50_000).encode("utf-8", "surrogatepass"),
    )


def _addresses() -> Iterator[Input]:
    """Addresses and headers that are none."""
    for url in (
        "http://[",
        "javascript:alert(1)",
        "",
        "//",
        "http://" + "a." * 50_000,
        "https://x/" + "2024/05/" * 50_000,
        "\ud800",
        "http://a:b:c",
    ):
        yield Input(
            f"from {url[:30]!r}",
            lambda: page(head="<link rel=canonical href='http://['><base href='http://['>"),
            url=url,
        )
    for header in (
        "charset=",
        "charset=" + "x" * 100_000,
        "text/html; charset=utf-7",
        "charset=base64",
        "charset=rot13",
        "\0",
        "charset=undefined",
        "é",
    ):
        yield Input(f"sent as {header[:30]!r}", lambda: page().encode(), content_type=header)
