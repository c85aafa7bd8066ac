from collections.abc import Callable, Mapping, Sequence
from typing import Any

SOURCES: str
NUMBERS: dict[str, int]

def read_first_words(
    texts: list[str],
    topic: frozenset[str],
    weights: dict[str, float],
    split: Callable[[str], Sequence[str]],
    sum: Callable[[list[float]], float],
    /,
) -> tuple[list[int], list[int], list[float], list[float]]: ...

class Forest:
    def __new__(cls, trees: Sequence[Any], unit: float) -> Forest: ...
    def scores(
        self, parts: Sequence[tuple[Mapping[str, Sequence[float]], Sequence[int]]]
    ) -> list[float]: ...

class Builder:
    def __new__(cls, tables: dict[str, Any]) -> Builder: ...
    def start(self, tag: str, attributes: Mapping[str, str], /) -> None: ...
    def end(self, tag: str, /) -> None: ...
    def data(self, text: str, /) -> None: ...
    def flush(self) -> None: ...
