"""Chinese bylines that are read by the grammar: in brackets, on a line, after the last sentence."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.lexicon.lookups import alternatives
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.bylines.form import LONGEST_LINE, Byline
from newsclean.mentions.names.cjk import NAME_HAN
from newsclean.mentions.names.grammar import BRACKETS, Reading, is_name, read_byline
from newsclean.mentions.names.grammar.groups import REPORT, TITLE
from newsclean.text.patterns import lazy

IN_BRACKETS, ON_A_LINE, AT_END = "bracketed byline", "reporter's line", "names at the end"
BY_SENTENCE = "author in a sentence"
SHORTEST_LINE, FULL_NAME = 3, 3

OPENING, CLOSING = ("".join(pair[index] for pair in BRACKETS) for index in (0, 1))
ANY = "".join(f"\\{bracket}" for bracket in OPENING + CLOSING)
BRACKET = lazy(
    rf"[{ANY[: 2 * len(OPENING)]}](?P<inside>[^{ANY}]{{2,60}})[{ANY[2 * len(OPENING) :]}]"
)
LAST_BRACKET = lazy(rf"(?:{BRACKET.pattern})\s*$")
WHOLE_BRACKET = lazy(rf"\s*(?:{BRACKET.pattern})\s*")
# Signs that papers put before a byline.
SIGN = lazy(r"^[□■◎●○◇◆▲△☉⊙※]\s{0,2}")
# What every other byline on a line has: a job, a stroke, a bracket or a report.
MARK = lazy(lambda: rf"[/／╱|｜丨:：{ANY}]|{alternatives('name.reporter', 'zh')}|报道|[報报]導")
SLASHES = lazy(r"[/／╱|｜丨:：]")
# 作者林知秋为河湾大学教授; 作者：林知秋，河湾大学教授
SENTENCE = lazy(
    rf"^(?:本文)?作者[\s:：]{{0,2}}(?P<name>[{NAME_HAN}]{{2,4}}?)(?:[为系是，,（(、\s]|单位|$)"
)
# 作者系河湾大学教授 林知秋
SENTENCE_BEFORE = lazy(rf"^(?:本文)?作者[系为是][^，。,\s]{{2,20}}\s(?P<name>[{NAME_HAN}]{{2,4}})$")
# What ends the text before names in brackets; "" if nothing stands before them.
ENDS_OF_TEXT = ("。", "！", "？", "”", "」", "…", "")


def in_brackets(text: str, _starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the reporters in brackets: （记者林知秋 上海报道）, 【河灣報╱記者林知秋／高雄報導】."""
    for found in BRACKET.finditer(text):
        reading = read_byline(found["inside"])
        if reading and TITLE in reading.signs:
            yield Byline(reading.names, *found.span(), IN_BRACKETS, apart=True)


def on_a_line(text: str, _starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the authors on a line that is nothing but a byline, or a byline and a date."""
    if not SHORTEST_LINE <= len(text) <= LONGEST_LINE:
        return
    sign = SIGN.match(text)
    line = text[sign.end() :] if sign else text
    # This rules out most lines.
    if not sign and not MARK.search(line):
        return
    line = without_dates(line)[0].strip()
    whole = WHOLE_BRACKET.fullmatch(line)
    reading = read_byline(whole["inside"] if whole else line)
    if reading is None:
        return
    # Many words of two characters begin like a family name: 【高温】.
    is_marked = (sign or whole) and _has_full_name(reading)
    if is_marked or _is_byline(reading, line):
        yield Byline(reading.names, 0, len(text), ON_A_LINE, apart=True)


def _has_full_name(reading: Reading) -> bool:
    return any(len(name) >= FULL_NAME for name in reading.names)


def _is_byline(reading: Reading, line: str) -> bool:
    """Whether a line says more than names: a job, a report, or after a stroke a work or a paper."""
    if TITLE in reading.signs or (reading.signs and SLASHES.search(line)):
        return True
    return REPORT in reading.signs and _has_full_name(reading)


def at_end(text: str, _starts: bool, ends: bool) -> Iterator[Byline]:
    """Give the names in brackets after the last sentence: （林知秋 上海报道）."""
    found = LAST_BRACKET.search(text) if ends else None
    if found is None or text[: found.start()].rstrip()[-1:] not in ENDS_OF_TEXT:
        return
    inside = found["inside"]
    if sentence := SENTENCE_BEFORE.match(inside) or SENTENCE.match(inside):
        names = (sentence["name"],) if is_name(sentence["name"]) else ()
        if names:
            yield Byline(names, *found.span(), BY_SENTENCE, apart=True)
    elif (reading := read_byline(inside)) and (found.start() or _has_full_name(reading)):
        yield Byline(reading.names, *found.span(), AT_END, apart=True)
