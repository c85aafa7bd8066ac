"""Arguments are read if they can be meant; all others are refused with a remedy."""

from __future__ import annotations

import dataclasses
import io
from collections import UserDict
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean import InputError, NewscleanError

PAGE = "<h1>Ferry returns</h1><p>3 hours ago</p><p>The island ferry sails again from Monday.</p>"


class Response:
    """What a client of HTTP gives, whose body must not be read for the sake of a message."""

    @property
    def content(self) -> bytes:
        raise AssertionError("the content was read")

    def read(self) -> bytes:
        return b""


class AsyncResponse:
    content: Any = object()

    async def read(self) -> bytes:
        return b""


@dataclasses.dataclass
class Fetched:
    content: bytes


class Unhelpful:
    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


@pytest.mark.parametrize(
    ("page", "type_", "remedy"),
    [
        (None, "NoneType", "give the bytes or the text of the page"),
        (5, "int", "give the bytes or the text of the page"),
        (Path("page.html"), type(Path()).__name__, r"give its \.read_bytes\(\)"),
        (newsclean.Input(b"<p>"), "Input", r"give its \.page, .* or call extract_many"),
        (Response(), "Response", r"give its \.content"),
        (AsyncResponse(), "AsyncResponse", r"give what its \.read\(\) returns when it is awaited"),
        (Fetched(b""), "Fetched", r"give its \.content"),
        (io.BytesIO(b"<p>"), "BytesIO", r"give its \.read\(\)"),
        (io.StringIO("<p>"), "StringIO", r"give its \.read\(\)"),
        ({"html": ""}, "dict", "give the value that holds the page"),
        (UserDict(), "UserDict", "give the value that holds the page"),
        (["<p>"], "list", "call newsclean once for each page"),
        (iter(["<p>"]), "list_iterator", "call newsclean once for each page"),
        (Unhelpful(), "Unhelpful", "give the bytes or the text of the page"),
        (object(), "object", "give the bytes or the text of the page"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_page_is_refused_with_a_remedy(page: Any, type_: str, remedy: str) -> None:
    message = f"^page must be bytes, str or an lxml tree, not {type_}: {remedy}$"
    with pytest.raises(TypeError, match=message):
        newsclean.extract(page)
    with pytest.raises(TypeError, match=message):
        newsclean.explain(page)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"url": 5}, r"url must be str, bytes or None, not int: give str\(\) of the address"),
        ({"url": Path("/a")}, "url must be str, bytes or None, not"),
        (
            {"content_type": {"Content-Type": "text/html"}},
            (
                "content_type must be str, bytes or None, not dict: "
                "give the value of the Content-Type header"
            ),
        ),
        (
            {"reference_date": 1726106792},
            (
                "reference_date must be a datetime, a date, text in ISO 8601 or None, not int: "
                r"give datetime\.fromtimestamp\(seconds, timezone\.utc\) for a number of seconds"
            ),
        ),
        (
            {"limits": {"bytes": 5}},
            (
                "limits must be a newsclean.Limits, not dict: "
                r"give for example newsclean\.Limits\(seconds=5\)"
            ),
        ),
        ({"limits": None}, "limits must be a newsclean.Limits, not NoneType"),
    ],
)
def test_other_arguments_are_refused_by_name(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=f"^{message}"):
        newsclean.extract(PAGE, **arguments)


@pytest.mark.parametrize(
    "page",
    [
        "https://example.org/news/1",
        "HTTP://example.org",
        "s3://bucket/page",
        "file:///tmp/page",
        "/home/jane/page",
        "./page",
        "../page",
        "~/page",
        r"C:\pages\1",
        "d:/pages/1",
        r"\\server\pages\1",
        "page.html",
        "PAGE.HTM",
        "新闻.html",
        "dump.txt",
        "feed.xml",
        "paper.pdf",
        "page.gz",
        "page.html\n",
    ],
)
def test_the_name_of_a_page_is_no_page(page: str, tmp_path: Path) -> None:
    message = r"^page is an address or a path \(.*\), not a page: give the bytes or the text"
    with pytest.raises(InputError, match=message) as caught:
        newsclean.extract(page)
    assert isinstance(caught.value, NewscleanError)
    existing = tmp_path / "page.html"
    existing.write_text(PAGE)
    with pytest.raises(InputError):
        newsclean.extract(str(existing))


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "Ferry",
        "<p>page.html",
        "</p>",
        "/<p>Ferry",
        "https://example.org/ is where the ferry's times are.",
        "See page.html",
        "https://example.org/1\nhttps://example.org/2",
        "渡轮周一恢复航行。",
        "x" * 9_000 + ".html",
    ],
)
def test_a_text_that_is_not_only_a_name_is_read(page: str) -> None:
    assert newsclean.explain(page).decoded.text == page


def test_bytes_are_never_taken_for_an_address() -> None:
    assert newsclean.explain(b"page.html").decoded.text == "page.html"


def test_addresses_and_headers_may_be_bytes() -> None:
    page = f"<meta charset=utf-8>{PAGE}".encode()
    expected = newsclean.explain(page, "https://example.org/é", "text/html; charset=gbk")
    url = "https://example.org/é".encode()
    assert newsclean.explain(page, url, b"text/html; charset=gbk") == expected
    assert (expected.article.url, expected.decoded.declared) == ("https://example.org/é", "gbk")


def test_a_subclass_of_text_is_read_as_text() -> None:
    class Pages(StrEnum):
        ONE = PAGE

    class Data(bytes):
        def __bytes__(self) -> bytes:
            raise AssertionError("__bytes__ was called")

    assert newsclean.explain(Pages.ONE) == newsclean.explain(PAGE)
    assert type(newsclean.explain(Pages.ONE).decoded.text) is str
    assert newsclean.explain(Data(PAGE.encode())) == newsclean.explain(PAGE.encode())


@pytest.mark.parametrize(
    ("reference_date", "found"),
    [
        (datetime(2024, 9, 12, 10, 6), datetime(2024, 9, 12, 7, 6)),
        ("2024-09-12T10:06", datetime(2024, 9, 12, 7, 6)),
        (" 2024-09-12 10:06Z ", datetime(2024, 9, 12, 7, 6, tzinfo=UTC)),
        (date(2024, 9, 12), datetime(2024, 9, 11, 21)),
        ("2024-09-12", datetime(2024, 9, 11, 21)),
        (None, None),
    ],
)
def test_a_reference_is_a_date_or_its_text(reference_date: Any, found: datetime | None) -> None:
    page = "<h1>Ferry returns</h1><p>Posted 3 hours ago</p><p>The island ferry sails again.</p>"
    assert newsclean.extract(page, reference_date=reference_date).date == found


def test_a_reference_that_is_not_a_time_is_none() -> None:
    class NotATime(datetime):
        """As the `NaT` of pandas is made."""

        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = datetime.__hash__

    found = newsclean.extract(PAGE, reference_date=NotATime(2024, 9, 12))
    assert found == newsclean.extract(PAGE)


@pytest.mark.parametrize("text", ["yesterday", "", "2024-13-01", "12.09.2024", "\ud800"])
def test_a_reference_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="reference_date must be a date in ISO 8601 such as"):
        newsclean.extract(PAGE, reference_date=text)


def test_a_memoryview_may_be_of_any_form_but_not_released() -> None:
    data = PAGE.encode()
    spread = bytes(byte for pair in zip(data, data, strict=True) for byte in pair)
    expected = newsclean.explain(data)
    assert newsclean.explain(memoryview(spread)[::2]) == expected
    assert newsclean.explain(memoryview(bytearray(data))) == expected
    released = memoryview(data)
    released.release()
    with pytest.raises(InputError, match="page is a memoryview that was released"):
        newsclean.extract(released)


anything: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | st.binary()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.timezones())
    | st.timedeltas()
    | st.sampled_from([object(), int, newsclean, Path(), io.BytesIO(), PAGE.encode()]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)


@given(anything, anything, anything, anything, st.just(newsclean.Limits()) | anything)
def test_the_worst_arguments_raise_nothing_else(
    page: Any, url: Any, content_type: Any, reference_date: Any, limits: Any
) -> None:
    try:
        newsclean.explain(page, url, content_type, reference_date=reference_date, limits=limits)
    except (TypeError, InputError) as error:
        named = str(error).split()[0]
        assert named in ("page", "url", "content_type", "reference_date", "limits")


@given(st.binary() | st.text(), st.none() | st.text() | st.binary(), st.none() | st.binary())
def test_values_of_the_right_types_are_read(
    page: bytes | str, url: str | bytes | None, content_type: bytes | None
) -> None:
    if isinstance(page, str):
        page = f"<p>{page}"  # so that it is no address
    report = newsclean.explain(page, url, content_type)
    assert report.article.faults == ()
