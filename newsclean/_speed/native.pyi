from collections.abc import Mapping, Sequence
from typing import Any

SOURCES: str

class Forest:
    def __new__(cls, trees: Sequence[Any], unit: float) -> Forest: ...
    def scores(
        self, parts: Sequence[tuple[Mapping[str, Sequence[float]], Sequence[int]]]
    ) -> list[float]: ...
