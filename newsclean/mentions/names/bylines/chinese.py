"""Bylines of Chinese papers: （记者 甲、乙）, 本报记者 甲, 〔記者甲／台北報導〕, 文/甲."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.lexicon.lookups import alternatives
from newsclean.mentions.names.bylines.form import LONGEST_LINE, Byline, Form
from newsclean.mentions.names.cjk import has_family_name
from newsclean.mentions.names.lists import WORK, split_names
from newsclean.text.patterns import lazy

# Parts of the patterns below, which are all verbose.
# A letter that is not Latin. Python compiles it in a hundredth of the time that a class of Chinese
# characters takes, of which these patterns would have some fifty; what is no name is found later.
LETTER = r"[^\W\d_A-Za-zÀ-ÿ]"
# A name, padded or not, or a foreign one with dots.
NAME = rf"(?:{LETTER}{{2,4}}|{LETTER}\s{{1,3}}{LETTER}|(?:{LETTER}|·){{4,12}})"
NAMES = rf"{NAME}(?:[、，,\s]{{1,3}}{NAME}){{0,5}}"
# A name that touches what follows: of three characters, as most are, sooner than of two.
TOUCHING_NAME = rf"{LETTER}{{3}}|{LETTER}{{2}}"
PLACE = rf"{LETTER}{{2,5}}"
REPORTS = "[報报][道导導]"


def _reporter() -> str:
    return f"(?:{alternatives('name.reporter', 'zh')})"


ANY_REPORTER = lazy(_reporter)

IN_BRACKETS = Form(
    "bracketed byline",
    lazy(
        lambda: (
            rf"""
        [（(〔\[【] [^（）()〔〕\[\]【】]{{0,20}}? {_reporter()} [\s:：/／]{{0,3}}
        (?P<names>[^（）()〔〕\[\]【】]{{2,60}}) [）)〕\]】]
        """
        ),
        re.X,
    ),
    "本报讯（记者 沈砚青 通讯员 陶立夏）河湾镇的桥通车了。",
    ("沈砚青", "陶立夏"),
    "大桥昨天通车（记者）。",
)
AFTER_WIRE = Form(
    "names after the wire's line",
    lazy(rf"[电電讯訊]\s{{0,2}} [（(](?P<names>{NAMES})[）)]", re.X),
    "大河社河湾5月19日电（沈砚青、陶立夏）河湾镇的桥通车了。",
    ("沈砚青", "陶立夏"),
    "大河社河湾5月19日电河湾镇（位于河东）的桥通车了。",
)
BEFORE_DAY = Form(
    "reporter and place",
    lazy(
        lambda: (
            rf"""
        ^\s*[\w·]{{0,12}}? {_reporter()}\s{{0,2}}
        (?P<names>{NAMES}?)\s{{0,2}} \d{{1,2}}月\d{{1,2}}日
        """
        ),
        re.X,
    ),
    "河湾网记者沈砚青5月13日报道",
    ("沈砚青",),
    "5月13日，记者在河湾看到，桥通车了。",
)
BEFORE_REPORT = Form(
    "reporter and place",
    lazy(
        lambda: (
            rf"""
        ^\s{{0,4}}[\w·]{{0,12}}? \s?{_reporter()}\s{{0,2}}
        (?P<names>{NAME}(?:[、，\s]{{1,2}}{NAME})??)
        (?:\s{{1,3}}{LETTER}{{0,5}}|\s?) {REPORTS}
        """
        ),
        re.X,
    ),
    "河湾日报记者 沈砚青 河湾报道，大桥今天通车。",
    ("沈砚青",),
    "河湾记者协会的报告",
)
BEFORE_PLACE = Form(
    "reporter and place",
    lazy(
        lambda: (
            rf"""
        ^\s{{0,4}}{LETTER}{{0,10}}? {_reporter()} (?P<names>{TOUCHING_NAME})
        {PLACE} \d{{1,2}}日[電电]
        """
        ),
        re.X,
    ),
    "大河社記者林青禾台北10日電，大橋今天通車。",
    ("林青禾",),
    "记者10日来电询问",
)
# What stands before is a paper; what follows is a date, a source, or a role.
ON_A_LINE = Form(
    "reporter's line",
    lazy(
        lambda: (
            rf"""
        (?:^|(?<=[\s|｜□■◎●○◇◆▲△])) [\w·／/]{{0,16}}? {_reporter()} [\s:：/／丨|]{{0,3}}
        (?P<names>{NAMES})
        (?= $ | \s*[／/（(|｜丨]
        | \s{{1,3}}(?:来源|來源|编辑|\d|{_reporter()}|发自|文|图|摄|{LETTER}{{0,4}}{REPORTS}) )
        """
        ),
        re.X,
    ),
    "来源：河湾日报 记者 沈砚青",
    ("沈砚青",),
    "记者：为什么想到写这个渡口？",
)
AT_END = Form(
    "reporter at the end",
    lazy(
        lambda: (
            rf"""
        (?<=[。！？…”」』]) \s{{0,3}} {LETTER}{{0,10}}? {_reporter()} [\s:：]{{0,3}}
        (?P<names>{NAMES}) \s{{0,3}}$
        """
        ),
        re.X,
    ),
    "他们等了一个冬天。本报记者 沈砚青",
    ("沈砚青",),
    "他说：“我是记者。”",
)
AFTER_DESK = Form(
    "desk and reporter",
    lazy(rf"^{LETTER}{{2,6}}[訊讯導导報报]?[／/] (?P<names>{LETTER}{{2,4}})(?=\s|$)", re.X),
    "河灣快訊／范姜佳鈺 2020年",
    ("范姜佳鈺",),
    "河湾新闻/视频",
)
FORMS = (
    IN_BRACKETS,
    AFTER_WIRE,
    BEFORE_DAY,
    BEFORE_REPORT,
    BEFORE_PLACE,
    ON_A_LINE,
    AT_END,
    AFTER_DESK,
)
# In brackets, names may be followed by a place after a stroke, and by a second role.
AFTER_SLASH = lazy(r"[／/].*$")
ROLE_BETWEEN = lazy(lambda: rf"(?:(?<!\s)\s++)?{_reporter()}[\s:：]*")
# Or by a place that touches the name, and a day or the word for a report: 林青禾台北21日電.
PLACE_AND_DAY = lazy(
    rf"^(?P<name>{TOUCHING_NAME}|{LETTER}{{4}}) {PLACE} (?:\d{{1,2}}日|[報报][導道]|[電电]$)",
    re.X,
)


def in_brackets(text: str, _starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the bylines of `IN_BRACKETS`."""
    for found in IN_BRACKETS.pattern.finditer(text) if ANY_REPORTER.search(text) else ():
        names = ROLE_BETWEEN.sub("、", AFTER_SLASH.sub("", found["names"]))
        if placed := PLACE_AND_DAY.match(names):
            names = placed["name"]
        if people := split_names(WORK.sub("", names)):
            yield Byline(people, *found.span(), IN_BRACKETS.rule, apart=True)


def at_start(text: str, starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the reporter who is named at the start of a paragraph, with a day, place or report."""
    if not starts or not ANY_REPORTER.search(text):
        return
    for form in (BEFORE_DAY, BEFORE_REPORT, BEFORE_PLACE):
        if found := form.pattern.match(text):
            names = split_names(found["names"])
            yield Byline(names, *found.span(), form.rule, apart=len(text) <= LONGEST_LINE)
            return


def on_a_line(text: str, _starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the reporters who are named on a line of their own."""
    if len(text) > LONGEST_LINE:
        return
    forms = (ON_A_LINE,) if ANY_REPORTER.search(text) else ()
    for form in (*forms, AFTER_DESK):
        if found := form.pattern.search(text):
            names = split_names(WORK.sub("", found["names"]))
            if names and all(map(has_family_name, names)):
                yield Byline(names, found.start(), found.end(), form.rule, apart=True)
                return


def at_end(text: str, _starts: bool, ends: bool) -> Iterator[Byline]:
    """Give the reporters who are named after the last sentence of a paragraph."""
    found = AT_END.pattern.search(text) if ends and ANY_REPORTER.search(text) else None
    if found and all(map(has_family_name, names := split_names(found["names"]))):
        yield Byline(names, found.start(), found.end(), AT_END.rule, apart=True)


def after_wire(text: str, starts: bool, _ends: bool) -> Iterator[Byline]:
    """Give the names in brackets after the agency, place and day that begin a report."""
    found = AFTER_WIRE.pattern.search(text) if starts else None
    if found and (names := split_names(found["names"])):
        start, end = found.span("names")
        yield Byline(names, start, end, AFTER_WIRE.rule, apart=False)
