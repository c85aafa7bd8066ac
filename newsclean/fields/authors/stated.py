"""The authors that a page's data state: JSON-LD and meta elements, where systems put people, accounts, addresses and the site itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from newsclean.fields.authors.candidate import Names, names_at
from newsclean.fields.context import Context
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.person import LONGEST_NAME, is_person
from newsclean.mentions.names.spaced import byline_start, clean_name
from newsclean.mentions.names.spaced import spaced_names as western_names
from newsclean.text.scripts import WIDE

META = (
    "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.author", "citation_author",
    "cxenseparse:author", "article.author", "rbauthors", "article:author_name", "articleauthor", "article_author", "vr:author",
    "news_authors",
)  # fmt: skip
FAMILY_FIRST = re.compile(r"(?P<family>[^\W\d][\w'’ -]{1,30}), (?P<given>[^\W\d][\w. -]{0,30})")
MOST_AUTHORS = 30
NamesOf = Callable[[str], tuple[str, ...]]


def of_json_ld(context: Context, names_of: NamesOf) -> Iterator[Names]:
    """What the article's `author` and `creator` are named, references to other objects followed."""
    for key in ("author", "creator"):
        value = context.json_ld.article.get(key)
        given = [
            context.json_ld.name_of(item)
            for item in (value if isinstance(value, list) else [value])[:MOST_AUTHORS]
        ]
        if names := _people_first(name for text in given for name in names_of(text)):
            yield names_at(names, f"json-ld {key}", "; ".join(given))


def of_meta(context: Context, names_of: NamesOf) -> Iterator[Names]:
    """What each kind of meta element names."""
    stated: dict[str, list[str]] = {}
    for key, content in context.page.metadata.meta:
        if key in META and len(stated.setdefault(key, [])) < MOST_AUTHORS:
            stated[key].append(content)
    for key in sorted(stated, key=META.index):
        if names := _people_first(
            name for text in stated[key] for name in names_of(_in_order(text, key))
        ):
            yield names_at(names, f"meta {key}", "; ".join(stated[key]))


def _people_first(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once; only those of people if there are any."""
    found = tuple(dict.fromkeys(names))
    return tuple(name for name in found if WIDE.search(name) or is_person(name)) or found


def _in_order(text: str, key: str) -> str:
    """The name with the given one first: libraries' meta elements turn them."""
    found = FAMILY_FIRST.fullmatch(text.strip()) if key.startswith(("citation", "dc")) else None
    return f"{found['given']} {found['family']}" if found else text


def stated_western(text: str) -> tuple[str, ...]:
    """The people in a stated value; else the one name it gives, of an account or an outlet; nothing for addresses and numbers.

    >>> stated_western("Jane Roe, River Post and John Poe"), stated_western("River Post"), stated_western("Jane Roe (jro)")
    (('Jane Roe', 'John Poe'), ('River Post',), ('Jane Roe',))
    >>> stated_western("https://example.org/jane"), stated_western("105092"), stated_western("admin"), stated_western("j.roe@example.org")
    ((), (), (), ())
    """
    text = " ".join(text.split()).strip(" ,;:|")
    if "://" in text or "@" in text:
        return ()
    if people := western_names(text):
        return people
    name = clean_name(text[byline_start(text) :].partition(" (")[0])
    if not 1 < len(name) <= LONGEST_NAME or name.casefold() in words_of("name.account"):
        return ()
    return (name,) if any(map(str.isalpha, name)) else ()
