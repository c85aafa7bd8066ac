"""No regular expression of the package backtracks: counted in steps, on baits made from each."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from tests.hostile.backtracking import worst
from tests.hostile.patterns import Used, patterns
from tests.hostile.steps import Matcher

# As many baits as find each pattern that was mended; the rest is for the command.
BAITS, SIZES = 40, (40, 80, 160, 320, 640, 1280)


@pytest.mark.slow
def test_every_pattern_takes_steps_in_proportion_to_the_text() -> None:
    used = patterns()
    assert len(used) > 200
    findings = [worst(one, SIZES, BAITS) for one in used]
    assert [str(finding) for finding in findings if finding.verdict] == []


NOT_LINEAR = (
    r"(?:a|aa)+$",
    r"(\w+\s?)*:",
    r"(?:[^,]+,?)+;",
    r"^(?:(?:责编|编辑)\s+\w{2}(?:\s+\w{2})*\s*)+$",
    r"(?:a{0,9}){9}b",
    r"(?:x+x+)+y",
    r"(.*)(.*)(.*)=",
    r"\s*[(（][^()（）]{1,20}[)）]$",
    r"\s+in\s",
    r".*?,\s*$",
    r"a*b?a*$",
    r"\w+@\w",
    r"(?<=x)\s*y|\s+z",
    r"<!--.*?-->",
)
LINEAR = (
    r"^(?:a|b)+$",
    r"(?:(?<!\s)\s++)?[(（]",
    r"(?<!\w)\w++@\w",
    r"^\s*[(（]",
    r"(?:\w{1,9}\s){0,5}:",
    r"\d{4}-\d\d",
    r"^(?:[^,;]++,)*+;",
    r"<!--",
)


@pytest.mark.parametrize("pattern", NOT_LINEAR)
def test_a_pattern_that_backtracks_is_found(pattern: str) -> None:
    assert _verdict(pattern) in ("hangs", "superlinear")


@pytest.mark.parametrize("pattern", LINEAR)
def test_a_linear_pattern_passes(pattern: str) -> None:
    assert _verdict(pattern) == ""


def _verdict(pattern: str) -> str:
    return worst(Used("", re.compile(pattern), ("search",)), SIZES, BAITS).verdict


FORMS = (
    r"(?:a|ab)+c?$",
    r"(a*)*b",
    r"(?i:a[bc])x*?y|z++",
    r"(?<=ab)c(?!d)",
    r"(a)(b)?\1",
    r"(?>a+)b",
    r"^\s*a{2,3}?b{0,2}$",
    r"(?:ab?){2,5}c",
    r"[^a]+?b",
    rb"(?:a[b-d])+|\s\S",
)


@pytest.mark.parametrize("pattern", FORMS)
def test_the_counting_matcher_matches_what_re_does(pattern: Any) -> None:
    compiled, choose = re.compile(pattern), random.Random(7)
    matcher = Matcher(compiled)
    for _ in range(300):
        text: Any = "".join(choose.choices("abcdxyzAB \n", k=choose.randrange(14)))
        text = text.encode() if matcher.of_bytes else text
        for method in ("search", "match", "fullmatch"):
            found = getattr(compiled, method)(text)
            spans = [found.span()] if found else []
            assert list(matcher.spans(method, text))[:1] == spans, (method, text)
