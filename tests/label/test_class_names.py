"""A pattern for class names finds the same with and without the letters that go first."""

from __future__ import annotations

import pytest

from newsclean.label.captions import CAPTION
from newsclean.label.class_names import ClassNames, NamePattern
from newsclean.label.regions import EXCLUDED, SMALL_BOX, SPOKEN

NAMES = {
    "CAPTION": (
        CAPTION,
        "caption captions wp-caption photo-text phototext pic-text legende pie-de-foto piedefoto",
    ),
    "EXCLUDED": (
        EXCLUDED,
        "comment comment-12 comment12 li-comment-3 dialog alertdialog modal popup",
    ),
    "SMALL_BOX": (
        SMALL_BOX,
        "disclaimer newsletter news-letter signup author-bio author_box authorbio about-author",
    ),
    "SPOKEN": (SPOKEN, "transcript video-transcript"),
}


@pytest.mark.parametrize(("wanted", "names"), NAMES.values(), ids=NAMES)
def test_each_name_that_a_pattern_finds_has_its_letters(wanted: NamePattern, names: str) -> None:
    each = names.split()
    assert all(wanted.pattern.search(name) for name in each)
    others = ["", "story", "story text\n  wide"]
    assert set(ClassNames([*each, *others]).found_by(wanted)) == set(each)


def test_letters_alone_are_not_enough() -> None:
    names = ClassNames(["recaptioned", "no", "commentary", "signal"])
    assert not any(names.found_by(wanted) for wanted, _ in NAMES.values())


def test_names_are_found_by_the_letters_in_them() -> None:
    names = ClassNames(["post-excerpt", "excerpts", "story", "excerpts"])
    assert sorted(names.containing("excerpt")) == ["excerpts", "post-excerpt"]
    assert names.containing("teaser", "card") == []
