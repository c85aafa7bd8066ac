"""Whether compiled code keeps objects that it should let go."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from itertools import pairwise

ROUNDS = 4


def least_growth(work: Callable[[], object], times: int) -> int:
    """By how many blocks of memory the process grows in the round in which it grows least.

    A leak of one object each time is `times` blocks in every round. Other threads of the process,
    such as those of a test runner, allocate in some of them.
    """
    sizes = []
    for _ in range(ROUNDS + 1):
        for _ in range(times):
            work()
        gc.collect()
        sizes.append(sys.getallocatedblocks())
    return min(after - before for before, after in pairwise(sizes))
