"""`python -m tests.hostile.backtracking [WORD]`: the steps of every regular expression on baits.

Each pattern of the package is tried on baits made from it, of 50 characters, of 100, and so on. On
a linear one twice the characters take twice the steps. A line is printed for each pattern that
takes more again and again, or too many for each character; the exit code is 1 if there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from typing import Any, NamedTuple

from tests.hostile.bait import Recipe, recipes
from tests.hostile.patterns import Used, patterns
from tests.hostile.steps import Matcher, TooManyStepsError

SIZES = (50, 100, 200, 400, 800, 1600, 3200)
# A bounded repeat takes more than twice the steps as long as the bait is shorter than the bound, so
# the next sizes are tried until growth is less than this, and all up to the third at least.
GROWTH, LEAST_SIZES = 2.3, 3
# Of 300 patterns the lists of words take most steps for each character: 560 for the roles of the
# desk, 190 for words that are no name.
MOST_EACH = 800
MOST = 500_000
"""The number of steps from which on a pattern counts as hanging on a bait."""
SHORT = 400
"""The length of a line of text: a pattern that hangs on it can do so on any page."""


class Finding(NamedTuple):
    """A bait, and the number of steps of a pattern on it at each size."""

    name: str
    method: str
    recipe: Recipe
    steps: tuple[int, ...]
    verdict: str  # "" if the pattern is linear

    def __str__(self) -> str:
        before, unit, after = self.recipe
        bait = f"{before!r} + n * {unit!r} + {after!r}"
        return f"{self.name}.{self.method}: {self.verdict}, {self.steps} steps on {bait}"


Trial = tuple[tuple[int, ...], str]
"""The steps at each size, and the verdict on the pattern."""


def worst(used: Used, sizes: Sequence[int] = SIZES, most_baits: int | None = None) -> Finding:
    """The first bait on which a pattern is not linear, or the one with the most steps."""
    matcher = Matcher(used.pattern, MOST)
    found = Finding(used.name, "", Recipe("", "", ""), (0,), "")
    for recipe, method in product(recipes(used.pattern)[:most_baits], used.methods):
        steps, verdict = _tried(partial(matcher.steps, method), recipe, sizes)
        if verdict or steps[-1] > found.steps[-1]:
            found = Finding(used.name, method, recipe, steps, verdict)
        if verdict:
            break
    return found


def _tried(count: Callable[[str], int], recipe: Recipe, sizes: Sequence[int]) -> Trial:
    """The steps at each size, up to the first linear growth, and the verdict."""
    steps: list[int] = []
    for place, size in enumerate(sizes, 1):
        try:
            text = recipe.text(size)
            steps.append(count(text))
        except TooManyStepsError:
            return (*steps, MOST), "hangs" if size <= SHORT else "superlinear"
        linear = place > 1 and steps[-1] <= GROWTH * steps[-2]
        if linear and place >= LEAST_SIZES:
            break
    if not linear:
        return tuple(steps), "superlinear"
    # What a part of a recipe repeats makes the text longer than the size.
    most = MOST_EACH * max(size, len(text))
    return tuple(steps), "too many steps" if steps[-1] > most else ""


def main(word: str = "") -> int:
    """Print each pattern that is not linear, and the number of patterns."""
    used: list[Used] = [one for one in patterns() if word in one.name]
    wrong: list[Any] = [finding for one in used if (finding := worst(one)).verdict]
    print(*wrong, f"{len(used)} patterns, {len(wrong)} not linear", sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
