"""The text that is not in the article, by label and by the reason why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from newsclean.model import KEPT, Label, Report, Span
from newsclean.output import safe_html as safe
from newsclean.output.palette import MEANINGS
from newsclean.output.reasons import kind_of, reason
from newsclean.text.match_key import match_key

Groups = Mapping[Label, Mapping[str, list[Span]]]
"""For each label and kind of rule, the spans."""


def removed(report: Report) -> Iterator[str]:
    """A section with a folded group for each label, and in it the text under each reason."""
    yield "<section>\n<h2>Removed</h2>\n"
    firsts = _firsts(report)
    for label, rules in _groups(report).items():
        spans = [span for own in rules.values() for span in own]
        characters = sum(span.end - span.start for span in spans)
        yield (
            f'<details class="group l-{label}" id="removed-{label}"><summary>'
            f'<span class="dot"></span>{label} <span class="quiet">{MEANINGS[label]} · '
            f"{len(spans):,} {'pieces' if len(spans) > 1 else 'piece'}, "
            f"{characters:,} characters</span></summary>\n"
        )
        for rule, own in rules.items():
            yield f"<h3>{safe.text(reason(label, rule))}</h3>\n<ul>\n"
            for span in own:
                yield _item(report, span, firsts)
            yield "</ul>\n"
        yield "</details>\n"
    yield "</section>\n"


def _groups(report: Report) -> Groups:
    groups: defaultdict[Label, defaultdict[str, list[Span]]]
    groups = defaultdict(lambda: defaultdict(list))
    for span in report.spans:
        if span.label not in KEPT:
            groups[span.label][kind_of(span.rule)].append(span)
    return {label: groups[label] for label in Label if label in groups}


def _item(report: Report, span: Span, firsts: Mapping[str, int]) -> str:
    text = report.page.blocks[span.block].text[span.start : span.end]
    facts = [f"rule {safe.text(span.rule)}", f"block {span.block}"]
    if span.score is not None:
        facts.append(f"score {span.score:.2f}")
    first = firsts.get(match_key(text)) if span.label is Label.COPY else None
    if first is not None:
        facts.append(f'<a href="#b{first}" target="_self">first in block {first}</a>')
    return (
        f'<li class="l-{span.label}"><bdi>{safe.text(text)}</bdi> '
        f'<span class="quiet">{" · ".join(facts)}</span></li>\n'
    )


def _firsts(report: Report) -> dict[str, int]:
    """The block of the body that has each text; a longer paragraph of several blocks has none."""
    firsts: dict[str, int] = {}
    for blocks in report.paragraph_blocks:
        if blocks:
            firsts.setdefault(match_key(report.page.blocks[blocks[0]].text), blocks[0])
    return firsts
