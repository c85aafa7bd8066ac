"""The outlet or account that stands beside the date without a label, as portals print it."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.fields.context import Context
from newsclean.fields.forums import ACCOUNT_PAGE, POST_LINE
from newsclean.fields.line_parts import Part, line_parts
from newsclean.fields.result import Found
from newsclean.fields.source.names import OUTLET, clean_source, source_candidate
from newsclean.lexicon.folding import fold
from newsclean.lexicon.groups import labels
from newsclean.lexicon.lookups import button_words, words_of
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar import is_name, read_byline
from newsclean.model import Candidate, Label, Span
from newsclean.parse.class_words import ACCOUNT_NAMES
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL, KANA, WIDE

# The counts below are of 49 Chinese, Japanese and Korean pages of the open half, 13 of which offer
# an outlet or account. They say on how many one comes or goes if a number is halved or doubled.
# The line of the date is one of so many blocks below the headline, and an account stands on it or
# at most so many blocks from it. Half of the first costs 2; twice of the second adds one.
BELOW, BESIDE = 7, 2
# Without a date, an element that is named for an account is one on these first blocks. No change.
FIRST = 3
# Twice of the second costs 3; the others change none.
LONGEST_LINE, SHORTEST, LONGEST = 80, 2, 16
BRACKETS = "[]【】〔〕"
NET = ("网", "網")
# What stands in <title> before the name of the site.
TITLE_SIGNS = ("_", "-", "—", "|", "｜", "–")
# A day without a year, and a time: 05-10 08:12.
PARTIAL_DATE = lazy(r"(?<![\d年/.-])\d{1,2}[-/.月]\d{1,2}日?\s{0,2}\d{1,2}:\d\d")
# The end of a byline: 台北即時報導.
REPORT = lazy("(?:報導|报道|報道)$")
OTHER_SCRIPT = lazy(f"[{KANA}{HANGUL}]")
# Rates what is offered: the first kind prevails.
KINDS = ("outlet beside the date", "linked account", "named account")


def read_accounts(context: Context, found: Found) -> list[Candidate[str]]:
    """The outlets beside the date, then the accounts whose names are links, then others."""
    offered = [
        (kind, source_candidate(value, kind, context.page.blocks[index].text, span))
        for index, is_dated in _lines(context, found)
        for kind, value, span in _of_line(context, index, is_dated)
    ]
    return [candidate for _, candidate in sorted(offered, key=lambda item: KINDS.index(item[0]))]


def _lines(context: Context, found: Found) -> Iterator[tuple[int, bool]]:
    """The lines below the headline that are no body, and whether the date is on them or near."""
    headline, blocks = context.headline, context.page.blocks
    if headline is None or _script(context, blocks[headline].text) not in ("chinese", "japanese"):
        return
    dated = {span.block for span in found["date"].spans} if "date" in found else set()
    for index in range(headline + 1, min(headline + 1 + BELOW, len(blocks))):
        if context.is_body(index) and len(blocks[index].text) > LONGEST_LINE:
            return
        is_near = any(abs(index - other) <= BESIDE for other in dated)
        is_near = is_near or PARTIAL_DATE.search(blocks[index].text[:LONGEST_LINE]) is not None
        is_line = not blocks[index].hidden and len(blocks[index].text) <= LONGEST_LINE
        if is_line and not context.is_body(index) and (is_near or index <= headline + FIRST):
            yield index, is_near


def _script(context: Context, headline: str) -> str:
    """The script of an article: of its body or, if that is mostly code, of its headline."""
    is_chinese = WIDE.search(headline) is not None and not OTHER_SCRIPT.search(headline)
    return context.script or ("chinese" if is_chinese else "")


def _of_line(context: Context, index: int, is_dated: bool) -> Iterator[tuple[str, str, Span]]:
    block = context.page.blocks[index]
    is_japanese = context.script == "japanese"
    for part in line_parts(context, index):
        value = clean_source(block.text[part.start : part.end].strip(BRACKETS))
        kind = _kind(value, part, is_dated) if value else ""
        if not kind and is_dated and _is_site(context, value):
            kind = KINDS[0]
        # Members of a forum are no outlets.
        if kind in KINDS[1:] and POST_LINE.search(block.text):
            continue
        # Japanese pages also have links to persons and themes there.
        if kind and (not is_japanese or (kind == KINDS[1] and is_excluded(value))):
            yield kind, value, Span(index, part.start, part.end, Label.META, "source")


def _is_site(context: Context, value: str) -> bool:
    """Whether a part is the name of the site: stated in the metadata, or the end of <title>."""
    if not SHORTEST <= len(value) <= LONGEST or _is_other(value):
        return False
    before, found, after = context.page.metadata.title.rstrip().rpartition(value)
    ends_title = found and not after and before.rstrip().endswith(TITLE_SIGNS)
    # One of two characters may be a section.
    return bool(ends_title and len(value) > SHORTEST) or match_key(value) in context.site_keys


def _kind(value: str, part: Part, is_dated: bool) -> str:
    """The kind of source that a part can be, "" if it is none."""
    if not SHORTEST <= len(value) <= LONGEST:
        return ""
    kind = _kind_by_form(value, part, is_dated)
    return "" if kind and _is_other(value) else kind


def _kind_by_form(value: str, part: Part, is_dated: bool) -> str:
    """The kind by the last word, the address and the class names."""
    if is_dated and OUTLET.search(value) and not _is_word(value):
        return KINDS[0]
    has_name = ACCOUNT_NAMES.search(part.class_names) is not None
    is_account = (has_name or ACCOUNT_PAGE.search(part.href)) and WIDE.search(value)
    if part.href and is_account:
        return KINDS[1]
    return KINDS[2] if is_account and (is_dated or "nick" in part.class_names) else ""


def _is_word(value: str) -> bool:
    """Whether a text is only the word that ends an outlet's name: a section (电视) or 官网."""
    return len(value) == SHORTEST and (value in words_of("source.word") or value.endswith(NET))


def _is_other(value: str) -> bool:
    """Whether a part is a person, a byline, a number, or a word of the page's controls."""
    if (is_name(value) and len(value) == 3) or read_byline(value) or REPORT.search(value):
        return True
    return fold(value) in button_words(frozenset(labels())) or not any(map(str.isalpha, value))
