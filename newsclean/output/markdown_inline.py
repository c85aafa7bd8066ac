"""A line of text with marks as CommonMark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from string import punctuation
from unicodedata import category

from newsclean.model import Mark, MarkKind
from newsclean.output.inline import events, lines_of
from newsclean.output.safe_html import is_link_address

# What CommonMark and the common extensions (tables, strikethrough, mathematics) read as markup
# anywhere in a line; `&` only before an entity. A `#` that ends a heading would be dropped from it.
_MARKUP = re.compile(r"[\\`*_\[\]<>~|$]|&(?=[#A-Za-z])|#\Z")
# What they read as markup at the beginning of a line: headings, lists (`10.` and `3)` begin one),
# rules, underlines of headings.
_OPENING = re.compile(r"^(\d{1,9}(?=[.)](?:\s|\Z))|(?=[#+\-=:]))")
# What ends a line, for Python or for a reader of Markdown, or is a space for Python only.
_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_BACKTICKS = re.compile(r"`+")
# What would end the address of a link, or be read as markup in it.
_IN_ADDRESS = re.compile(r"[\s<>()\\\[\]`*_~|!\"'^{}$]")
STRUCK = "~~"
SIGNS = {MarkKind.STRONG: "**", MarkKind.EM: "_", MarkKind.STRIKE: STRUCK}
SHOWN = frozenset({*SIGNS, MarkKind.LINK, MarkKind.CODE, MarkKind.NOTE})


def escape(text: str, *, at_start: bool = True) -> str:
    """The text on one line, so that CommonMark shows it as it is wherever it is put.

    >>> print(escape("# 1 <b>"))
    \\# 1 \\<b\\>
    >>> escape("3.5 per cent - he said")
    '3.5 per cent - he said'
    """
    line = _MARKUP.sub(r"\\\g<0>", " ".join(text.splitlines()).strip())
    return _OPENING.sub(r"\1\\", line) if at_start else line


def address_of(address: str) -> str:
    """The address as Markdown has it between brackets; "" if it is not one to follow.

    >>> address_of("https://a.example/b (c)"), address_of("javascript:x()")
    ('https://a.example/b%20%28c%29', '')
    """
    address = address.strip()
    if not is_link_address(address):
        return ""
    return _IN_ADDRESS.sub(lambda sign: "".join(f"%{b:02X}" for b in sign[0].encode()), address)


class Inline:
    """Writes lines; it knows the numbers of the notes, and whether links are wanted."""

    def __init__(self, notes: Mapping[str, int], links: bool) -> None:
        self.notes = notes
        self.links = links

    def strong(self, text: str, marks: Sequence[Mark]) -> str:
        """The whole text in bold print."""
        return self.lines(text, [Mark(0, len(text), MarkKind.STRONG), *marks])

    def emphasis(self, text: str, marks: Sequence[Mark] = ()) -> str:
        """The whole text in italics."""
        return self.lines(text, [Mark(0, len(text), MarkKind.EM), *marks])

    def lines(self, text: str, marks: Sequence[Mark]) -> str:
        """The lines of a text, with hard breaks between them; marks end at the end of a line."""
        written = (self.line(line, own) for line, own in lines_of(text, marks))
        return "\\\n".join(filter(None, written))

    def line(self, text: str, marks: Iterable[Mark], *, in_table: bool = False) -> str:
        """One line of text with its marks; inside code there are none."""
        tokens: list[tuple[str, str]] = []
        code = 0
        source = ""
        for event in events(text, joined(shown(text, marks))):
            mark = event.begins or event.ends
            if mark and mark.kind is MarkKind.CODE:
                code += 1 if event.begins else -1
                if not code:
                    tokens.append(("code", _code(source, in_table)))
                    source = ""
            elif code:
                source += event.text
            elif event.text:
                tokens.append(("text", event.text))
            elif mark:
                tokens.append(self._token(mark, is_start=event.begins is not None))
        return _written([token for token in tokens if token[1]], at_start=not in_table)

    def _token(self, mark: Mark, is_start: bool) -> tuple[str, str]:
        if mark.kind in SIGNS:
            return ("open" if is_start else "close"), SIGNS[mark.kind]
        if mark.kind is MarkKind.NOTE:
            return "sign", rf"\[{self.notes.get(mark.value, 1)}\]"
        if mark.kind is MarkKind.LINK and self.links and (address := address_of(mark.value)):
            return "sign", "[" if is_start else f"]({address})"
        return "sign", ""


def shown(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks that Markdown has, without white space at their ends."""
    begun = (event.begins for event in events(text, marks))
    return [mark for mark in begun if mark and mark.kind in SHOWN]


def joined(marks: Iterable[Mark]) -> list[Mark]:
    """The marks with those of one kind that touch or are inside each other joined to one.

    Their signs would run together otherwise. Links stay; one inside another goes. Two stay apart
    if the sign of another mark stands between theirs.
    """
    found: list[Mark] = []
    last: dict[MarkKind, int] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        index = last.get(mark.kind)
        if index is not None and mark.kind in (*SIGNS, MarkKind.CODE, MarkKind.LINK):
            before = found[index]
            if mark.end <= before.end:
                continue
            touches = mark.start <= before.end and mark.kind is not MarkKind.LINK
            others = (found[other] for kind, other in last.items() if kind is not mark.kind)
            if touches and not any(_parts(other, before, mark) for other in others):
                found[index] = Mark(before.start, mark.end, mark.kind)
                continue
        last[mark.kind] = len(found)
        found.append(mark)
    return found


def _parts(other: Mark, before: Mark, mark: Mark) -> bool:
    """Whether a mark would cross two others joined to one, or be lost inside them as code."""
    if mark.kind is MarkKind.CODE and _covers(other, before) != _covers(other, mark):
        return True
    return _cross(other, Mark(before.start, mark.end, mark.kind))


def _covers(outer: Mark, inner: Mark) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _cross(one: Mark, other: Mark) -> bool:
    first, second = sorted((one, other), key=lambda mark: mark.start)
    return first.start < second.start < first.end < second.end


def _code(text: str, in_table: bool) -> str:
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    line = " ".join(text.splitlines())
    padded = f" {line} " if line.strip() and (line[0] in " `" or line[-1] in " `") else line
    return f"{fence}{padded.replace('|', chr(92) + '|') if in_table else padded}{fence}"


def _written(tokens: Sequence[tuple[str, str]], at_start: bool) -> str:
    """The tokens in a row."""
    parts = [escape_token(kind, text) for kind, text in tokens]
    _guard(tokens, parts)
    for index, (kind, sign) in enumerate(tokens):
        if kind == "sign" and sign == "[" and index and parts[index - 1].endswith("!"):
            parts[index - 1] = f"{parts[index - 1][:-1]}&#33;"
    line = "".join(parts).strip()
    if line.endswith("#") and not line.endswith("\\#"):
        line = f"{line[:-1]}\\#"
    return _OPENING.sub(r"\1\\", line) if at_start else line


def _guard(tokens: Sequence[tuple[str, str]], parts: list[str]) -> None:
    """Write as a reference each character that would keep a sign of emphasis from counting.

    A sign counts only beside some characters; a reference begins and ends with punctuation. As a
    text of one character is then punctuation on both sides, opening signs are looked at from the
    end and closing ones from the beginning.
    """
    for index in reversed(range(1, len(tokens))):
        outside = _beside(tokens, index, -1)
        if tokens[index][0] == "open" and tokens[outside][0] == "text":
            inside = parts[index + 1][:1] if index + 1 < len(parts) else ""
            before = parts[outside]
            if _needs_guard(before[-1], tokens[index][1], inside):
                parts[outside] = f"{before[:-1]}&#{ord(before[-1])};"
    for index in range(1, len(tokens) - 1):
        outside = _beside(tokens, index, 1)
        if tokens[index][0] == "close" and tokens[outside][0] == "text":
            inside, after = parts[index - 1][-1], parts[outside]
            if _needs_guard(after[0], tokens[index][1], inside):
                parts[outside] = f"&#{ord(after[0])};{after[1:]}"


def _beside(tokens: Sequence[tuple[str, str]], index: int, step: int) -> int:
    """The token before or after another one; the reader of GitHub does not see `~~` there."""
    index += step
    while 0 < index < len(tokens) - 1 and tokens[index] in (("open", STRUCK), ("close", STRUCK)):
        index += step
    return index


def escape_token(kind: str, text: str) -> str:
    """A token as it is written; only text is escaped, whose white space at its ends counts."""
    if kind != "text":
        return text
    return _MARKUP.sub(r"\\\g<0>", _LINE_ENDS.sub(" ", text))


def _needs_guard(outside: str, sign: str, inside: str) -> bool:
    """Whether some reader does not take a sign between the characters for emphasis.

    Symbols beyond ASCII, such as emoji, are punctuation since version 0.31 of CommonMark only.
    """
    if outside.isspace() or outside in punctuation or category(outside)[0] == "P":
        return False
    return sign == "_" or (bool(inside) and category(inside)[0] in "PS")
