"""Addresses are made whole as the standard library does it."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.metadata.addresses import ROOTED, joined

BASES = (
    "https://a.example/x/y.html",
    "HTTP://A.example:80?q",
    "//a.example/",
    "ftp://a.example",
    "",
)
PATHS = ("/a/b.html", "/", "/a//b", "/a/../b", "/a/.", "/a.b.c?x=1;y", "/a;p", "/a?", "/ü", "//b/c")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("base", BASES)
def test_a_path_from_the_root_is_joined(base: str, path: str) -> None:
    assert joined(base, path) == urljoin(base, path)


@given(st.sampled_from(BASES), st.text(st.sampled_from("ab/.:;?#=%-~ ü"), max_size=12))
def test_any_path_is_joined_as_urljoin_does(base: str, path: str) -> None:
    address = f"/{path}"
    try:
        expected = urljoin(base, address.strip())
    except ValueError:
        expected = address.strip()
    assert joined(base, address) == expected


def test_most_paths_need_nothing_resolved() -> None:
    assert ROOTED.fullmatch("/news/2024/05/ferry-returns.html?page=2")
    assert not ROOTED.fullmatch("/news/../ferry")
