"""Counts how many pages decode to their exact text when they are written in other encodings.

    python -m benchmarks.decoding DATA/news-cjk DATA/articles-mixed

A page is written in each encoding that has nearly all of its characters beyond ASCII. The few
others become numeric references, as publishing systems write them. The page's own labels are
removed first; then it has a right label, a right one in the HTTP header only, none, or a wrong one.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
from lxml import etree

from benchmarks.data import read_page, read_pages
from newsclean.decode import decode
from newsclean.text.characters import replace_invalid
from tools.split import is_aside, site_of

# Label, and the codec of Python that writes what the web reads under it.
ENCODINGS = (
    ("utf-8", "utf-8"),
    ("utf-16le", "utf-16-le"),
    ("utf-16be", "utf-16-be"),
    ("gbk", "gbk"),
    ("gb18030", "gb18030"),
    ("big5", "cp950"),
    ("big5-hkscs", "big5hkscs"),
    ("euc-jp", "euc_jp"),
    ("shift_jis", "cp932"),
    ("iso-2022-jp", "iso2022_jp"),
    ("euc-kr", "cp949"),
    *((f"windows-{page}", f"cp{page}") for page in range(1250, 1259)),
    ("koi8-r", "koi8_r"),
)
MODES = ("right", "header", "none", "lie")
LIES = ("utf-8", "iso-8859-1", "gb2312", "big5", "shift_jis", "euc-kr", "windows-1251")
SAME = (
    frozenset(("gbk", "gb18030", "gb2312")),
    frozenset(("big5", "big5-hkscs")),
    frozenset(("iso-8859-1", "windows-1252")),
)
# The share of a page's characters beyond ASCII that an encoding may lack, and how many characters
# beyond ASCII a page must have.
MAY_LACK = 0.02
AT_LEAST = 5
LABELS = re.compile(r"<\?xml[^>]*\?>|<meta[^>]*charset[^>]*>", re.I)
# Characters that Python's codecs read differently from the web; they are written as references.
NOT_OF_THE_WEB = {
    "euc_jp": "〜‖−¢£¬",
    "iso2022_jp": "〜‖−¢£¬¥‾",
    "big5hkscs": "•､‾∼♁☉／＼¥¢£",
    # In rows C6 to C8 the web has kana and Cyrillic letters at other places.
    "cp950": "•､‾∼♁☉／＼¥¢£¯‧﹑⊕⊙∕﹨￥￠￡～╴▏ˍ╳—／＿￣╱╲"
    + "".join(code.to_bytes(2, "big").decode("cp950", "ignore") for code in range(0xC6A1, 0xC8FF)),
}
HEADINGS = (
    *("encoding", "pages", "right label", "header only", "no label", "wrong label"),
    *("x parse, median", "ms p95"),
)


@dataclass(slots=True)
class Tally:
    """How the pages in one encoding and mode were decoded."""

    pages: int = 0
    exact: int = 0
    wrong: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)


def read_texts(folders: Sequence[Path], every: int = 1) -> Iterator[tuple[str, str, bool]]:
    """Yield the name and the text without labels of each page, or of the first of `every` pages.

    The last value is whether the page belongs to the aside half, whose pages are not listed.
    """
    for folder in folders:
        for gold in read_pages(folder)[::every]:
            text = LABELS.sub("", decode(read_page(folder, gold)).text).replace("\ufffd", " ")
            yield f"{folder.name}/{gold['id']}", text, is_aside(site_of(gold))


def written(text: str, codec: str) -> tuple[bytes, str] | None:
    """A text's bytes in an encoding, and what they must decode to.

    None if the encoding lacks too many of its characters, or if few of them are beyond ASCII.

    >>> written("caf\\xe9 " * 9 + "\\u4e2d", "cp1252") is None
    True
    >>> written("caf\\xe9 " * 99 + "\\u4e2d", "cp1252")[1][-8:]
    '&#20013;'
    >>> written("\\u6e21 7, " * 9, "cp950")[1][-5:]
    '渡 7, '
    """
    counts = Counter(text)
    beyond = sum(number for character, number in counts.items() if character > "\x7f")
    lacking = sum(
        number for character, number in counts.items() if not character.encode(codec, "ignore")
    )
    if beyond < AT_LEAST or lacking > MAY_LACK * beyond:
        return None
    # For a code that means nothing Python's codec may give the second byte, which is ASCII.
    text = text.translate(
        {
            ord(character): f"&#{ord(character)};"
            for character in NOT_OF_THE_WEB.get(codec, "")
            if character > "\x7f"
        }
    )
    data = text.encode(codec, "xmlcharrefreplace")
    return data, data.decode(codec)


def labelled(text: str, label: str) -> str:
    """The page with a label at the start of its head."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    found = re.search(r"<head[^>]*>", text, re.I)
    return text[: found.end()] + meta + text[found.end() :] if found else meta + text


def lie_about(label: str, name: str) -> str:
    """The label of another encoding, always the same one for one page."""
    lies = [lie for lie in LIES if lie != label and not any({lie, label} <= same for same in SAME)]
    return lies[zlib.crc32(name.encode()) % len(lies)]


def variant(
    text: str, name: str, label: str, codec: str, mode: str
) -> tuple[bytes, str, str | None] | None:
    """Bytes, the text that they encode, and the header that comes with them."""
    stated = lie_about(label, name) if mode == "lie" else label
    if made := written(labelled(text, stated) if mode in ("right", "lie") else text, codec):
        return made[0], made[1], f"text/html; charset={stated}" if mode == "header" else None
    return None


def try_page(tally: Tally, data: bytes, text: str, header: str | None) -> str:
    """Parse and decode a page three times; note the best times and whether the text is exact.

    Return how the page was read if its text is not exact, else "".
    """
    parsing, decoding = [], []
    for _ in range(3):
        start = time.process_time()
        with suppress(etree.ParserError):  # "document is empty"
            lxml.html.document_fromstring(data)
        parsed = time.process_time()
        found = decode(data, header)
        parsing.append(parsed - start)
        decoding.append(time.process_time() - parsed)
    tally.pages += 1
    tally.ms.append(1000 * min(decoding))
    tally.ratios.append(min(decoding) / max(min(parsing), 1e-6))
    exact = found.text == replace_invalid(text)[0]
    tally.exact += exact
    return "" if exact else f"as {found.encoding} ({found.how})"


def run(
    folders: Sequence[Path], encodings: Sequence[str] = (), every: int = 1
) -> dict[tuple[str, str], Tally]:
    """Decode each page in every encoding and mode."""
    tallies: dict[tuple[str, str], Tally] = {}
    for name, text, aside in read_texts(folders, every):
        for label, codec in ENCODINGS:
            if encodings and label not in encodings:
                continue
            for mode in MODES:
                if made := variant(text, name, label, codec, mode):
                    tally = tallies.setdefault((label, mode), Tally())
                    wrong = try_page(tally, *made)
                    if wrong and not aside:
                        tally.wrong.append(f"{name} {wrong}")
    return tallies


def table(tallies: dict[tuple[str, str], Tally]) -> str:
    """Markdown with a row for each encoding; the times are of pages without a label."""
    rows = [
        f"| {' | '.join(HEADINGS)} |",
        f"| --- {'| ---: ' * (len(HEADINGS) - 1)}|",
    ]
    labels = [label for label, _ in ENCODINGS if (label, "none") in tallies]
    rows += [_row(label, [tallies[label, mode] for mode in MODES]) for label in labels]
    pooled = [_pool([tallies[label, mode] for label in labels]) for mode in MODES]
    return "\n".join((*rows, _row("all", pooled)))


def _pool(tallies: Sequence[Tally]) -> Tally:
    pool = Tally()
    for tally in tallies:
        pool.pages += tally.pages
        pool.exact += tally.exact
        pool.ms += tally.ms
        pool.ratios += tally.ratios
    return pool


def _row(label: str, modes: Sequence[Tally]) -> str:
    shares = " | ".join(f"{tally.exact / tally.pages:.3f}" for tally in modes)
    none = modes[MODES.index("none")]
    p95 = sorted(none.ms)[int(0.95 * (len(none.ms) - 1))]
    return (
        f"| {label} | {none.pages} | {shares} | {statistics.median(none.ratios):.2f} | {p95:.1f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--encodings", nargs="*", default=(), help="only these")
    parser.add_argument(
        "--every",
        type=int,
        default=1,
        metavar="N",
        help="only the first of each N pages of a folder",
    )
    wrong = "list N pages of each row that decode wrongly, of the open half"
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help=wrong)
    arguments = parser.parse_args()
    tallies = run(arguments.folders, arguments.encodings, arguments.every)
    print(table(tallies))
    for (label, mode), tally in tallies.items():
        for line in tally.wrong[: arguments.wrong]:
            print(f"{label}, {mode}: {line}")


if __name__ == "__main__":
    main()
