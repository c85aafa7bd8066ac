"""Rules that a user writes for the pages of single sites."""

from newsclean.rules.apply import Applied, apply_fields, apply_labels, match_rules
from newsclean.rules.file import read_rules
from newsclean.rules.values import Rules, SiteRules

__all__ = [
    "Applied",
    "Rules",
    "SiteRules",
    "apply_fields",
    "apply_labels",
    "match_rules",
    "read_rules",
]
