"""The fields of the article: where each came from, how sure that is, and what else was on offer."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Candidate, Evidence, Report
from newsclean.output import safe_html as safe


def fields(report: Report) -> Iterator[str]:
    """A section with every field that has evidence, the facts about the page, and the decoding."""
    yield "<section>\n<h2>Fields</h2>\n<dl>\n"
    for name, evidence in report.evidence.items():
        yield _field(name, "".join(_evidence(evidence)))
    for name, value in _facts(report).items():
        if value:
            yield _field(name, f'<p dir="auto">{safe.text(value)}</p>')
    yield "</dl>\n</section>\n"


def _field(name: str, inner: str) -> str:
    return f'<div class="field"><dt>{safe.text(name)}</dt><dd>{inner}</dd></div>\n'


def _evidence(evidence: Evidence) -> Iterator[str]:
    chosen, others = evidence.chosen, evidence.others
    if chosen is None:
        yield '<p class="quiet">not found</p>'
    else:
        yield f'<p dir="auto">{safe.text(chosen.value)}</p>'
        found = f"{_origin(chosen)}{_agreement(chosen, others)}{_confidence(evidence)}"
        yield f'<p class="quiet">{found}</p>'
    if others:
        yield f'<details><summary class="quiet">{len(others)} more on offer</summary>'
        yield '<ul class="others">'
        for other in others:
            found = f'<span class="quiet">{_origin(other)}</span>'
            yield f"<li><bdi>{safe.text(other.value)}</bdi> {found}</li>\n"
        yield "</ul></details>"


def _origin(candidate: Candidate[str]) -> str:
    """Where a value was found, and the text that it was read from if that says more."""
    origin, text = safe.text(candidate.origin), candidate.text
    more = bool(text) and text != candidate.value
    return f"{origin}: <bdi>{safe.text(text)}</bdi>" if more else origin


def _agreement(chosen: Candidate[str], others: tuple[Candidate[str], ...]) -> str:
    """How many of the other candidates say the same."""
    if not others:
        return " · the only candidate"
    same = sum(other.value == chosen.value for other in others)
    return f" · {same} of {len(others)} others agree"


def _confidence(evidence: Evidence) -> str:
    """How likely the value is right, "" if that is not known."""
    return f" · {evidence.confidence:.0%} likely right" if evidence.confidence is not None else ""


def _facts(report: Report) -> dict[str, str]:
    article, decoded = report.article, report.decoded
    read_as = f"{decoded.encoding or 'text, not bytes'}, decided by {decoded.how}"
    return {
        "updated": article.updated.isoformat(" ", "minutes") if article.updated else "",
        "credits": "; ".join(f"{c.role} {', '.join(c.names)}" for c in article.credits),
        "address": article.url or "",
        "site": article.site_name or "",
        "language": article.language or "",
        "section": " › ".join(article.section),
        "tags": ", ".join(article.tags),
        "lead picture": article.images[0].src if article.images else "",
        "registrations": ", ".join(" ".join(pair) for pair in article.registrations),
        "paywall": "only for subscribers" if article.paywalled else "",
        "licence": article.rights.license or "",
        "robots": ", ".join(article.rights.robots),
        "decoding": read_as
        + (f", declared {decoded.declared}" if decoded.declared else "")
        + (f", {decoded.bad_bytes} bad bytes" if decoded.bad_bytes else "")
        + (f", {decoded.repairs} characters repaired" if decoded.repairs else ""),
        "notes": " ".join((*decoded.notes, *article.truncations, *article.faults)),
    }
