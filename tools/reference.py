"""The pages of the documentation that are made from the code and its data.

    python -m tools.reference docs/reference

writes `api.md`, `cli.md`, `lexicon.md` and `languages.md`, and copies of the documents in the root.
`docs/conf.py` does so at every build.
"""

from __future__ import annotations

import argparse
import enum
import inspect
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import newsclean
from newsclean.cli.entry import _parser
from newsclean.lexicon.groups import groups
from newsclean.text.package_data import read_rows
from tools.lexicon.tables import Entry, read_tables

ROOT = Path(__file__).resolve().parent.parent
NO_LANGUAGE = "mul"
# Languages without a table of months: they number them, or share their names with a language that
# has one.
DATES_WITHOUT_TABLE = {
    "ja": "2023年{number}月15日",
    "ko": "2023년 {number}월 15일",
    "no": "15. {name} 2023",
    "vi": "ngày 15 tháng {number} năm 2023",
    "zh": "2023年{number}月15日",
}
KINDS = ("Functions", "Values", "Enumerations", "Errors")


API_HEAD = """# API

Every name on this page is imported from `newsclean`.
"""
KIND_HEADS = {
    "Values": "\nAll classes are immutable, comparable and picklable.\n",
    "Enumerations": '\nMembers are text, the name in lower case: `Label.BODY == "body"`.\n',
}
CLI_HEAD = """# Command line

Where `newsclean` is not on the path, `python -m newsclean` is the same command.
"""
LEXICON_HEAD = """# The lexicon

The words and patterns by which newsclean recognises boilerplate, labels, roles and words that are
no names: one file a language, in `newsclean/lexicon`. Where a group has a label, a block that one
of its entries matches gets it.

## Groups

| group | label | what its words say | entries |
|---|---|---|---:|
"""
EXAMPLES_HEAD = """
## Examples

The first entries of each group in English and in Chinese.

| group | English | Chinese |
|---|---|---|
"""
LANGUAGES_HEAD = """# Languages

A language without a row is extracted as well: the body is found by learned weights, most of which
do not depend on words. The columns:

- *entries*: words and patterns of the lexicon;
- *detected*: whether the language is told from others of its script by its words; a language with
  a script of its own is recognised by that;
- *dates*: whether dates in words are read, by the names of its months or by a form of its own such
  as 2024年5月9日; dates in figures, and those in the metadata, are read in every language;
- *test pages*: pages in the language in `fixtures/`, each with an expected article.

| language | entries | detected | dates | test pages |
|---|---:|---|---|---:|
"""


def api() -> str:
    """The page with every public name and what its docstring says."""
    names = [name for name in newsclean.__all__ if not name.startswith("__")]
    parts = [API_HEAD]
    for kind in KINDS:
        members = [name for name in names if _kind(getattr(newsclean, name)) == kind]
        directives = (f"\n```{{eval-rst}}\n{_directive(name)}\n```\n" for name in members)
        parts += [f"\n## {kind}\n", KIND_HEADS.get(kind, ""), *directives]
    return "".join(parts)


def _kind(value: object) -> str:
    if inspect.isfunction(value):
        return "Functions"
    if inspect.isclass(value) and issubclass(value, Exception):
        return "Errors"
    return "Enumerations" if isinstance(value, enum.EnumMeta) else "Values"


def _directive(name: str) -> str:
    value = getattr(newsclean, name)
    if inspect.isfunction(value):
        return f".. autofunction:: newsclean.{name}"
    if not inspect.isclass(value):
        return f".. autodata:: newsclean.{name}\n   :no-value:"
    if issubclass(value, Exception):
        return f".. autoexception:: newsclean.{name}\n   :show-inheritance:"
    members = ", ".join(_documented_members(value))
    return f".. autoclass:: newsclean.{name}" + (f"\n   :members: {members}" if members else "")


def _documented_members(value: type) -> Iterator[str]:
    """Yield the methods and properties; fields are described in the docstring of the class."""
    for name, member in vars(value).items():
        is_code = inspect.isfunction(member) or isinstance(member, property | classmethod)
        if is_code and not name.startswith("_"):
            yield name


def cli() -> str:
    """The page with the help of the command and of each of its parts."""
    helps = (
        f"\n## {parser.prog}\n\n```text\n{parser.format_help().rstrip()}\n```\n"
        for parser in _parsers(_parser())
    )
    return CLI_HEAD + "".join(helps)


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _parsers(command)


def lexicon(entries: Sequence[Entry]) -> str:
    """The page that explains each group, and counts its entries by language."""
    parts = [LEXICON_HEAD]
    counts = Counter(entry.group for entry in entries)
    for group in groups().values():
        label = f"`{group.label.value}`" if group.label else ""
        parts.append(f"| `{group.name}` | {label} | {group.meaning} | {counts[group.name]} |\n")
    parts.append(EXAMPLES_HEAD)
    for group in groups().values():
        cells = (_first(entries, group.name, language) for language in ("en", "zh"))
        parts.append(f"| `{group.name}` | {' | '.join(cells)} |\n")
    return "".join(parts)


def _first(entries: Sequence[Entry], group: str, language: str, most: int = 3) -> str:
    found = [
        entry.example or entry.text
        for entry in entries
        if (entry.group, entry.language) == (group, language)
    ]
    return ", ".join(f"“{_cell(text)}”" for text in found[:most])


def _cell(text: str) -> str:
    """The text for a cell of a Markdown table, where none of its characters is markup."""
    return "".join(f"&#{ord(c)};" if c in "|<>&*_`[]\\~#$" else c for c in text)


def languages(entries: Sequence[Entry]) -> str:
    """The page that says, for each language, what knows it and what tests it."""
    words = Counter(entry.language for entry in entries if entry.language != NO_LANGUAGE)
    detected = {
        language for _, language, _ in read_rows("newsclean.mentions.language", "words.tsv")
    }
    rows = read_rows("newsclean.mentions.dates", "months.tsv")
    tables = {row[0].partition("-u-ca-")[0] for row in rows}
    dates = tables | DATES_WITHOUT_TABLE.keys()
    pages = _fixtures_by_language()
    parts = [LANGUAGES_HEAD]
    for tag in sorted({*words, *detected, *dates, *pages}):
        marks = ("yes" if tag in known else "" for known in (detected, dates))
        parts.append(f"| `{tag}` | {words[tag]} | {' | '.join(marks)} | {pages[tag]} |\n")
    return "".join(parts)


def _fixtures_by_language() -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for path in sorted((ROOT / "fixtures").glob("*/expected.json")):
        tag = json.loads(path.read_text("utf-8")).get("language")
        if tag:
            counts[tag.partition("-")[0]] += 1
    return counts


def from_root(name: str) -> str:
    """A document of the root, with its links as from the folder of these pages."""
    text = (ROOT / name).read_text("utf-8").replace("](docs/", "](../")
    return re.sub(r"\]\(([A-Z]+)\.md", lambda found: f"]({found[1].lower()}.md", text)


PAGES: Mapping[str, Callable[[Sequence[Entry]], str]] = {
    "api.md": lambda _: api(),
    "cli.md": lambda _: cli(),
    "lexicon.md": lexicon,
    "languages.md": languages,
    "contributing.md": lambda _: from_root("CONTRIBUTING.md"),
    "changelog.md": lambda _: from_root("CHANGELOG.md"),
}
"""The pages by file name; each is made from the entries of the lexicon."""


def write(folder: Path) -> None:
    """Write the pages into a folder."""
    entries = list(read_tables())
    for name, page in PAGES.items():
        (folder / name).write_text(page(entries), "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.reference",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path)
    write(parser.parse_args(arguments).folder)


if __name__ == "__main__":
    main()
