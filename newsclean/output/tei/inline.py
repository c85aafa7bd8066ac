"""A text with marks as the phrases of TEI."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsclean.model import Mark, MarkKind
from newsclean.output.inline import events
from newsclean.output.tei.xml import element, pointer, text

RENDITIONS = {
    MarkKind.STRONG: "bold",
    MarkKind.EM: "italic",
    MarkKind.SUP: "superscript",
    MarkKind.SUB: "subscript",
    MarkKind.STRIKE: "strikethrough",
}


class Inline:
    """Writes texts; it knows the numbers of notes, and the ids of those that the article has."""

    def __init__(self, notes: Mapping[str, int], targets: Mapping[int, str]) -> None:
        self.notes = notes
        self.targets = targets

    def write(self, content: str, marks: Iterable[Mark]) -> str:
        """The text with its marks; a line feed is an `lb`."""
        # Each open mark has the parts of its content on the stack; the lowest is the whole text.
        stack: list[list[str]] = [[]]
        for event in events(content, marks):
            parts = stack[-1]
            if event.ends:
                inner = "".join(stack.pop())
                stack[-1].append(self._marked(event.ends, inner))
            elif event.begins and event.begins.kind is MarkKind.NOTE:
                parts.append(self._reference(event.begins))
            elif event.begins:
                if event.begins.kind is MarkKind.SUP and parts and parts[-1][-2:-1].isdigit():
                    parts[-1] = parts[-1].removesuffix("^")
                stack.append([])
            else:
                parts.append(text(event.text).replace("\n", "<lb/>\n"))
        return "".join(stack[0])

    def _marked(self, mark: Mark, inner: str) -> str:
        if mark.kind is MarkKind.LINK:
            target = pointer(mark.value)
            return element("ref", inner, target=target) if target else inner
        if mark.kind is MarkKind.RUBY:
            return element("ruby", element("rb", inner) + element("rt", text(mark.value)))
        if mark.kind is MarkKind.CODE:
            # The element `code` holds text only.
            return element("hi", inner, rend="code") if "<" in inner else element("code", inner)
        return element("hi", inner, rend=RENDITIONS[mark.kind])

    def _reference(self, mark: Mark) -> str:
        number = self.notes.get(mark.value, 1)
        target = self.targets.get(number)
        address = f"#{target}" if target else pointer(mark.value)
        return element("ref", f"[{number}]", type="note", target=address)
