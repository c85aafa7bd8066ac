"""Tables of the lexicon -> the files that the package reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

from newsclean.lexicon.compiled import LINES, RULES, WORDS, Rule
from newsclean.lexicon.folding import fold, is_spaced, spellings
from newsclean.lexicon.groups import labels
from newsclean.lexicon.signs import EDGES, signs
from tools.lexicon.tables import Entry

QUANTIFIERS = "*?{+"
NOT_LITERAL = ".^$|" + QUANTIFIERS


def compile_tables(entries: Iterable[Entry]) -> dict[str, str]:
    """The text of each compiled file."""
    entries = list(entries)
    return {
        RULES: _dump(_index(entries)),
        WORDS: _paragraphs(_words(entries)),
        LINES: _paragraphs(_folded_lines(entries)),
    }


def _dump(value: dict[str, Any]) -> str:
    """JSON with a line for each key of the inner objects, for diffs that can be read."""
    return "{" + ",\n".join(f"{_text(key)}:{_lines(part)}" for key, part in value.items()) + "}\n"


def _lines(part: dict[str, Any]) -> str:
    return "{\n" + ",\n".join(f"{_text(key)}:{_text(row)}" for key, row in part.items()) + "}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _paragraphs(groups: Mapping[str, Iterable[str]]) -> str:
    """A paragraph for each group: its name, then its lines."""
    return "\n".join("\n".join((name, *groups[name], "")) for name in sorted(groups))


def _words(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """The words of each group: language, match, text, whether it leads, and what it is unlike."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        leads = str(int(entry.example.startswith(entry.text)))
        cells = (entry.language, entry.match, entry.text, leads, entry.unlike)
        found.setdefault(entry.group, []).append("\t".join(cells))
    return found


def _folded_lines(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """The folded texts of each group that may be a whole line."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.match in ("equals", "prefix"):
            found.setdefault(entry.group, set()).add(fold(entry.text))
    return {group: sorted(texts) for group, texts in found.items()}


def _index(entries: Iterable[Entry]) -> dict[str, Any]:
    """The rules of the groups that have a label, by the way they are looked up."""
    whole: dict[str, list[Any]] = {}
    prefixes: dict[str, list[Any]] = {}
    inside: dict[Rule, set[str]] = {}
    for entry, text, folded in _spelled(entries):
        if entry.match == "equals":
            whole.setdefault(folded.strip(EDGES), []).append([entry.group, entry.rule])
        elif entry.match == "prefix":
            prefix = folded.lstrip(EDGES)
            row = [entry.group, entry.rule, is_spaced(prefix[-1])]
            prefixes.setdefault(prefix, []).append(row)
        elif entry.match == "contains":
            ends = is_spaced(folded[0]), is_spaced(folded[-1])
            inside[Rule(entry.group, entry.rule, folded, "", *ends)] = signs(folded)
        else:
            needle = literal(text)
            # The ASCII words of the needle may be parts of longer words.
            needed = {sign for sign in signs(needle) if not sign.isascii()}
            inside[Rule(entry.group, entry.rule, needle, text, False, False)] = needed
    return {"whole": whole, "prefixes": prefixes, "inside": _by_sign(inside)}


def _by_sign(inside: dict[Rule, set[str]]) -> dict[str, list[Rule]]:
    """The rules by the sign of each that the fewest rules need, "" if it needs none."""
    counts = Counter(sign for needed in inside.values() for sign in needed)
    found: dict[str, list[Rule]] = {}
    for rule, needed in inside.items():
        rarest = min(needed, key=lambda sign: (counts[sign], -len(sign), sign), default="")
        found.setdefault(rarest, []).append(rule)
    return dict(sorted(found.items()))


def _spelled(entries: Iterable[Entry]) -> list[tuple[Entry, str, str]]:
    """The entries that label blocks, with each spelling as it is and folded.

    They are in the order of the groups, so that a group that is listed first prevails.
    """
    rank = {name: index for index, name in enumerate(labels())}
    spelled: list[tuple[Entry, str, str]] = []
    for _, own in groupby(entries, key=attrgetter("language")):
        pairs = [
            (entry, text) for entry in own if entry.group in rank for text in spellings(entry.text)
        ]
        # Folding a whole language at once takes a tenth of the time. No pairs give one line.
        folded = fold("\n".join(text for _, text in pairs)).split("\n")
        spelled += [
            (entry, text, plain) for (entry, text), plain in zip(pairs, folded, strict=False)
        ]
    return sorted(spelled, key=lambda item: rank[item[0].group])


def literal(regex: str) -> str:
    r"""The longest literal that every match of a regular expression contains.

    What stands in groups, classes and alternatives is not considered.

    >>> literal(r"(?:pages? )?icp[备備]案?号?\d{6,12}")
    'icp'
    >>> literal("yes|no")
    ''
    """
    runs = [""]
    depth, at = 0, 0
    while at < len(regex):
        char = regex[at]
        escaped = char == "\\"
        if escaped:
            at += 1
            char = regex[at]
        elif char == "[":
            at = _class_end(regex, at)
        elif char == "{":
            at = regex.index("}", at)
            char = "}"
        elif char == "|" and not depth:
            return ""
        depth += {"(": 1, ")": -1}.get(char, 0) if not escaped else 0
        plain = not char.isalnum() if escaped else char not in NOT_LITERAL + "[](){}"
        if plain and not depth and regex[at + 1 : at + 2] not in tuple(QUANTIFIERS):
            runs[-1] += char
        else:
            runs.append("")
        at += 1
    return max(runs, key=len)


def _class_end(regex: str, start: int) -> int:
    """The index of the bracket that closes the character class that starts there."""
    end = start + 2
    while regex[end] != "]":
        end += 2 if regex[end] == "\\" else 1
    return end
