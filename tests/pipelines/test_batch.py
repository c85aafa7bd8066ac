"""`newsclean batch`: every kind of input and output, in this process."""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.cli import main
from newsclean.pipelines import COLUMNS, article_from_row
from newsclean.pipelines.batch.compressed import zstandard
from tests.pipelines.corpus import (
    article_of,
    composed,
    read_lines,
    url_of,
    write_lines,
    write_warc,
    write_wet,
)

COUNT = 5


def _batch(*arguments: object) -> int:
    return main(["batch", "--processes", "0", *map(str, arguments)])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "pages.warc.gz"
    write_warc(path, [(url_of(n), composed(n)) for n in range(COUNT)])
    return path


def _compressed(ending: str, data: bytes) -> bytes:
    if ending == ".gz":
        return gzip.compress(data)
    if ending == ".zst":
        pytest.importorskip("backports.zstd")
        found: bytes = zstandard().compress(data)
        return found
    if ending == ".br":
        return bytes(pytest.importorskip("brotli").compress(data))
    return data


@pytest.mark.parametrize("ending", ["", ".gz", ".zst", ".br"])
def test_a_folder_of_pages(ending: str, tmp_path: Path) -> None:
    folder = tmp_path / "crawl" / "deep"
    folder.mkdir(parents=True)
    for number in range(COUNT):
        page = _compressed(ending, composed(number))
        (folder / f"{number}.html{ending}").write_bytes(page)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    output = tmp_path / "out.jsonl"
    assert _batch(tmp_path / "crawl", "-o", output) == 0
    rows = read_lines(output)
    assert [Path(row["id"]).name for row in rows] == [f"{n}.html{ending}" for n in range(COUNT)]
    expected = [newsclean.extract(composed(n)) for n in range(COUNT)]
    assert [article_from_row(row) for row in rows] == expected
    assert not output.with_name("out.jsonl.state").exists()


def test_patterns_and_files_in_the_order_given(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.page").write_bytes(composed(number))
    output = tmp_path / "out.jsonl"
    assert _batch(tmp_path / "2.page", tmp_path / "*.page", "-o", output) == 0
    assert [row["title"][13] for row in read_lines(output)] == ["2", "0", "1"]


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_an_archive(ending: str, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    path = tmp_path / f"pages.warc{ending}"
    write_warc(path, [(url_of(n), composed(n)) for n in range(COUNT)])
    output = tmp_path / "out.jsonl"
    assert _batch(path, "-o", output) == 0
    rows = read_lines(output)
    assert [row["url"] for row in rows] == [url_of(n) for n in range(COUNT)]
    assert [article_from_row(row) for row in rows] == [article_of(n) for n in range(COUNT)]
    assert rows[0]["id"] == "urn:uuid:000000000000-1"
    assert "café owners" in rows[0]["body"]
    assert rows[0]["encoding"] == "cp1252"


def test_an_archive_of_texts(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    text = (newsclean.extract(composed(1)).body + "\n") * 2
    write_wet(tmp_path / "pages.wet", [("https://example.org/a", text)])
    output = tmp_path / "out.jsonl"
    assert _batch(tmp_path / "pages.wet", "-o", output) == 0
    [row] = read_lines(output)
    assert article_from_row(row) == newsclean.extract(
        text.encode(), "https://example.org/a", "text/plain", reference_date="2024-05-10T00:00:00Z"
    )


@pytest.mark.parametrize("ending", ["", ".gz", ".zst", ".br"])
def test_lines_of_json(ending: str, tmp_path: Path) -> None:
    plain = tmp_path / "pages.jsonl"
    write_lines(plain, COUNT)
    path = tmp_path / f"pages.jsonl{ending}"
    path.write_bytes(_compressed(ending, plain.read_bytes()))
    output = tmp_path / "out.jsonl"
    assert _batch(path, "-o", output, "--keep", "crawl", "--keep", "title") == 0
    rows = read_lines(output)
    assert [row["id"] for row in rows] == [f"page-{n}" for n in range(COUNT)]
    assert [row["crawl"] for row in rows] == list(range(COUNT))
    assert {row["input_title"] for row in rows} == {None}
    pages = [composed(n).decode("latin-1") for n in range(COUNT)]
    expected = [newsclean.extract(page, url_of(n)) for n, page in enumerate(pages)]
    assert [article_from_row(row) for row in rows] == expected


def test_lines_that_are_no_records_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    good = json.dumps({"content": composed(1).decode("latin-1"), "uri": "https://example.org/"})
    lines = ("{", "5", '{"uri": 1}', good, "", "[" * 100_000, '{"content": 5}')
    path.write_text("\n".join(lines), "utf-8")
    output = tmp_path / "out.jsonl"
    named = ("--html-field", "content", "--url-field", "uri")
    assert _batch(path, "-o", output, *named) == 0
    rows = read_lines(output)
    assert [row["status"] for row in rows] == ["error"] * 3 + ["ok"] + ["error"] * 2
    assert [row["error"].partition(":")[0] for row in rows if row["error"]] == [
        "no JSON",
        "the line is no object of JSON",
        "the record has no field content",
        "no JSON",
        "TypeError",
    ]
    assert rows[0]["id"] == f"{path.as_posix()}:1"


def test_every_row_has_the_fields_that_are_kept(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text('{"html": "a", "id": 1, "input_id": 2}\n{\n', "utf-8")
    (tmp_path / "page.html").write_bytes(composed(0))
    kept = ("--keep", "input_id", "--keep", "id")
    assert _batch(tmp_path, "-o", tmp_path / "out.csv", *kept) == 0
    rows = _csv(tmp_path / "out.csv")
    assert [(row["input_id"], row["input_input_id"]) for row in rows] == [
        ("", ""), ("2", "1"), ("", ""),
    ]  # fmt: skip


def test_tables(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "pages.parquet"
    columns = {"html": [composed(n) for n in range(COUNT)], "day": list(range(COUNT))}
    parquet.write_table(pa.table(columns), path)
    output = tmp_path / "out.parquet"
    assert _batch(path, "-o", output, "--keep", "day") == 0
    rows = parquet.read_table(output).to_pylist()
    expected = [newsclean.extract(composed(n)) for n in range(COUNT)]
    assert [article_from_row(row) for row in rows] == expected
    assert [row["day"] for row in rows] == ["0", "1", "2", "3", "4"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.parquet", "pages.parquet"]


def _csv(path: Path) -> list[dict[str, str]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    csv.field_size_limit(1 << 30)
    return list(csv.DictReader(data.decode().splitlines(keepends=True)))


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("out.jsonl", read_lines),
        ("out.jsonl.gz", read_lines),
        ("out.jsonl.zst", read_lines),
        ("out.csv", _csv),
        ("out.csv.gz", _csv),
    ],
)
def test_every_kind_of_file(name: str, read: Callable[[Path], Any], tmp_path: Path) -> None:
    if name.endswith(".zst"):
        pytest.importorskip("backports.zstd")
    write_lines(tmp_path / "pages.jsonl", COUNT)
    output = tmp_path / "deep" / name
    assert _batch(tmp_path / "pages.jsonl", "-o", output) == 0
    rows = read(output)
    assert [row["title"] for row in rows] == [f"Ferry number {n} returns" for n in range(COUNT)]
    assert list(rows[0]) == list(COLUMNS)


DOCUMENTS: list[tuple[str, str, Callable[[newsclean.Article], str]]] = [
    ("markdown", "md", lambda article: article.to_markdown(front_matter=True)),
    ("html", "html", lambda article: article.to_html()),
    ("tei", "xml", lambda article: article.to_tei()),
]


@pytest.mark.parametrize(("format_", "ending", "text_of"), DOCUMENTS)
def test_documents(
    format_: str, ending: str, text_of: Callable[[newsclean.Article], str], tmp_path: Path
) -> None:
    write_lines(tmp_path / "pages.jsonl", 2)
    assert _batch(tmp_path / "pages.jsonl", "-o", tmp_path / "out", "--format", format_) == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [f"00000001.{ending}", f"00000002.{ending}"]
    page = composed(1).decode("latin-1")
    article = newsclean.extract(page, url_of(1))
    assert (tmp_path / "out" / names[1]).read_text("utf-8") == text_of(article)


FILTERS: dict[str, Callable[[newsclean.Article], bool]] = {
    "--articles-only": lambda article: article.is_article,
    "--language=zh": lambda article: article.language == "zh-Hans",
    "--language=z": lambda _: False,
    "--min-quality=0.9": lambda article: article.quality >= 0.9,
}


@pytest.mark.parametrize("name", FILTERS)
def test_filters(name: str, tmp_path: Path) -> None:
    fixtures = Path(__file__).parents[2] / "fixtures"
    pages = [
        composed(0),
        b"<title>404</title><p>Page not found.",
        (fixtures / "city-paper-utf8" / "page.html").read_bytes(),
        b"",
    ]
    for number, page in enumerate(pages):
        (tmp_path / f"{number}.html").write_bytes(page)
    output = tmp_path / "out.jsonl"
    assert _batch(tmp_path, "-o", output, name) == 0
    wanted = [n for n, page in enumerate(pages) if FILTERS[name](newsclean.extract(page))]
    assert len(wanted) < len(pages)
    assert [int(Path(row["id"]).stem) for row in read_lines(output)] == wanted


def test_a_report(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    report = tmp_path / "sites.tsv"
    assert _batch(archive, "-o", tmp_path / "out.jsonl", "--report", report) == 0
    with report.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert [(row["site"], row["pages"], row["ok"]) for row in rows] == [
        ("site0.example", "2", "2"),
        ("site1.example", "2", "2"),
        ("site2.example", "1", "1"),
    ]
    assert {row["share_without_source"] for row in rows} == {"1.000"}
    assert {row["share_without_title"] for row in rows} == {"0.000"}


@pytest.mark.parametrize("share", [0.7, 0.75, 0.78, 0.995])
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_an_archive_that_is_cut(ending: str, share: float, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    cut = tmp_path / f"cut.warc{ending}"
    write_warc(cut, [(url_of(n), composed(n)) for n in range(COUNT)])
    data = cut.read_bytes()
    cut.write_bytes(data[: int(len(data) * share)])
    write_lines(tmp_path / "more.jsonl", 1)
    output = tmp_path / "out.jsonl"
    assert _batch(cut, tmp_path / "more.jsonl", "-o", output) == 1
    *rows, last = read_lines(output)
    assert last["id"] == "page-0"
    whole = [article_from_row(row) for row in rows]
    assert len(whole) >= 3
    assert whole == [article_of(n) for n in range(len(whole))]


@pytest.mark.parametrize(
    ("name", "library"),
    [
        ("bad.jsonl.gz", "gzip"),
        ("bad.parquet", "pyarrow"),
        ("bad.warc.gz", "fastwarc"),
        ("bad.jsonl.br", "brotli"),
    ],
)
def test_a_damaged_file_is_told(
    name: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip(library)
    (tmp_path / name).write_bytes(b"\x1f\x8b\x08\x00nothing of the kind" * 9)
    assert _batch(tmp_path / name, "-o", tmp_path / "out.jsonl") == 1
    assert "not read to their end: 1 input" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("a.warc", "fastwarc.warc", "batch"),
        ("a.parquet", "pyarrow.parquet", "batch"),
        ("a.html.br", "brotli", "compression"),
        ("a.html.zst", "backports.zstd", "compression"),
    ],
)
def test_a_library_that_is_missing_is_told(
    name: str,
    library: str,
    extra: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for missing in (library, "compression"):
        monkeypatch.setitem(sys.modules, missing, None)
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(SystemExit) as caught:
        _batch(tmp_path / name, "-o", tmp_path / "out.jsonl")
    assert caught.value.code == 2
    assert f"pip install 'newsclean[{extra}]'" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_page_that_is_too_large(tmp_path: Path) -> None:
    write_lines(tmp_path / "pages.jsonl", 1)
    output = tmp_path / "out.jsonl"
    assert _batch(tmp_path / "pages.jsonl", "-o", output, "--max-bytes", 99) == 0
    assert [row["status"] for row in read_lines(output)] == ["too_large"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nosuch", "-o", "out.jsonl"], "there is no file or folder 'nosuch'"),
        ([".", "-o", "out.doc"], "out.doc must end with .jsonl"),
        ([".", "-o", "out.parquet.gz"], "must end with"),
        ([".", "-o", "there.jsonl"], "exists already: give --overwrite"),
        ([".", "-o", "out.jsonl", "--format", "tei"], "out.jsonl is the name of a file"),
        ([".", "-o", "out.jsonl", "--min-quality", "2"], "must be a number from 0 to 1, not '2'"),
        ([".", "-o", "out.jsonl", "--min-quality", "x"], "must be a number from 0 to 1, not 'x'"),
        ([".", "-o", "out.jsonl", "--timeout", "0"], "must be a number above 0, not '0'"),
        ([".", "-o", "out.jsonl", "--processes", "-1"], "must be a whole number of 0 or more"),
        ([".", "-o", "out.jsonl", "--language", ""], "must be a language tag such as en"),
        ([".", "-o", "out.jsonl", "--rules", "none"], "cannot read none: No such file"),
    ],
)
def test_wrong_usage(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_bytes(composed(0))
    (tmp_path / "there.jsonl").write_bytes(b"mine\n")
    with pytest.raises(SystemExit) as caught:
        _batch(*arguments)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err
    assert (tmp_path / "there.jsonl").read_bytes() == b"mine\n"


def test_overwriting(tmp_path: Path) -> None:
    write_lines(tmp_path / "pages.jsonl", 2)
    output = tmp_path / "out.jsonl"
    output.write_bytes(b"old\n" * 100_000)
    assert _batch(tmp_path / "pages.jsonl", "-o", output, "--overwrite") == 0
    assert len(read_lines(output)) == 2


def test_an_output_without_its_library_leaves_nothing_behind(
    archive: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SystemExit) as caught:
        _batch(archive, "-o", tmp_path / "out" / "rows.parquet")
    assert caught.value.code == 2
    assert "pip install 'newsclean[batch]'" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
