"""Lazy patterns behave as compiled ones do, and every one in the package can be compiled."""

from __future__ import annotations

import gc
import re

import pytest

from newsclean.text.patterns import _METHODS, _LazyPattern, lazy
from tests.modules import imported_modules


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("search", ("a 12 b 3",)),
        ("search", ("a 12 b 3", 4, 8)),
        ("match", ("12",)),
        ("fullmatch", ("12 ",)),
        ("findall", ("a 12 b 3",)),
        ("sub", ("#", "a 12 b 3")),
        ("subn", ("#", "a 12 b 3", 1)),
        ("split", ("a 12 b 3",)),
    ],
)
def test_each_method_gives_what_the_compiled_pattern_gives(
    method: str, arguments: tuple[object, ...]
) -> None:
    first, again = (getattr(pattern, method)(*arguments) for pattern in [lazy(r"(\d+)")] * 2)
    wanted = getattr(re.compile(r"(\d+)"), method)(*arguments)
    if isinstance(wanted, re.Match):
        first, again, wanted = first.span(), again.span(), wanted.span()
    assert first == again == wanted


def test_finditer_bytes_and_flags() -> None:
    assert [match[0] for match in lazy("[a-z]+", re.I).finditer("A b")] == ["A", "b"]
    assert lazy(rb"<\w+").findall(b"<a><b>") == [b"<a", b"<b"]


def test_a_pattern_is_compiled_once_and_only_when_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def compile_and_note(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr(re, "compile", compile_and_note)
    pattern = lazy("x+")
    assert (pattern.pattern, compiled) == ("x+", [])
    assert pattern.sub("y", "xx") == "y"
    assert pattern.search("axx")
    assert compiled == ["x+"]


def test_what_a_lazy_pattern_has_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="groups"):
        _ = lazy("x").groups


def test_every_pattern_of_the_package_compiles() -> None:
    assert imported_modules()
    patterns = [each for each in gc.get_objects() if isinstance(each, _LazyPattern)]
    for pattern in patterns:
        assert all(callable(getattr(pattern, method)) for method in _METHODS), pattern
