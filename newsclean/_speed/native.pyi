from collections.abc import Callable, Mapping, Sequence
from typing import Any

SOURCES: str
NUMBERS: dict[str, int]

FEATURES: tuple[str, ...]

def count_wide(text: str, /) -> int: ...
def count_han_and_kana(text: str, /) -> int: ...
def count_hangul(text: str, /) -> int: ...

class Keys:
    def __new__(
        cls, read_characters: Callable[[int], tuple[str, bytes]], purely: Callable[[str], str]
    ) -> Keys: ...
    def make(self, text: str, /) -> str: ...

class Reader:
    def __new__(
        cls,
        text_words: dict[str, float],
        class_words: dict[str, float],
        ranks: dict[str, int],
        other_rank: float,
        tags: dict[str, int],
        closing: str,
        read_letters: Callable[[int], tuple[str, bytes]],
        read_groups: Callable[[str], int],
        split: Callable[[str], Sequence[str]],
        sum: Callable[[list[float]], float],
    ) -> Reader: ...
    def read(
        self,
        blocks: tuple[Any, ...],
        elements: tuple[Any, ...],
        flags: bytes,
        headline: int,
        topic: frozenset[str],
        stated: str,
        kind: tuple[float, ...],
        /,
    ) -> tuple[list[int], list[float], bytes]: ...

class Lexicon:
    def __new__(
        cls,
        whole: dict[str, list[Sequence[Any]]],
        prefixes: dict[str, list[Sequence[Any]]],
        rules: list[tuple[Any, ...]],
        read_characters: Callable[[int], tuple[str, bytes]],
        fold: Callable[[str], str],
        find_spans: Callable[[str, str], list[tuple[int, int]]],
        hit: type[tuple[Any, ...]],
    ) -> Lexicon: ...
    def find(self, texts: Sequence[str], /) -> list[tuple[Any, ...]]: ...

class Forest:
    def __new__(cls, trees: Sequence[Any], unit: float) -> Forest: ...
    def scores(
        self, parts: Sequence[tuple[Mapping[str, Sequence[float]], Sequence[int]]]
    ) -> list[float]: ...
    def probabilities(
        self, rows: bytes, names: tuple[str, ...], indices: list[int], size: int, /
    ) -> list[float]: ...

class Builder:
    def __new__(cls, tables: dict[str, Any]) -> Builder: ...
    def start(self, tag: str, attributes: Mapping[str, str], /) -> None: ...
    def end(self, tag: str, /) -> None: ...
    def data(self, text: str, /) -> None: ...
    def flush(self) -> None: ...
    def elements(self) -> tuple[Any, ...]: ...
