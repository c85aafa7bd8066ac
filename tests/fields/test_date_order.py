"""Whether 3/4/2024 is in March or in April, by what else the page tells."""

from __future__ import annotations

import pytest

from newsclean import extract
from newsclean.rules import SiteRules

ENGLISH = "The island ferry sails again from Monday, the council said, after the pier was mended. "
FRENCH = "Le bateau de l'île navigue de nouveau dès lundi, a dit le conseil, après des travaux. "
SPANISH = "El barco de la isla vuelve a navegar desde el lunes, dijo el consejo, tras las obras. "


def day_of(
    text: str, *, stated: str = "", url: str | None = None, more: str = "", date: str = "03/04/2024"
) -> str:
    page = (
        f"<html{stated}><title>Ferry returns</title><h1>Ferry returns</h1><p class=date>{date}</p>"
        f"{more}<p>{text * 3}</p><p>{text * 3}</p>"
    )
    found = extract(page, url=url).date
    return f"{found:%m-%d}" if found else "-"


@pytest.mark.parametrize(
    ("text", "stated", "url", "expected"),
    [
        (ENGLISH, "", None, "03-04"),
        (ENGLISH, " lang=en-US", None, "03-04"),
        (ENGLISH, " lang=en-GB", None, "04-03"),
        # The domain of a country that writes the day first.
        (ENGLISH, " lang=en", "https://news.example.co.uk/ferry", "04-03"),
        (ENGLISH, " lang=en-US", "https://news.example.in/ferry", "04-03"),
        # The language of the text, whatever a template states.
        (FRENCH, "", None, "04-03"),
        (FRENCH, " lang=en-US", None, "04-03"),
        (SPANISH, " lang=en", None, "04-03"),
        # The day that the address has.
        (ENGLISH, "", "https://example.org/2024/04/03/ferry", "04-03"),
        (ENGLISH, " lang=en-GB", "https://example.org/2024/03/04/ferry", "03-04"),
        (FRENCH, "", "https://example.org/2024/03/04/ferry", "03-04"),
    ],
)
def test_by_language_and_address(text: str, stated: str, url: str | None, expected: str) -> None:
    assert day_of(text, stated=stated, url=url) == expected


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        (ENGLISH, "13/04/2024", "04-03"),
        (ENGLISH, "04/13/2024", "03-04"),
        (FRENCH, "04/13/2024", "03-04"),
    ],
)
def test_by_another_date_of_the_page(text: str, other: str, expected: str) -> None:
    assert day_of(text, more=f"<p>Updated: {other}</p>") == expected


def test_rules_of_a_user_are_not_overruled() -> None:
    page = "<title>Ferry returns</title><h1>Ferry returns</h1><p>03/04/2024</p>"
    url = "https://example.org/2024/04/03/ferry"
    rules = SiteRules("example.org", day_first=False)
    found = extract(page + f"<p>{ENGLISH * 4}</p>", url=url, rules=rules).date
    assert found is not None
    assert f"{found:%m-%d}" == "03-04"
