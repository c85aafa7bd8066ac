"""A report as JSON-ready values."""

from __future__ import annotations

from typing import Any

from newsclean.model import Candidate, Decoded, Evidence, Report
from newsclean.output.serialize.article import article_to_dict


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as JSON-ready values: spans stand under their block, each with its text."""
    return {
        "article": article_to_dict(report.article),
        "decoded": _decoded(report.decoded),
        "evidence": {name: _evidence(evidence) for name, evidence in report.evidence.items()},
        "blocks": _blocks(report),
        "copies": [list(copy) for copy in report.copies],
    }


def _decoded(decoded: Decoded) -> dict[str, Any]:
    return {
        "encoding": decoded.encoding,
        "declared": decoded.declared,
        "how": decoded.how,
        "bad_bytes": decoded.bad_bytes,
        "repairs": decoded.repairs,
        "notes": list(decoded.notes),
    }


def _blocks(report: Report) -> list[dict[str, Any]]:
    spans: list[list[dict[str, Any]]] = [[] for _ in report.page.blocks]
    for span in report.spans:
        spans[span.block].append(
            {
                "label": span.label.value,
                "rule": span.rule,
                "score": span.score,
                "start": span.start,
                "end": span.end,
                "text": report.page.blocks[span.block].text[span.start : span.end],
            }
        )
    blocks = zip(report.page.blocks, spans, strict=True)
    return [{"tag": block.tag, "spans": own} for block, own in blocks]


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "chosen": _candidate(evidence.chosen) if evidence.chosen else None,
        "others": [_candidate(candidate) for candidate in evidence.others],
        "confidence": evidence.confidence,
    }


def _candidate(candidate: Candidate[str]) -> dict[str, str]:
    return {"value": candidate.value, "origin": candidate.origin, "text": candidate.text}
