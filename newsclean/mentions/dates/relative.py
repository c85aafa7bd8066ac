"""Dates that need a day to count from: "3 hours ago", 昨天 08:12, and those printed without a year. Never the clock's: the caller's."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from newsclean.mentions.dates.days import FIRST_YEAR, LAST_YEAR, LONGEST_NAME, NAME_BEFORE, calendar_day, month_of
from newsclean.mentions.dates.times import time_after, time_before

# A line a language: the words of each unit, and how "ago" is said around a number (N) and a unit (U). A word for one stands for a number.
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
AGO = """
en N_?U_ago an?|one seconds?|secs? minutes?|mins?|min hours?|hrs?|h days?|d weeks?|w months? years?
zh NU[之以]?前 一 秒钟?|秒鐘 分钟|分鐘 个?小时|個?小時|个?钟头 天|日 周|週|个?星期|個?星期 个月|個月 年
ja NU前 一 秒 分 時間 日 週間 [かヶカ]月 年
ko NU_?전 한 초 분 시간 일 주일?|주 개월|달 년
de vor_N_U eine[rm]? Sekunden? Minuten?|Min Stunden?|Std Tag(?:en)? Wochen? Monat(?:en)? Jahr(?:en)?
fr il_y_a_N_U une? secondes? minutes?|min heures?|h jours?|j semaines? mois ans?
es hace_N_U una? segundos? minutos?|min horas?|h d[ií]as? semanas? mes(?:es)? años?
pt há_N_U|N_U_atrás uma? segundos? minutos?|min horas?|h dias? semanas? m[eê]s(?:es)? anos?
it N_?U_fa un[a']?|un second[oi] minut[oi] or[ae] giorn[oi] settiman[ae] mes[ei] ann[oi]
ru N_U_назад|U_назад один|одну секунд[уы]? минут[уы]?|мин час(?:а|ов)? день|дня|дней недел[юиь] месяц(?:а|ев)? года?|лет
nl N_U_geleden een seconden? minu(?:ut|ten) uur|uren dag(?:en)? we(?:ek|ken) maand(?:en)? jaar|jaren
pl N_U_temu|U_temu jed[eę]n|jedną sekund[ęy]? minut[ęy]?|min godzin[ęy]?|godz dzień|dni tydzień|tygodnie? miesiące?|miesięcy rok|lata?
tr N_U_önce bir saniye dakika|dk saat gün hafta ay yıl
ar منذ_N_?U|قبل_N_?U|منذ_U|قبل_U واحدة ثانية|ثوان دقيقة|دقائق ساعات|ساعة أيام|يوم أسبوع|أسابيع أشهر|شهر سنة|سنوات
hi N_U_पहले|N_U_पूर्व एक सेकंड|सेकेंड मिनट घंटे|घंटा|घण्टे दिन सप्ताह|हफ्ते महीने|माह साल|वर्ष
vi N_U_trước một giây phút giờ|tiếng ngày tuần tháng năm
id N_U_lalu|N_U_yang_lalu satu detik menit jam hari minggu bulan tahun
th N_?Uที่แล้ว|N_?Uก่อน หนึ่ง วินาที นาที ชั่วโมง วัน สัปดาห์ เดือน ปี
fa N_U_پیش|N_U_قبل یک ثانیه دقیقه ساعت روز هفته ماه سال
he לפני_N_U|לפני_U אחת שניות דקות|דקה שעות|שעה ימים|יום שבועות|שבוע חודשים|חודש שנים|שנה
"""
# Days named by their distance from today.
DAYS = {
    **dict.fromkeys("today 今天 今日 本日 오늘 heute hoy hoje oggi сегодня vandaag dzisiaj dziś bugün اليوم आज วันนี้ امروز היום aujourd'hui aujourd’hui".split(), 0),
    **dict.fromkeys("yesterday 昨天 昨日 어제 gestern hier ayer ontem ieri вчера gisteren wczoraj dün أمس kemarin เมื่อวาน דیروز אתמול دیروز".split(), 1),
    **dict.fromkeys("前天 前日 一昨日 그저께 vorgestern avant-hier anteayer anteontem позавчера eergisteren przedwczoraj پریروز".split(), 2),
    "hôm nay": 0, "hari ini": 0, "hôm qua": 1,
    "just now": 0, "刚刚": 0, "剛剛": 0, "방금": 0, "только что": 0,
}  # fmt: skip
JUST_NOW = frozenset({"just now", "刚刚", "剛剛", "방금", "только что"})
# A day and a month with no year near them, with a sign between that says so: 9月12日, 09-12, 12 сентября, Sept. 12.
MONTH_DAY = re.compile(r"(?<![\d年년./\-])(?<!\d\s)(\d{1,2})\s?(?:月|월)\s?(\d{1,2})\s?[日일號号]")
NUMBERS = re.compile(r"(?<![\d年년./\-:])(\d{1,2})([-/])(\d{1,2})(?=\s\d{1,2}:\d\d)(?![-/.]\d)")
DAY_MONTH = re.compile(
    r"(?<![\d.,:/])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|°|-го)?\s(?:de\s|of\s)?([^\W\d_]{3,14})(?![^\W\d_])\.?(?!,?\s(?:de\s|del\s)?\d{4})",
    re.I,
)
NAMED_DAY = re.compile(r"(?<![\d.,:/])(\d{1,2})(?:st|nd|rd|th)?(?![\d.:/]|,?\s\d{4})", re.I)
LONGEST_LABEL = 12


class Relative(NamedTuple):
    """A date counted from a reference, and the characters that print it."""

    value: datetime
    start: int
    end: int
    has_time: bool


def relative_dates(text: str, reference: datetime) -> list[Relative]:
    """The dates in a text that say how long ago they are, or name a day without a year. Digits are those of ASCII.

    >>> [str(found.value) for found in relative_dates("3小时前", datetime(2024, 9, 12, 10, 6))]
    ['2024-09-12 07:06:00']
    >>> [str(found.value) for found in relative_dates("December 31", datetime(2024, 9, 12, 10, 6))]
    ['2023-12-31 00:00:00']
    >>> relative_dates("a long time ago", datetime(2024, 9, 12))
    []
    """
    if not FIRST_YEAR < reference.year < LAST_YEAR:
        return []
    found = sorted(
        (*_ago(text, reference), *_named_days(text, reference), *_yearless(text, reference)), key=lambda date: (date.start, -date.end)
    )
    kept: list[Relative] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _pattern() -> re.Pattern[str]:
    """All the ways to say how long ago; the group that matched is the unit, and `number` its number."""
    branches: list[str] = []
    for line in AGO.strip().splitlines():
        _, forms, one, *units = line.split(" ")
        for form in forms.split("|"):
            unit = "|".join(f"(?P<{name}_{len(branches)}>{words})" for name, words in zip(UNITS, units, strict=True))
            number = rf"(?P<number_{len(branches)}>\d{{1,3}}|{one})"
            shape = form.replace("_", r"\s").replace("N", number, 1).replace("U", f"(?:{unit})", 1)
            branches.append(shape)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(branches)})(?![a-zà-ÿа-яء-ي])", re.I)


AGO_PATTERN = _pattern()
DAY_PATTERN = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, DAYS), key=len, reverse=True))})", re.I)


def _ago(text: str, reference: datetime) -> Iterator[Relative]:
    for found in AGO_PATTERN.finditer(text):
        groups = {name.rpartition("_")[0]: value for name, value in found.groupdict().items() if value is not None}
        unit = next(name for name in UNITS if name in groups)
        number = groups.get("number", "1")
        value = _back(reference, unit, int(number) if number.isdecimal() else 1)
        has_time = unit in ("second", "minute", "hour")
        if value:
            yield Relative(value if has_time else _midnight(value), found.start(), found.end(), has_time)


def _back(reference: datetime, unit: str, count: int) -> datetime | None:
    """The moment so long before the reference; a month back is the same day, or the month's last."""
    if unit not in ("month", "year"):
        try:
            return reference - timedelta(**{f"{unit}s": count})
        except OverflowError:
            return None
    months = reference.year * 12 + reference.month - 1 - count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return reference.replace(year=year, month=month, day=min(reference.day, monthrange(year, month)[1])) if year >= 1 else None


def _named_days(text: str, reference: datetime) -> Iterator[Relative]:
    for found in DAY_PATTERN.finditer(text):
        word = found[0].lower()
        if word in JUST_NOW:
            yield Relative(reference, found.start(), found.end(), True)
        else:
            date = _with_time(text, found.start(), found.end(), _midnight(reference - timedelta(days=DAYS[word])), reference)
            # Without a time, only on a line of its own or nearly: "hier" is also a German word.
            if date.has_time or len(text) <= len(word) + LONGEST_LABEL:
                yield date


def _yearless(text: str, reference: datetime) -> Iterator[Relative]:
    """The last such day that is not after the reference; a day's grace, since the page may be of a zone that is ahead."""
    for start, end, month, day in _months_and_days(text):
        years = (reference.year + 1, reference.year, reference.year - 1)
        days = [value for year in years if (value := calendar_day(year, month, day))]
        latest = next((value for value in days if value <= reference.replace(tzinfo=None) + timedelta(days=1)), None)
        if latest:
            yield _with_time(text, start, end, latest, reference)


def _months_and_days(text: str) -> Iterator[tuple[int, int, int, int]]:
    for pattern in (MONTH_DAY, NUMBERS):
        for found in pattern.finditer(text):
            yield found.start(), found.end(), int(found[1]), int(found[found.re.groups])
    for found in DAY_MONTH.finditer(text):
        if month := month_of(found[2]):
            yield found.start(), found.end(), month, int(found[1])
    for found in NAMED_DAY.finditer(text):
        low = max(0, found.start() - LONGEST_NAME)
        before = NAME_BEFORE.search(text[low : found.start()])
        if before and (month := month_of(before[1])):
            yield low + before.start(), found.end(), month, int(found[1])


def _with_time(text: str, start: int, end: int, day: datetime, reference: datetime) -> Relative:
    time = time_after(text, end, day) or time_before(text, start, 0, day)
    if time:
        start, end, day = min(start, time.start), max(end, time.end), time.value
    return Relative(day if day.tzinfo else day.replace(tzinfo=reference.tzinfo), start, end, time is not None)


def _midnight(value: datetime) -> datetime:
    return value.replace(hour=0, minute=0, second=0, microsecond=0)
