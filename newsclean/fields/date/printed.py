"""The full dates that a page prints: by the headline, at the start of the body, after its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import DateCandidate, both_readings, printed_candidate
from newsclean.fields.date.position import is_comment_date, is_inside, position_signs
from newsclean.fields.zones import DATE
from newsclean.mentions.dates import DateMention
from newsclean.mentions.dates.weekdays import without_weekday
from newsclean.mentions.dates.words import OTHER, PUBLISHED, RIGHTS, UPDATED, UPDATED_AFTER
from newsclean.model import Label, Span
from newsclean.parse.class_words import CLOCK_NAMES, DATE_NAMES, PICTURE_NAMES, UPDATED_NAMES
from newsclean.text.lines import find_lines
from newsclean.text.patterns import lazy
from newsclean.text.sentences import CLOSING_SIGNS

# The counts below are of 613 open pages, 572 of whose days are right, and say how many are right no
# longer, or are now, if a number is halved or doubled. Twice of the first gains 1, half of the
# second loses 1 and gains 1.
MOST_BLOCKS, LONGEST_LINE = 400, 200
# In a longer block a date is looked for in so many characters: in the first blocks of the body, and
# elsewhere. Half of the first and of the last loses 1 each, twice of any changes none.
LEADING_BLOCKS, LONGEST_LEAD, LONGEST_START = 3, 40, 100
# How many characters before a date are searched for its label. Half of it loses 3 and gains 1,
# twice of it loses 1.
LABEL_LENGTH = 18
# What every full date has: four digits, three numbers, a name between two numbers, a year after an
# apostrophe, or one in Chinese numerals. This search rules out nearly all lines of a page, and its
# first class makes it three times as fast.
DATED = lazy(
    r"[\d〇零○一二三四五六七八九十元](?:(?<=\d)(?:\d{3}|\d?\s?[./\-|年]\s?\d\d?\s?[./\-|月]\s?\d\d?"
    r"|\d?[\s\-/](?:[^\W\d_]{3,10}|[ก-๙.]{4,6})[.,]?[\s\-/]['’‘]?\d\d(?![\d:.h])|,?\s['’‘]\d\d)|年)"
)
# Elements whose text is about the article however long it is: "This post was written on … and filed
# under …".
LINE_NAMES = lazy(
    r"post-?meta|entry-?(?:meta|utility|footer)|post-?(?:footer|info)|byline|dateline"
)
PICTURE_LEVELS = CLOCK_LEVELS = 2
# A date in a sentence that is older than news on the web is one of history. It changes none of
# these pages; the composed ones with a date of history below the body need it.
FIRST_ONLINE = 1994
IS_UPDATE = lazy(UPDATED_AFTER)
# Words that may stand in the same sentence as the day of the publication, as "on" does in any.
LABELS = tuple(word for word in (*PUBLISHED, *UPDATED) if word != "on")
# What follows the date of a dateline in Chinese and Japanese: 新华社北京2024年5月20日电.
DISPATCH = ("电", "電", "讯", "訊", "共同", "時事")
# More different days in elements of one kind are a list. Twice of it changes none; half of it takes
# the printed time of 18 for that of a list.
MOST_DAYS = 2
# The shares of a line above which a date is all of it, or about half.
ALONE, HALF = 0.6, 0.3
# A block is a link if more of its text than this is linked.
LINKED = 0.8


def has_word(words: Sequence[str], text: str) -> bool:
    """Whether a text in lower case has one of the words.

    A word of an alphabet counts only where no letter stands before it.

    >>> has_word(("date", "日期"), "the date: "), has_word(("date", "日期"), "发布日期：")
    (True, True)
    >>> has_word(("date", "日期"), "updated ")
    False
    """
    return any(_starts_word(word, text) for word in [word for word in words if word in text])


def _starts_word(word: str, text: str) -> bool:
    """Whether the first place of a word in a text has no letter of an alphabet before it."""
    at = text.index(word)
    return at == 0 or word[0] >= "\u2e80" or not text[at - 1].isalpha()


def read_printed(context: Context) -> Iterator[DateCandidate]:
    """The full dates on lines that may state the article's."""
    found = list(_dates_on_lines(context))
    days: defaultdict[tuple[str, str], set[datetime]] = defaultdict(set)
    for index, date in found:
        days[_template_key(context, index)].add(date.value)
    first = next((index for index, _ in found if index >= context.start), -1)
    for index, date in found:
        signs = date_signs(context, index, date)
        if "aside" in signs or ("part" in signs and _is_caption(context, index)):
            continue
        if is_inside(context, index, CLOCK_NAMES, CLOCK_LEVELS) or _is_told(context, index, date):
            continue
        if "part" in signs and date.value.year < FIRST_ONLINE:
            continue
        if len(days[_template_key(context, index)]) > MOST_DAYS:
            signs.add("listed")
        if index == first:
            signs.add("first")
        span = Span(index, date.start, date.end, Label.META, "date")
        yield from both_readings(printed_candidate(date, signs, index, (span,)))


def _dates_on_lines(context: Context) -> Iterator[tuple[int, DateMention]]:
    for index in _dated_lines(context):
        if not is_comment_date(context, index):
            text = context.page.blocks[index].text
            searched = text if len(text) <= LONGEST_LINE else text[:LONGEST_START]
            dates = context.dates(searched)
            yield from ((index, date) for date in dates if not _is_of_rights(text, date))


def _is_of_rights(text: str, date: DateMention) -> bool:
    """Whether a date follows the words of a notice on rights."""
    return has_word(RIGHTS, text[: date.start].lower())


def _dated_lines(context: Context) -> list[int]:
    """The blocks that may state the article's date.

    They are short lines, the first words of the body, and elements that are named for it.
    """
    blocks, elements = context.page.blocks, context.page.elements
    window = _window(context)
    leading = context.body_blocks[:LEADING_BLOCKS]
    lines = {i: text for i in window if len(text := blocks[i].text) <= LONGEST_LINE}
    others = {
        i: elements[blocks[i].element].class_names
        for i in window
        if i not in lines and i not in leading
    }
    lines |= {i: blocks[i].text[:LONGEST_LEAD] for i in leading if i not in lines}
    named = {names for names in set(others.values()) if LINE_NAMES.search(names)}
    about = {i for i, names in others.items() if names in named}
    order = list(lines)
    dated = sorted({*(order[at] for at in find_lines(DATED, list(lines.values()))), *about})
    return [i for i in dated if not has_word(OTHER, blocks[i].text[:LONGEST_LINE].lower())]


def _window(context: Context) -> range:
    """The blocks among which the article's date is looked for."""
    last = max(context.body_blocks[-1] if context.body_blocks else 0, context.start)
    first = max(0, context.start - DATE.above) if context.headline is not None else 0
    stop = min(len(context.page.blocks), last + DATE.after, first + MOST_BLOCKS)
    return range(first, stop)


def date_signs(context: Context, index: int, date: DateMention) -> set[str]:
    """What speaks for and against a date that block `index` prints."""
    block = context.page.blocks[index]
    signs = position_signs(context, index) | _label_signs(context, index, date)
    names = (
        element.class_names
        for element in block.inline_elements
        if element.start <= date.start < element.end
    )
    class_names = " ".join([_template_key(context, index)[1], *names])
    facts = {
        "named": DATE_NAMES.search(class_names),
        "named-updated": UPDATED_NAMES.search(class_names),
        "time": date.has_time,
        "hidden": block.hidden,
        "linked": block.link_density > LINKED,
    }
    signs |= {name for name, holds in facts.items() if holds}
    share = len(date.text) / len(block.text)
    signs.add("alone" if share > ALONE else "half" if share > HALF else "part")
    return signs


def _label_signs(context: Context, index: int, date: DateMention) -> set[str]:
    """Whether a word beside the date says that it is that of a change or of the publication.

    The word may stand in an element of its own, as in `<dt>Updated</dt><dd>…`.
    """
    block = context.page.blocks[index]
    before = block.text[_label_floor(context, block.text, date.start) : date.start].lower()
    before = without_weekday(before)[-LABEL_LENGTH:]
    if date.start == 0 and index and context.headline != index - 1:
        above = context.page.blocks[index - 1]
        if len(above.text) <= LABEL_LENGTH and not above.hidden and not context.dates(above.text):
            before = above.text.lower()
    if has_word(UPDATED, before) or IS_UPDATE.match(block.text, date.end):
        return {"updated"}
    return {"published"} if has_word(PUBLISHED, before) else set()


def _label_floor(context: Context, text: str, start: int) -> int:
    """Where the label of a date that starts at `start` can begin: after the date before it.

    A word for a change that follows that date belongs to it.
    """
    ends = [other.end for other in context.dates(text[:LONGEST_LINE]) if other.end <= start]
    last = ends[-1] if ends else 0
    changed = IS_UPDATE.match(text, last) if last else None
    return max(start - 2 * LABEL_LENGTH, changed.end() if changed else last)


def _is_told(context: Context, index: int, date: DateMention) -> bool:
    """Whether a date is part of a sentence of the body, and so of an event in the article.

    The date of a dateline is not: it follows no word in lower case, or is followed by a word for
    "dispatch". Nor is one that is much of a short line, which only looks like body.
    """
    text = context.page.blocks[index].text
    if not context.is_body(index) or index == context.headline or _is_line_of_date(text, date):
        return False
    before, after = text[: date.start][-LONGEST_START:], text[date.end :].lstrip()
    last = next(iter(before.split()[-1:]), "")
    if not last[-1:].isalpha() or last.istitle() or last.isupper():
        return False
    return not has_word(LABELS, before.lower()) and not after.startswith(DISPATCH)


def _is_line_of_date(text: str, date: DateMention) -> bool:
    """Whether a text is a date with its weekday and a few words, and ends as no sentence does."""
    before = without_weekday(text[: date.start].lower())
    known = len(text) - len(before) - len(text[date.end :])
    return known > HALF * len(text) and not text.endswith(CLOSING_SIGNS)


def _template_key(context: Context, index: int) -> tuple[str, str]:
    """The tag and class names of a block; those that a template repeats have the same."""
    block = context.page.blocks[index]
    return block.tag, context.page.elements[block.element].class_names


def _is_caption(context: Context, index: int) -> bool:
    """Whether a line belongs to a picture, so that its date is that of the picture."""
    page, block = context.page, context.page.blocks[index]
    if page.elements[block.element].tag == "figcaption":
        return True
    return is_inside(context, index, PICTURE_NAMES, PICTURE_LEVELS)
