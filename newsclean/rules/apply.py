"""Rules, applied to a page: labels of its blocks, and fields of its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsclean.fields import Context, FieldResult, Found
from newsclean.fields.credits import find_credits
from newsclean.label import Labels, Verdict
from newsclean.mentions.dates import DateMention, find_dates
from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.spaced import spaced_names
from newsclean.model import Block, Candidate, Element, Evidence, InlineElement, Label, Page, Span
from newsclean.rules.repeated import repeated_blocks, without_repeated
from newsclean.rules.values import ElementRule, Part, SiteRules
from newsclean.text.ranges import RangeIndex
from newsclean.text.scripts import WIDE

LABELS = {
    Part.BODY: Label.BODY,
    Part.DROP: Label.OTHER,
    Part.TITLE: Label.TITLE,
    Part.KICKER: Label.KICKER,
    Part.SUBTITLE: Label.SUBTITLE,
    Part.DATE: Label.META,
    Part.SOURCE: Label.META,
    Part.AUTHORS: Label.BYLINE,
    Part.CREDITS: Label.CREDIT,
}


class Applied(NamedTuple):
    """What the rules of a site say of a page.

    Attributes:
        spans: The text that they name, in page order, each character at most once.
        parts: For each part, the texts of the first rule that names any.
        day_first: Whether 3/4/2024 is the third of April; None if the page decides.
        repeated: The blocks that stand on many pages of the site.
    """

    spans: tuple[Span, ...] = ()
    parts: tuple[tuple[Part, tuple[Span, ...]], ...] = ()
    day_first: bool | None = None
    repeated: frozenset[int] = frozenset()


def match_rules(page: Page, site: SiteRules) -> Applied:
    """The text that the rules name. Of two rules for the same text the first counts."""
    taken: dict[int, list[Span]] = defaultdict(list)
    parts: dict[Part, tuple[Span, ...]] = {}
    for rule in site.elements:
        named = list(_without_taken(_named(page, rule), taken))
        for span in named:
            taken[span.block].append(span)
        if named:
            parts.setdefault(rule.part, tuple(named))
    spans = sorted(span for each in taken.values() for span in each)
    repeated = repeated_blocks(page, site.repeated)
    return Applied(tuple(spans), tuple(parts.items()), site.day_first, repeated)


def _without_taken(spans: Iterable[Span], taken: Mapping[int, Sequence[Span]]) -> Iterator[Span]:
    """The spans of which no character is taken."""
    indices: dict[int, RangeIndex] = {}
    for span in spans:
        index = indices.get(span.block)
        if index is None:
            ranges = [(other.start, other.end) for other in taken.get(span.block, ())]
            index = indices[span.block] = RangeIndex(ranges)
        # Spans that only touch have no character in common.
        if not index.touches(span.start + 1, span.end - 1):
            yield span


def _named(page: Page, rule: ElementRule) -> Iterator[Span]:
    """The text of the elements that a rule matches."""
    label = LABELS[rule.part]
    if rule.text:
        for index, block in enumerate(page.blocks):
            if block.text.startswith(rule.text):
                yield Span(index, 0, len(block.text), label, rule.origin)
        return
    inside = _blocks_inside(page, rule)
    for index, block in enumerate(page.blocks):
        if inside[index]:
            yield Span(index, 0, len(block.text), label, rule.origin)
        else:
            for inline in _inline(block, rule):
                yield Span(index, inline.start, inline.end, label, rule.origin)


def _blocks_inside(page: Page, rule: ElementRule) -> list[bool]:
    """For each block, whether it is in an element that matches; parents come first."""
    matching: list[bool] = []
    for element in page.elements:
        in_parent = element.parent >= 0 and matching[element.parent]
        matching.append(in_parent or _matches(element, rule))
    return [block.element >= 0 and matching[block.element] for block in page.blocks]


def _matches(element: Element, rule: ElementRule) -> bool:
    return (
        (not rule.tag or element.tag == rule.tag)
        and (not rule.id or element.id == rule.id)
        and set(rule.classes) <= set(element.class_attribute.split())
    )


def _inline(block: Block, rule: ElementRule) -> Iterator[InlineElement]:
    """The inline elements that match. Their names are known in lower case only."""
    wanted = {name.lower() for name in (rule.id, *rule.classes) if name}
    if wanted:
        for inline in block.inline_elements:
            fits = not rule.tag or inline.tag == rule.tag
            if fits and inline.end > inline.start and wanted <= set(inline.class_names.split()):
                yield inline


def apply_labels(page: Page, labels: Labels, applied: Applied) -> Labels:
    """The labels, with those of the blocks that rules name as a whole, or that repeat."""
    if not applied.spans and not applied.repeated:
        return labels
    verdicts = without_repeated(page, labels.verdicts, applied.repeated)
    for span in applied.spans:
        if span.end - span.start == len(page.blocks[span.block].text):
            score = 1.0 if span.label is Label.BODY else 0.0
            verdicts[span.block] = Verdict(span.label, span.rule, score)
    titles = dict(applied.parts).get(Part.TITLE)
    headline = titles[0].block if titles else labels.headline
    return labels._replace(verdicts=tuple(verdicts), headline=headline)


def apply_fields(context: Context, found: Found, applied: Applied) -> Found:
    """The fields, with those that rules name."""
    fields = dict(found)
    for part, spans in applied.parts:
        texts = [context.page.blocks[s.block].text[s.start : s.end].strip() for s in spans]
        value = _value(part, texts, applied.day_first)
        if value:
            shown = Candidate(_shown(value), spans[0].rule, " ".join(texts))
            evidence = Evidence(shown, _others(found, part.value))
            fields[part.value] = FieldResult(value, spans, evidence)
            if part is Part.DATE:
                fields["date_text"] = FieldResult(
                    _dates(texts, applied.day_first)[0].text, (), None
                )
    return fields


def _others(found: Found, name: str) -> tuple[Candidate[str], ...]:
    """What the readers of the field had found."""
    evidence = found[name].evidence if name in found else None
    if evidence is None:
        return ()
    return (*([evidence.chosen] if evidence.chosen else []), *evidence.others)


def _value(part: Part, texts: Sequence[str], day_first: bool | None) -> object:
    """The value of a field in the texts that a rule names; None if it is not there, or no field."""
    text = " ".join(texts)
    if part in (Part.TITLE, Part.KICKER, Part.SUBTITLE):
        return text
    if part is Part.DATE:
        dates = _dates(texts, day_first)
        return dates[0].value if dates else None
    if part is Part.SOURCE:
        return _after_label(text)
    if part is Part.AUTHORS:
        return _names(texts)
    if part is Part.CREDITS:
        return tuple(placed.credit for line in texts for placed in find_credits(line))
    return None


def _dates(texts: Sequence[str], day_first: bool | None) -> list[DateMention]:
    return [date for text in texts for date in find_dates(text, day_first)]


def _after_label(text: str) -> str:
    """The value of a text that may begin with its label."""
    items = find_labelled(text)
    return items[0].value if items else text


def _names(texts: Sequence[str]) -> tuple[str, ...]:
    """The names in the texts, each of which holds nothing else but labels."""
    found: dict[str, None] = {}
    for text in texts:
        value = _after_label(text)
        names = split_names(value) if WIDE.search(value) else spaced_names(value)
        found |= dict.fromkeys(names or split_names(value))
    return tuple(found)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(getattr(item, "text", None) or str(item) for item in value)
    return str(value)
