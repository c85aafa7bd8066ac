"""Chinese bylines that are read by the grammar: in brackets, on a line, after the last sentence."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.lexicon.lookups import alternatives
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.bylines.form import LONGEST_LINE, Byline
from newsclean.mentions.names.grammar import BRACKETS, Reading, is_name, read_byline
from newsclean.mentions.names.grammar.groups import REPORT, TITLE, WRITER
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
REPORTS = lazy("报道|[報报]導")
# What every other byline on a line has: a job, a stroke, a bracket or a report.
MARK = lazy(
    lambda: rf"[/／╱|｜丨:：{ANY}]|{alternatives('name.reporter', 'zh')}|{REPORTS.pattern}|^文\s"
)
SLASHES = lazy(r"[/／╱|｜丨:：]")
# Any letter of a name, as a class of Chinese ones takes long to compile.
LETTER, BE = r"[^\W\d_]", "为為系係是"
# 作者林知秋为河湾大学教授; 作者：林知秋，河湾大学教授
SENTENCE = lazy(
    rf"^(?:本文)?作者[\s:：]{{0,2}}(?P<name>{LETTER}{{2,4}}?)(?:[{BE}，,（(、\s]|单位|$)"
)
# 作者林知秋、周望舒分别系河湾大学教授、讲师
SENTENCE_OF_SEVERAL = lazy(
    rf"^(?:本文)?作者[\s:：]{{0,2}}"
    rf"(?P<names>{LETTER}{{2,3}}(?:[、和与與]\s?{LETTER}{{2,3}}){{1,4}}?)"
    rf"(?:分别|分別|均|都|[{BE}，,（(]|$)"
)
# 作者系河湾大学教授 林知秋, 作者为河湾大学教授林知秋
SENTENCE_BEFORE = lazy(
    lambda: (
        rf"^(?:本文)?作者[{BE}][^，。,\s]{{2,20}}(?:\s|{alternatives('name.rank', 'zh')})"
        rf"(?P<name>{LETTER}{{2,4}})$"
    )
)
# The same as a sentence of its own below the text.
WHOLE_SENTENCE = lazy(
    rf"^[※*＊#(（]?\s?(?:本文)?作者(?P<name>{LETTER}{{3}})[{BE}][^。]{{2,40}}。?[)）]?$"
)
# The author of a column or an account: 《河湾周刊》作者 林知秋.
OF_OUTLET = lazy(
    rf"^.{{0,8}}《[^《》]{{2,20}}》(?:特[约約])?作者[\s:：|｜]{{1,3}}(?P<name>{LETTER}{{2,3}})$"
)
LIST = lazy(r"[、和与與]\s?")
# What ends the text before names in brackets; "" if nothing stands before them.
ENDS_OF_TEXT = ("。", "！", "？", "”", "」", "…", "")


def in_brackets(text: str, starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the reporters in brackets: （记者林知秋 上海报道）, 【河灣報╱記者林知秋／高雄報導】."""
    for found in BRACKET.finditer(text):
        reading = read_byline(found["inside"])
        leads = starts and not found.start()
        if reading and (TITLE in reading.signs or (leads and _reports(reading))):
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
    # ◆林知秋（河湾大学教授）
    line = (LAST_BRACKET.sub("", line) if sign else without_dates(line)[0]).strip()
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


def _reports(reading: Reading) -> bool:
    """Whether a byline says that people with full names wrote or report."""
    return not reading.signs.isdisjoint((REPORT, WRITER)) and _has_full_name(reading)


def _is_byline(reading: Reading, line: str) -> bool:
    """Whether a line says more than names: a job, a report, or after a stroke a work or a paper."""
    if TITLE in reading.signs or (reading.signs and SLASHES.search(line)):
        return True
    return _reports(reading)


def before_report(text: str, starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the reporters at the start of a paragraph: 本报讯 记者林知秋、通讯员周望舒报道：."""
    found = REPORTS.search(text, 0, LONGEST_LINE) if starts else None
    reading = read_byline(text[: found.end()]) if found else None
    if found and reading and {TITLE, REPORT} <= reading.signs:
        yield Byline(reading.names, 0, found.end(), ON_A_LINE, apart=len(text) <= LONGEST_LINE)


def at_end(text: str, _starts: bool, ends: bool) -> Iterator[Byline]:
    """Give the names in brackets after the last sentence: （林知秋 上海报道）."""
    found = LAST_BRACKET.search(text) if ends else None
    if found is None or text[: found.start()].rstrip()[-1:] not in ENDS_OF_TEXT:
        return
    inside = found["inside"]
    if "作者" in inside and (names := _names_in_sentence(inside)):
        yield Byline(names, *found.span(), BY_SENTENCE, apart=True)
    elif (reading := read_byline(inside)) and (found.start() or _has_full_name(reading)):
        yield Byline(reading.names, *found.span(), AT_END, apart=True)


def _names_in_sentence(text: str) -> tuple[str, ...]:
    """The authors whom a text introduces that begins with the word for them.

    >>> _names_in_sentence("作者林知秋、周望舒分别系河湾大学教授、讲师")
    ('林知秋', '周望舒')
    >>> _names_in_sentence("作者为河湾大学教授林知秋"), _names_in_sentence("作者为河湾大学教授")
    (('林知秋',), ())
    """
    if several := SENTENCE_OF_SEVERAL.match(text):
        names = tuple(LIST.split(several["names"]))
        if all(map(is_name, names)):
            return names
    if one := SENTENCE_BEFORE.match(text) or SENTENCE.match(text):
        return (one["name"],) if is_name(one["name"]) else ()
    return ()


def in_sentence(text: str, starts: bool, ends: bool) -> Iterator[Byline]:
    """Give the author of a line such as ※作者林知秋为河湾大学教授。 or 《河湾周刊》作者 林知秋."""
    if not (starts and ends and len(text) <= LONGEST_LINE):
        return
    found = WHOLE_SENTENCE.match(text) or OF_OUTLET.match(text)
    if found and is_name(found["name"]):
        yield Byline((found["name"],), 0, len(text), BY_SENTENCE, apart=True)
