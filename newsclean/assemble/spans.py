"""A label for every character: the blocks' verdicts, with the text of fields and copies cut out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, repeat

from newsclean.label import Verdict
from newsclean.model import Block, Label, Span
from newsclean.model.value import new
from newsclean.text.sentences import has_sentence_end

WORD = re.compile(r"\w")
# A remainder this short, once names and dates are removed from a line, is only their label
# ("Updated:", "Our reporter") or a number of the desk's. In characters.
SHORTEST_REMAINDER = 20


def label_spans(
    blocks: Sequence[Block], verdicts: Sequence[Verdict], claims: Iterable[Sequence[Span]]
) -> tuple[Span, ...]:
    """A partition of every block: its verdict, with the claims cut out of it.

    `claims` are the spans of copies and fields; the first to claim a character gets it.
    """
    claimed: dict[int, list[Span]] = defaultdict(list)
    for spans in claims:
        for span in spans:
            if 0 <= span.start < span.end <= len(blocks[span.block].text):
                claimed[span.block].append(span)
    wholes = _whole_blocks(blocks, verdicts)
    out: list[Span] = []
    done = 0
    for index in sorted(claimed):
        out += wholes[done:index]
        out += _split(wholes[index], claimed[index], blocks[index].text)
        done = index + 1
    return (*out, *wholes[done:])


def _whole_blocks(blocks: Sequence[Block], verdicts: Sequence[Verdict]) -> list[Span]:
    if not blocks:
        return []
    labels, rules, scores, _ = zip(*verdicts, strict=True)
    ends = [len(block.text) for block in blocks]
    rows = zip(count(), repeat(0), ends, labels, rules, scores, strict=False)
    return list(map(new, repeat(Span), rows))


def _split(whole: Span, claims: Sequence[Span], text: str) -> list[Span]:
    """The claims on a block and what remains of it, in order.

    A remainder that says nothing by itself goes with the claim beside it.
    """
    taken: list[Span] = []
    for claim in claims:
        taken += _unclaimed(claim, taken)
        taken.sort(key=lambda span: span.start)
    remainders = list(_gaps(taken, len(text)))
    only_labels = whole.label is Label.BODY and all(
        _is_only_label(text[start:end]) for start, end in remainders
    )
    pieces = [*taken]
    for start, end in remainders:
        owner = whole
        before = next((span for span in reversed(taken) if span.end == start), None)
        after = next((span for span in taken if span.start == end), None)
        ends_credits = before and before.label is Label.CREDIT and _is_only_label(text[start:end])
        if ends_credits or only_labels or not WORD.search(text, start, end):
            owner = (before if ends_credits else after or before) or whole
        pieces.append(owner._replace(start=start, end=end))
    return sorted(pieces, key=lambda span: span.start)


def _gaps(spans: Sequence[Span], length: int) -> Iterator[tuple[int, int]]:
    """The (start, end) of what spans in order leave of a text of this length."""
    start = 0
    for span in spans:
        if start < span.start:
            yield start, span.start
        start = span.end
    if start < length:
        yield start, length


def _unclaimed(claim: Span, taken: Sequence[Span]) -> list[Span]:
    """The parts of a claim that are not taken yet; `taken` is in order."""
    free = []
    start = claim.start
    for other in taken:
        if other.end <= start:
            continue
        if other.start >= claim.end:
            break
        if start < other.start:
            free.append(claim._replace(start=start, end=other.start))
        start = other.end
    return [*free, claim._replace(start=start)] if start < claim.end else free


def _is_only_label(text: str) -> bool:
    """Whether a remainder of a line is too short to say anything, and no sentence.

    >>> _is_only_label("Updated: "), _is_only_label("1130221"), _is_only_label("No.")
    (True, True, False)
    >>> _is_only_label("and the ferry did not sail")
    False
    """
    return len(text) < SHORTEST_REMAINDER and not has_sentence_end(text)
