"""Labels, copies and the fields' readings -> the article, and a report in which every character of the page has one label."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from newsclean.assemble.paragraphs import paragraphs_of
from newsclean.assemble.quality import judge
from newsclean.collapse import Collapse
from newsclean.fields.about import read_about
from newsclean.fields.authors.reader import read_authors
from newsclean.fields.context import Context
from newsclean.fields.credits import read_credits
from newsclean.fields.date.reader import read_date
from newsclean.fields.source import read_source
from newsclean.fields.title.reader import read_title
from newsclean.label import Labels
from newsclean.mentions.language import language_of
from newsclean.metadata.embedded import read_data_body
from newsclean.model import Article, Candidate, Decoded, Evidence, Kind, Label, Page, Paragraph, Report, Span
from newsclean.text.sentences import has_sentence_end

WORD = re.compile(r"\w")
# What is left of a line when its names and dates are cut out is their label ("Updated:", "Our reporter") or a number of the desk's.
SHORTEST_REST = 20
# With less than this on the page itself, the article is elsewhere if the page's data hold one.
HARDLY_A_BODY = 140


def assemble(decoded: Decoded, page: Page, labels: Labels, copies: Collapse, reference_date: datetime | None = None) -> Report:
    """The report of one page, its article included. Dates such as "3 hours ago" count from `reference_date`."""
    copied = {span.block for span in copies.spans if span.start == 0}
    body = [is_body and index not in copied for index, is_body in enumerate(labels.body)]
    context = Context.of(page, labels.headline, body, reference_date)
    title = read_title(context)
    date = read_date(context)
    source = read_source(context)
    credits = read_credits(context)
    authors = read_authors(context, {name for credit in credits.credits for name in credit.names})
    about = read_about(context, any(rule.startswith("notice.paywall") for rule in {verdict.rule for verdict in labels.verdicts}))
    spans = _spans(page, labels, (copies.spans, date.spans, source.spans, authors.spans, credits.spans, title.spans))
    paragraphs = paragraphs_of(page, spans)
    evidence = {**title.evidence, "date": date.evidence, "source": source.evidence, "authors": authors.evidence}
    evidence |= {"updated": date.updated_evidence, "credits": credits.evidence}
    told = read_data_body(page.metadata) if sum(len(paragraph.text) for paragraph in paragraphs) < HARDLY_A_BODY else None
    if told:
        paragraphs = tuple(Paragraph(Kind.PARAGRAPH, text) for text in told.paragraphs)
        evidence["body"] = Evidence(Candidate(told.paragraphs[0], told.place))
    verdict = judge(page, labels, paragraphs, date.date is not None, bool(authors.authors), told is not None)
    article = Article(
        title=title.title,
        kicker=title.kicker,
        subtitle=title.subtitle,
        date=date.date,
        date_text=date.date_text,
        updated=date.updated,
        source=source.source,
        authors=authors.authors,
        credits=credits.credits,
        paragraphs=paragraphs,
        url=about.url,
        site_name=about.site_name,
        language=language_of("\n".join(told.paragraphs), page.metadata.language) if told else about.language,
        section=about.section,
        tags=about.tags,
        images=about.images,
        notices=about.notices,
        paywalled=about.paywalled,
        copies=copies.copies,
        quality=verdict.quality,
        is_article=verdict.is_article,
        encoding=decoded.encoding,
        truncated=page.truncated,
    )
    return Report(article=article, decoded=decoded, page=page, spans=spans, evidence=evidence, copies=copies.ranges)


def _spans(page: Page, labels: Labels, readings: Iterable[Sequence[Span]]) -> tuple[Span, ...]:
    """A partition of every block: its verdict, with what later readings cut out of it. The first reading to claim a character keeps it."""
    cuts: dict[int, list[Span]] = defaultdict(list)
    for spans in readings:
        for span in spans:
            if 0 <= span.start < span.end <= len(page.blocks[span.block].text):
                cuts[span.block].append(span)
    new = tuple.__new__  # Span(...) in a third of the time
    wholes = [
        new(Span, (index, 0, len(block.text), *verdict))  # its label, rule and score
        for index, (block, verdict) in enumerate(zip(page.blocks, labels.verdicts, strict=True))
    ]
    out: list[Span] = []
    done = 0
    for index in sorted(cuts):
        out += (*wholes[done:index], *_cut(wholes[index], cuts[index], page.blocks[index].text))
        done = index + 1
    return (*out, *wholes[done:])


def _cut(whole: Span, cuts: Sequence[Span], text: str) -> list[Span]:
    """The whole block less the cuts, and the cuts, in order. What is left that says nothing goes with the cut before or after it."""
    taken: list[Span] = []
    for cut in cuts:
        taken += _free(cut, taken)
        taken.sort(key=lambda span: span.start)
    starts, ends = [0, *(cut.end for cut in taken)], [*(cut.start for cut in taken), len(text)]
    rests = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    line_is_bare = whole.label is Label.BODY and all(_is_bare(text[start:end]) for start, end in rests)
    pieces: list[Span] = [*taken]
    for start, end in rests:
        before = next((cut for cut in reversed(taken) if cut.end == start), None)
        after = next((cut for cut in taken if cut.start == end), None)
        ends_credits = before is not None and before.label is Label.CREDIT and _is_bare(text[start:end])
        neighbour = before if ends_credits else after or before
        alone = neighbour is None or not (ends_credits or line_is_bare or not WORD.search(text, start, end))
        pieces.append((whole if alone or neighbour is None else neighbour)._replace(start=start, end=end))
    return sorted(pieces, key=lambda span: span.start)


def _free(cut: Span, taken: Sequence[Span]) -> list[Span]:
    """What of a cut is not taken, in order, by cuts that are in order: of a byline the date in it is."""
    free = []
    start = cut.start
    for other in taken:
        if other.end <= start:
            continue
        if other.start >= cut.end:
            break
        if start < other.start:
            free.append(cut._replace(start=start, end=other.start))
        start = other.end
    return [*free, cut._replace(start=start)] if start < cut.end else free


def _is_bare(text: str) -> bool:
    """Whether a rest of a line is too short to say anything, and no sentence.

    >>> _is_bare("Updated: "), _is_bare("1130221"), _is_bare("No."), _is_bare("and the ferry did not sail")
    (True, True, False, False)
    """
    return len(text) < SHORTEST_REST and not has_sentence_end(text)
