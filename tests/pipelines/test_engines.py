"""Every engine yields the rows of `extract`. Each is skipped where it is not installed."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import Article
from newsclean.pipelines import article_from_row
from tests.pipelines.corpus import (
    CONTENT_TYPE,
    ROOT,
    article_of,
    composed,
    url_of,
    write_warc,
)

# The frameworks warn of what they themselves do.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

COUNT = 130
TEXT = (ROOT / "docs" / "pipelines.md").read_text("utf-8")
RECIPES = re.findall(r"^```python\n# recipe: (\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
PAGE = composed(1)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same pages as an archive and as a table."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    folder: Path = tmp_path_factory.mktemp("pages")
    write_warc(folder / "pages.warc.gz", [(url_of(n), composed(n)) for n in range(COUNT)])
    columns = {
        "id": [f"{n}" for n in range(COUNT)],
        "url": [url_of(n) for n in range(COUNT)],
        "html": [composed(n) for n in range(COUNT)],
        "content_type": [CONTENT_TYPE] * COUNT,
        "reference_date": ["2024-05-10T00:00:00Z"] * COUNT,
        "crawl": list(range(COUNT)),
    }
    parquet.write_table(pa.table(columns), folder / "pages.parquet")
    return folder


@pytest.mark.parametrize(
    ("module", "recipe"), [r for r in RECIPES if "articles" in r[1]], ids=lambda value: value[:12]
)
def test_a_recipe_writes_the_rows_of_extract(
    module: str, recipe: str, pages: Path, tmp_path: Path
) -> None:
    pytest.importorskip(module)
    if module == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    for name in ("pages.parquet", "pages.warc.gz"):
        (tmp_path / name).symlink_to(pages / name)
    (tmp_path / "job.py").write_text(recipe, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HOME": str(tmp_path / "hf")}
    environment |= {"HF_HUB_OFFLINE": "1", "RAY_USAGE_STATS_ENABLED": "0"}
    environment |= {"PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(
        [sys.executable, "job.py"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    rows = _rows(tmp_path)
    found = {row["url"]: article_from_row(row) for row in rows}
    assert len(rows) == COUNT
    assert found == {url_of(n): article_of(n) for n in range(COUNT)}
    if "pages.parquet" in recipe:
        assert sorted(row["crawl"] for row in rows) == list(range(COUNT))


def _rows(folder: Path) -> list[dict[str, Any]]:
    dataset = pytest.importorskip("pyarrow.dataset")
    [found] = [
        folder / name for name in ("articles", "articles.parquet") if (folder / name).exists()
    ]
    rows: list[dict[str, Any]] = dataset.dataset(found, format="parquet").to_table().to_pylist()
    return rows


class _Site(BaseHTTPRequestHandler):
    """A site with one page, whose charset only the header says."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", CONTENT_TYPE)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/news/1.html"
    server.shutdown()
    server.server_close()
    thread.join()


def _expected(url: str) -> Article:
    return newsclean.extract(PAGE, url, CONTENT_TYPE)


@pytest.mark.parametrize(("module", "recipe"), [r for r in RECIPES if "URL" in r[1]])
def test_a_recipe_fetches_a_page(module: str, recipe: str, site: str, tmp_path: Path) -> None:
    pytest.importorskip(module)
    end = "\n    print(json.dumps(article.to_dict()))\n"
    head = f"import json\nURL = {site!r}\n"
    if "__main__" not in recipe:
        end = end.replace("    ", "")
    job = tmp_path / "job.py"
    job.write_text(head + recipe.rstrip() + end, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_PROXY": "127.0.0.1"}
    out = subprocess.run(
        [sys.executable, job], env=environment, capture_output=True, check=True, timeout=120
    ).stdout
    assert Article.from_dict(json.loads(out)) == _expected(site)


SPIDER = """
import scrapy
import newsclean
from scrapy.crawler import CrawlerProcess
from newsclean.pipelines.zyte import zyte_article

class News(scrapy.Spider):
    name = "news"
    start_urls = [{url!r}]

    def parse(self, response):
        header = response.headers.get("Content-Type")
        article = newsclean.extract(response.body, url=response.url, content_type=header)
        yield zyte_article(article, response.url)

process = CrawlerProcess({{"FEEDS": {{"items.json": {{"format": "json"}}}}, "LOG_LEVEL": "ERROR"}})
process.crawl(News)
process.start()
"""


def test_a_spider_of_scrapy(site: str, tmp_path: Path) -> None:
    pytest.importorskip("scrapy")
    pytest.importorskip("zyte_common_items")
    (tmp_path / "spider.py").write_text(SPIDER.format(url=site), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_PROXY": "127.0.0.1"}
    subprocess.run(
        [sys.executable, "spider.py"], cwd=tmp_path, env=environment, check=True, timeout=120
    )
    [item] = json.loads((tmp_path / "items.json").read_text("utf-8"))
    expected = _expected(site)
    assert item["headline"] == expected.title
    assert item["articleBody"] == expected.body
    assert [author["name"] for author in item["authors"]] == ["Jane Roe"]
    assert item["datePublished"] == "2024-05-09T00:00:00"
    assert item["url"] == site


def test_a_page_object_of_web_poet() -> None:
    poet = pytest.importorskip("web_poet")
    pytest.importorskip("zyte_common_items")
    from newsclean.pipelines.zyte import NewscleanPage

    response = poet.HttpResponse(url_of(1), body=PAGE, headers={"Content-Type": CONTENT_TYPE})
    item = asyncio.run(NewscleanPage(response).to_item())
    expected = newsclean.extract(PAGE, url_of(1), CONTENT_TYPE)
    assert (item.headline, item.articleBody) == (expected.title, expected.body)
    assert "café" in item.articleBody


def test_a_pipeline_of_datatrove() -> None:
    pytest.importorskip("datatrove")
    data = pytest.importorskip("datatrove.data")
    from newsclean.pipelines.datatrove import NewscleanExtractor

    texts = [composed(n).decode("latin-1") for n in range(3)]
    documents = [
        data.Document(text=text, id=str(n), metadata={"url": url_of(n)})
        for n, text in enumerate([*texts, ""])
    ]
    # Without warming up, the first document would take longer than this on a busy machine.
    extractor = NewscleanExtractor(timeout=20)
    found = list(extractor.run(iter(documents)))
    expected = [newsclean.extract(text, url_of(n)) for n, text in enumerate(texts)]
    assert [document.text for document in found] == [article.body for article in expected]
    assert [document.metadata["title"] for document in found] == [a.title for a in expected]
    assert found[0].metadata["status"] == "ok"
    assert found[0].metadata["date"] == "2024-05-09T00:00:00"
    assert extractor.extract(texts[0]) == expected[0].body
    product = data.Document(text="<h1>Lamp</h1><p>$5. A lamp of brass.<p>Buy now.", id="product")
    only = NewscleanExtractor(timeout=20, articles_only=True)
    documents = [data.Document(text=texts[0], id="article"), product]
    assert [document.id for document in only.run(iter(documents))] == ["article"]


def _metadata(url: str) -> dict[str, Any]:
    return {
        "source": url,
        "title": "Ferry number 1 returns",
        "author": "Jane Roe",
        "language": "en",
    }


def test_a_parser_of_langchain() -> None:
    pytest.importorskip("langchain_core")
    from langchain_core.documents.base import Blob

    from newsclean.pipelines.langchain import NewscleanParser

    metadata = {"url": url_of(1), "content_type": CONTENT_TYPE}
    blob = Blob.from_data(PAGE, path="pages/1.html", metadata=metadata)
    [document] = NewscleanParser().lazy_parse(blob)
    assert document.page_content == newsclean.extract(PAGE, url_of(1), CONTENT_TYPE).body
    expected = {**_metadata("pages/1.html"), "date": "2024-05-09T00:00:00"}
    assert document.metadata.items() >= expected.items()
    assert list(NewscleanParser().lazy_parse(Blob.from_data(""))) == []


def test_a_reader_of_llamaindex(tmp_path: Path) -> None:
    pytest.importorskip("llama_index.core")
    from newsclean.pipelines.llamaindex import NewscleanReader

    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(PAGE))
    [document] = NewscleanReader().load_data(path, extra_info={"crawl": 7})
    assert document.text == newsclean.extract(PAGE).body
    assert document.metadata.items() >= {**_metadata(str(path)), "crawl": 7}.items()
    [document] = NewscleanReader().load_data(PAGE, url=url_of(1), content_type=CONTENT_TYPE)
    assert document.metadata.items() >= _metadata(url_of(1)).items()
