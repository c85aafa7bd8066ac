"""Compiles a regular expression to the instructions of a small backtracking matcher."""

from __future__ import annotations

import re
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

CHAR, SPLIT, JUMP, GREEDY, LAZY, AT, LOOK, SAVE, SAME, ATOMIC, MARK, MOVED, DONE = range(13)
ONE_CHARACTER = frozenset({codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN})
REPEATS = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT})
# A group that may repeat more often than this is taken to repeat without end.
MOST_COPIES = 256


class Accepts(dict[Any, bool]):
    """Which characters a one-character pattern matches, according to `re`; cached."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self.pattern = pattern

    def __missing__(self, character: Any) -> bool:
        found = self[character] = self.pattern.fullmatch(character) is not None
        return found


class Program(NamedTuple):
    """The instructions of a pattern: each has an operation and three operands."""

    code: list[tuple[Any, ...]]


class _Assembler:
    """Builds the program of a parsed pattern."""

    def __init__(self, state: Any, flags: int) -> None:
        self.state, self.flags = state, flags
        self.code: list[tuple[Any, ...]] = []
        self.marks = 0

    def program(self, tree: Any, flags: tuple[int, int]) -> Program:
        inner = _Assembler(self.state, self.flags)
        inner.marks = self.marks + 1000
        inner.tree(tree, flags)
        inner.code.append((DONE,))
        return Program([(*instruction, None, None, None)[:4] for instruction in inner.code])

    def tree(self, tree: Any, flags: tuple[int, int]) -> None:
        for code, value in tree:
            self.node(code, value, flags)

    def node(self, code: Any, value: Any, flags: tuple[int, int]) -> None:
        if code in ONE_CHARACTER:
            self.code.append((CHAR, self.accepts(code, value, flags)))
        elif code in REPEATS:
            self.repeat(code, value, flags)
        elif code is codes.SUBPATTERN:
            group, added, removed, inner = value
            if group is not None:
                self.code.append((SAVE, 2 * group))
            self.tree(inner, (flags[0] & ~removed | added, flags[1] & ~added | removed))
            if group is not None:
                self.code.append((SAVE, 2 * group + 1))
        elif code is codes.BRANCH:
            self.branch(value[1], flags)
        elif code is codes.AT:
            self.code.append((AT, self.compiled(code, value, flags)))
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            direction, inner = value
            back = inner.getwidth()[0] if direction < 0 else 0
            self.code.append((LOOK, self.program(inner, flags), back, code is codes.ASSERT_NOT))
        elif code is codes.GROUPREF:
            self.code.append((SAME, value))
        elif code is codes.ATOMIC_GROUP:
            self.code.append((ATOMIC, self.program(value, flags)))
        else:
            raise NotImplementedError(f"{code} in a pattern")

    def compiled(self, code: Any, value: Any, flags: tuple[int, int]) -> re.Pattern[Any]:
        """The node alone, compiled by `re`."""
        alone = parser.SubPattern(self.state, [(code, value)])
        whole = parser.SubPattern(self.state, [(codes.SUBPATTERN, (None, *flags, alone))])
        pattern: re.Pattern[Any] = compiler.compile(whole, self.flags)
        return pattern

    def accepts(self, code: Any, value: Any, flags: tuple[int, int]) -> Accepts:
        return Accepts(self.compiled(code, value, flags))

    def branch(self, branches: Any, flags: tuple[int, int]) -> None:
        jumps = []
        for branch in branches[:-1]:
            split = len(self.code)
            self.code.append(())
            self.tree(branch, flags)
            jumps.append(len(self.code))
            self.code.append(())
            self.code[split] = (SPLIT, split + 1, len(self.code))
        self.tree(branches[-1], flags)
        for jump in jumps:
            self.code[jump] = (JUMP, len(self.code))

    def repeat(self, code: Any, value: Any, flags: tuple[int, int]) -> None:
        least, most, body = value
        if code is codes.POSSESSIVE_REPEAT:
            greedy = parser.SubPattern(self.state, [(codes.MAX_REPEAT, value)])
            self.code.append((ATOMIC, self.program(greedy, flags)))
            return
        lazy = code is codes.MIN_REPEAT
        if len(body) == 1 and body[0][0] in ONE_CHARACTER:
            limit = None if most is codes.MAXREPEAT else most
            code_of_one, value_of_one = body[0]
            accepts = self.accepts(code_of_one, value_of_one, flags)
            self.code.append((LAZY if lazy else GREEDY, accepts, least, limit))
            return
        for _ in range(least):
            self.tree(body, flags)
        if most is codes.MAXREPEAT or most - least > MOST_COPIES:
            self.loop(body, flags, lazy)
        else:
            self.copies(body, flags, lazy, most - least)

    def loop(self, body: Any, flags: tuple[int, int], lazy: bool) -> None:
        start = len(self.code)
        self.marks += 1
        mark = -self.marks
        self.code += [(), (MARK, mark)]
        self.tree(body, flags)
        self.code += [(MOVED, mark), (JUMP, start)]
        inside, after = start + 1, len(self.code)
        self.code[start] = (SPLIT, after, inside) if lazy else (SPLIT, inside, after)

    def copies(self, body: Any, flags: tuple[int, int], lazy: bool, count: int) -> None:
        splits = []
        for _ in range(count):
            splits.append(len(self.code))
            self.code.append(())
            self.tree(body, flags)
        for split in splits:
            inside, after = split + 1, len(self.code)
            self.code[split] = (SPLIT, after, inside) if lazy else (SPLIT, inside, after)


def program_of(pattern: re.Pattern[Any]) -> Program:
    """The program of a compiled pattern."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    return _Assembler(tree.state, tree.state.flags).program(tree, (0, 0))
