"""The pages of the reference have every public name, command, group and language."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import newsclean
from newsclean.lexicon.groups import groups
from tools import reference


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("reference")
    reference.main([str(folder)])
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_the_api_has_every_public_name_once(pages: dict[str, str]) -> None:
    named = [
        line.rpartition("newsclean.")[2]
        for line in pages["api.md"].splitlines()
        if line.startswith(".. auto")
    ]
    assert sorted(named) == sorted(set(newsclean.__all__) - {"__version__"})


def test_the_command_line_has_every_option(pages: dict[str, str]) -> None:
    for words in ("## newsclean extract", "--reference-date DATE", "--content-type TYPE"):
        assert words in pages["cli.md"]


def test_the_lexicon_has_every_group(pages: dict[str, str]) -> None:
    for group in groups().values():
        assert f"| `{group.name}` | " in pages["lexicon.md"]
        assert group.meaning in pages["lexicon.md"]


def test_languages_say_what_knows_and_tests_them(pages: dict[str, str]) -> None:
    rows = {
        cells[1].strip(" `"): [cell.strip() for cell in cells[2:-1]]
        for line in pages["languages.md"].splitlines()
        if len(cells := line.split("|")) == 7
    }
    entries, detected, dates, fixtures = rows["de"]
    assert int(entries) > 100
    assert (detected, dates) == ("yes", "yes")
    assert rows["zh"][2] == "yes"
    assert int(fixtures) >= 3
    assert rows["is"] == ["0", "yes", rows["is"][2], "0"]


def test_links_of_copied_documents_lead_from_their_new_folder(pages: dict[str, str]) -> None:
    assert "](../architecture.md#vocabulary)" in pages["contributing.md"]
    assert "](contributing.md#versions)" in pages["changelog.md"]


NORWEGIAN = "januar februar mars april mai juni juli august september oktober november desember"


@pytest.mark.parametrize("form", sorted(set(reference.DATES_WITHOUT_TABLE.values())))
def test_dates_are_read_in_languages_without_a_table_of_months(form: str) -> None:
    for number, name in enumerate(NORWEGIAN.split(), 1):
        date = form.format(number=number, name=name)
        article = newsclean.extract(f"<h1>Ferry returns</h1><p>{date}<p>The ferry sails again.")
        assert (article.date and article.date.date()) == datetime.date(2023, number, 15), date
