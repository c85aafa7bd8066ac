"""Values learned from labelled pages, and the means to apply them."""

from newsclean.learned.weights import (
    load_author_counts,
    load_confidence,
    load_date_signs,
    load_labeller,
    load_quality,
    load_source_counts,
)

__all__ = [
    "load_author_counts",
    "load_confidence",
    "load_date_signs",
    "load_labeller",
    "load_quality",
    "load_source_counts",
]
