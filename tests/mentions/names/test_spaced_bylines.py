"""Bylines of twenty languages with spaces, made from their parts, are read; other lines are not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from newsclean.mentions.names.spaced import byline_start, spaced_names

LANGUAGES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "spaced.toml").read_text("utf-8")
)
BEFORE_ROLE = (", ", " | ", " / ", " – ", " (")
BEFORE_PICTURES = (", ", " / ", " | ", "; ", " ", " – ", " (")


def names_of(line: str) -> tuple[str, ...]:
    """The names in a line that begins with a byline's words; none in another."""
    start = byline_start(line)
    return spaced_names(line[start:]) if start else ()


def listed(names: list[str], last: str) -> str:
    *first, end = names
    return f"{', '.join(first)} {last} {end}" if first else end


def lines(parts: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Lines of a language with the names that each gives."""
    for label, people in product(parts["labels"], parts["people"]):
        line, names = f"{label} {listed(people, parts['and'])}", tuple(people)
        yield line, names
        yield f"{label} {', '.join(people)}", names
        yield f"{line} 12.05.2024", names
        for gap, role in product(BEFORE_ROLE, parts["roles"]):
            yield f"{line}{gap}{role}{')' * ('(' in gap)}", names
        yield from ((f"{line} {place}", names) for place in parts["places"])
        yield f"{label} {' / '.join(people)}", names
        yield from ((f"{line} {following}", names) for following in parts.get("next", ()))
        yield from ((f"{label} {job} {people[0]}", names[:1]) for job in parts.get("jobs", ()))
        for gap, picture in product(BEFORE_PICTURES, parts["pictures"]):
            yield f"{line}{gap}{picture} {parts['other']}", names


def test_thousands_of_lines_are_made() -> None:
    assert sum(len(list(lines(parts))) for parts in LANGUAGES.values()) > 7000


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_gives_its_names(language: str) -> None:
    made = list(lines(LANGUAGES[language]))
    assert [(line, names_of(line)) for line, names in made if names_of(line) != names] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_took_the_pictures_is_no_author(language: str) -> None:
    parts = LANGUAGES[language]
    for label in parts["pictures"]:
        assert names_of(f"{label} {parts['other']}") == ()
        assert spaced_names(f"{label} {parts['other']}") == ()


@pytest.mark.parametrize(
    "line",
    [
        *("Text and photos by Jane Roe", "Photos and text by Jane Roe", "Words & photos: Jane Roe"),
        *("Text und Fotos: Jane Roe", "Fotos und Text: Jane Roe", "Text + Bild: Jane Roe"),
        *("Texte et photos : Jane Roe", "Texto y fotos: Jane Roe", "Tekst i zdjęcia: Jane Roe"),
    ],
)
def test_who_wrote_and_took_the_pictures_is_the_author(line: str) -> None:
    assert names_of(line) == ("Jane Roe",)


@pytest.mark.parametrize(
    "line",
    [
        *("By the time the ferry came", "Von der Leyen kommt nach Kiel", "Words to live by"),
        *("Text size: A A A", "Par ailleurs, le bac reprend", "Di lotta e di governo", "Author"),
        *("Photo gallery", "Bild des Tages", "Por fin llega el barco", "Door to door delivery"),
        *("Av alla båtar är tre blå", "Text me when you are home", "Oleh karena itu", "Kuva 3/12"),
        *("Автор: редакция", "Foto: Anna Weber", "Fotos von Anna Weber", "By Staff", "Texte : AFP"),
    ],
)
def test_no_name_is_read_in(line: str) -> None:
    assert names_of(line) == ()
