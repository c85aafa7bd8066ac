"""Small charts of bars, made of elements.

matplotlib would be a dependency, and it draws text that does not follow the theme of a notebook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from newsclean.display.view import LINE, QUIET, box
from newsclean.model import Label
from newsclean.output import safe_html as safe
from newsclean.output.palette import COLOURS

BAR = "#27894f"
# More bars would not be read; the rest are summed.
MOST_BARS = 8


def bars(title: str, counts: Mapping[str, int], colours: Mapping[str, str] | None = None) -> str:
    """A horizontal bar for each count, in the given order, with its number.

    >>> "width:50.0%" in bars("languages", {"zh": 4, "en": 2})
    True
    """
    most = max(counts.values(), default=0) or 1
    rows = []
    for name, count in counts.items():
        colour = (colours or {}).get(name, BAR)
        bar = box(f"width:{100 * count / most:.1f}%;height:.8em;background:{colour}", "")
        rows.append(
            f'<div style="overflow:hidden;text-overflow:ellipsis">{safe.text(name)}</div>'
            f'<div style="align-self:center">{bar}</div><div>{count:,}</div>'
        )
    grid = "display:grid;grid-template-columns:minmax(3em,auto) 1fr auto;gap:.1em .7em"
    head = f'<div style="font-weight:600;margin-bottom:.3em">{safe.text(title)}</div>'
    inner = box(grid, "".join(rows)) if rows else f'<div style="{QUIET}">none</div>'
    return box(f"border:{LINE};border-radius:6px;padding:.7em .9em;min-width:0", head + inner)


def top(counts: Counter[str]) -> dict[str, int]:
    """The greatest counts, and the sum of the others.

    >>> top(Counter(a=3, b=1))
    {'a': 3, 'b': 1}
    >>> top(Counter("abcdefghij"))["3 others"]
    3
    """
    if len(counts) <= MOST_BARS:
        return dict(counts.most_common())
    found = dict(counts.most_common(MOST_BARS - 1))
    return {**found, f"{len(counts) - len(found)} others": counts.total() - sum(found.values())}


def label_bars(counts: Counter[Label]) -> str:
    """The characters of each label, in the colours of the report."""
    named = {label.value: counts[label] for label in Label if counts[label]}
    colours = {label.value: colour for label, colour in COLOURS.items()}
    return bars("characters by label", named, colours)
