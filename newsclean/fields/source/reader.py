"""The outlet or agency that the page credits with the article, not the site that carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.fields.source.body import read_edition, read_lead
from newsclean.fields.source.choice import rank
from newsclean.fields.source.lines import LONGEST_LINE, read_labelled, read_named, read_unlabelled
from newsclean.fields.source.stated import read_stated
from newsclean.fields.source.unlabelled import read_accounts
from newsclean.fields.zones import SOURCE
from newsclean.model import Block, Candidate, Evidence

LineReader = Callable[[Context, Sequence[int]], Iterator[Candidate[str]]]
PRINTED: tuple[LineReader, ...] = (read_labelled, read_unlabelled, read_named)
OTHERS: tuple[LineReader, ...] = (read_lead, read_stated, read_edition)
"""The outlets beside the date are read between the two. The second argument are the lines that may
credit a source."""
# A shorter block of the body may be a line above the first paragraph.
LONGEST_CAPTION = 40
# If menus stand between the headline and the body, lines up to the body are read, as long as it
# starts within so many blocks.
FARTHEST_BODY = 60


def read_source(context: Context, found: Found) -> Found:
    """The source that the page credits."""
    offered = read_candidates(context, found)
    spans = tuple(span for candidate in offered for span in candidate.spans)
    if not offered:
        return {"source": FieldResult(None, spans)}
    first, *others = (Candidate(c.value, c.origin, c.text) for c in rank(offered))
    return {"source": FieldResult(first.value, spans, Evidence(first, tuple(others)))}


def read_candidates(context: Context, found: Found) -> list[Candidate[str]]:
    """Every outlet that the page may credit."""
    lines = _lines(context)
    offered = [found for reader in PRINTED for found in reader(context, lines) if found.value]
    offered += read_accounts(context, found)
    offered += [found for reader in OTHERS for found in reader(context, lines) if found.value]
    return offered


def _lines(context: Context) -> list[int]:
    """The lines by the headline, then those by the end of the body."""
    blocks, body_blocks, start = context.page.blocks, context.body_blocks, context.start
    last = body_blocks[-1] if body_blocks else start
    texts = (index for index in body_blocks if index > start)
    paragraphs = (index for index in texts if len(blocks[index].text) > LONGEST_CAPTION)
    first = next(paragraphs, start)
    stop = max(start + SOURCE.below, min(first, start + FARTHEST_BODY) + 2)
    near = range(max(0, start - SOURCE.above), min(len(blocks), stop))
    after = range(max(last - 1, near.stop), min(len(blocks), last + SOURCE.after))
    return [index for index in (*near, *after) if _may_credit(blocks[index])]


def _may_credit(block: Block) -> bool:
    """Whether a block can name the source of the text; a caption names that of the picture."""
    return len(block.text) <= LONGEST_LINE and not block.hidden and block.tag != "figcaption"
