"""Give signals of quality that are new the weight 0: `python -m tools.train.signals`.

Training extracts pages, and no page is extracted with a file of weights that lacks a signal of the
code. Signals that the code no longer has are left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import newsclean.learned
from newsclean.assemble.quality import NAMES
from tools.train.learned import format_learned

QUALITY = Path(newsclean.learned.__file__).parent / "quality.json"


def with_signals(found: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """The content of a file of weights for these signals.

    >>> old = {"features": ["a"], "learned": {"quality": {"bias": 1.0, "weights": {"a": 2.0}}}}
    >>> with_signals(old, ("b", "a"))["learned"]
    {'quality': {'bias': 1.0, 'weights': {'b': 0.0, 'a': 2.0}}}
    """
    learned = {
        key: {**own, "weights": {name: own["weights"].get(name, 0.0) for name in names}}
        for key, own in found["learned"].items()
    }
    return {**found, "features": list(names), "learned": learned}


if __name__ == "__main__":
    content = json.loads(QUALITY.read_text("utf-8"))
    QUALITY.write_text(format_learned(with_signals(content, NAMES)), "utf-8")
