"""The authors in a page's metadata.

Systems put people there, but also accounts, addresses and the site itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsclean.fields.authors.candidate import Names, names_candidate
from newsclean.fields.context import Context
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.jobs import clean_name
from newsclean.mentions.names.person import LONGEST_NAME, is_person
from newsclean.mentions.names.spaced import byline_start, spaced_names
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE

META = (
    *("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator"),
    *("dcterms.creator", "dc.author", "citation_author", "cxenseparse:author", "article.author"),
    *("rbauthors", "article:author_name", "articleauthor", "article_author", "vr:author"),
    "news_authors",
)
FAMILY_FIRST = lazy(r"(?P<family>[^\W\d][\w'’ -]{1,30}), (?P<given>[^\W\d][\w. -]{0,30})")
# Neither half nor twice of it changes the authors of 546 open pages: it bounds the work.
MOST_AUTHORS = 30
SplitNames = Callable[[str], tuple[str, ...]]


def read_stated(context: Context, split: SplitNames) -> Iterator[Names]:
    """The authors in JSON-LD, then those in meta elements; `split` finds the names in a value."""
    yield from _read_json_ld(context, split)
    yield from _read_meta(context, split)


def _read_json_ld(context: Context, split: SplitNames) -> Iterator[Names]:
    """The names of the article's `author` and `creator`, with references resolved."""
    for key in ("author", "creator"):
        texts = context.json_ld.names_of(context.json_ld.article.get(key))[:MOST_AUTHORS]
        if names := _people_first(_names(context, texts, split)):
            yield names_candidate(names, f"json-ld {key}", "; ".join(texts))


def _read_meta(context: Context, split: SplitNames) -> Iterator[Names]:
    """The names in all meta elements of one kind, for each kind."""
    stated: dict[str, list[str]] = {}
    for key, content in context.page.metadata.meta:
        if key in META and len(stated.setdefault(key, [])) < MOST_AUTHORS:
            stated[key].append(content)
    for key in sorted(stated, key=META.index):
        texts = (_given_name_first(text, key) for text in stated[key])
        if names := _people_first(_names(context, texts, split)):
            yield names_candidate(names, f"meta {key}", "; ".join(stated[key]))


def _names(context: Context, texts: Iterable[str], split: SplitNames) -> Iterator[str]:
    """The names in all texts; one that is also the site's whole, be it "Luxury Travel Expert"."""
    for text in texts:
        names = split(text)
        yield from (text,) if names and match_key(text) in context.site_keys else names


def _people_first(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once; only those of people if there are any."""
    found = tuple(dict.fromkeys(names))
    return tuple(name for name in found if WIDE.search(name) or is_person(name)) or found


def _given_name_first(text: str, key: str) -> str:
    """The name with the given name first, which library metadata put last."""
    found = FAMILY_FIRST.fullmatch(text.strip()) if key.startswith(("citation", "dc")) else None
    return f"{found['given']} {found['family']}" if found else text


def split_stated_names(text: str) -> tuple[str, ...]:
    """The people in a stated value; else the one account or outlet that it names.

    Addresses and numbers name nobody.

    >>> split_stated_names("Jane Roe, River Post and John Poe"), split_stated_names("River Post")
    (('Jane Roe', 'John Poe'), ('River Post',))
    >>> split_stated_names("Jane Roe (jro)")
    ('Jane Roe',)
    >>> split_stated_names("https://example.org/jane"), split_stated_names("105092")
    ((), ())
    >>> split_stated_names("admin"), split_stated_names("j.roe@example.org")
    ((), ())
    """
    text = " ".join(text.split()).strip(" ,;:|")
    if "://" in text or "@" in text:
        return ()
    if people := spaced_names(text):
        return people
    name = clean_name(text[byline_start(text) :].partition(" (")[0])
    if not 1 < len(name) <= LONGEST_NAME or name.casefold() in words_of("name.account"):
        return ()
    return (name,) if any(map(str.isalpha, name)) else ()
