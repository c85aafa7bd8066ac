"""Names of time zones -> minutes east of Greenwich."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsclean.text.patterns import lazy

# Names that several zones share (IST, CST, AST) are left out: a wrong zone is worse than none.
ZONES = {
    "GMT": 0, "UTC": 0, "WET": 0, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "МСК": 180, "SAST": 120,
    "ET": -300, "CT": -360, "MT": -420, "PT": -480, "BRT": -180,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "WIB": 420, "WITA": 480, "WIT": 540,
    "AEST": 600, "AEDT": 660, "ACST": 570, "AWST": 480, "NZST": 720, "NZDT": 780,
}  # fmt: skip
AMERICAN = {"Eastern": -300, "Central": -360, "Mountain": -420, "Pacific": -480}
# Their names in full, as releases print them.
ZONES |= {
    f"{name} {season}Time": offset + 60 * (season == "Daylight ")
    for name, offset in AMERICAN.items()
    for season in ("", "Standard ", "Daylight ")
}
# Zones whose name stands before the time.
ZONES_BEFORE = {
    **dict.fromkeys(("北京时间", "北京時間", "香港时间", "香港時間"), 480),
    **dict.fromkeys(("台北时间", "台北時間", "臺北時間", "台灣時間"), 480),
    **dict.fromkeys(("日本時間", "한국시간"), 540),
    **dict.fromkeys(("格林尼治标准时间", "格林尼治標準時間", "格林尼治时间"), 0),
    "по московскому времени": 180,
}
# A page that prints the name of the winter's zone in summer means the time on its readers' clocks.
AMERICAN_SUMMER = frozenset("ET CT MT PT EST MST PST".split()).union(
    f"{name} {season}Time" for name in AMERICAN for season in ("", "Standard ")
)
EUROPEAN_SUMMER = frozenset("WET CET MEZ EET".split())
# Summer time begins and ends on the first Sunday from these days (month, day) on.
AMERICAN_CHANGES = ((3, 8), (11, 1))
EUROPEAN_CHANGES = ((3, 25), (10, 25))
# From the western to the eastern end of the date line. Every offset is a multiple of 15 minutes.
LEAST_OFFSET, GREATEST_OFFSET = -12 * 60, 14 * 60

NOT_DIGIT = lazy(r"\D")


def zone_offset(name: str, moment: datetime) -> int | None:
    """The minutes east of Greenwich of `+08:00`, `GMT+7`, `CEST` at a moment.

    The result is None for a name that is not known and for an offset that no place on earth has.

    >>> september = datetime(2024, 9, 12)
    >>> zone_offset("GMT+7", september), zone_offset("ET", september)
    (420, -240)
    >>> zone_offset("CET", september), zone_offset("CET", datetime(2024, 1, 12))
    (120, 60)
    >>> zone_offset("+99:00", september) is None
    True
    """
    if digits := NOT_DIGIT.sub("", name):
        return _numeric_offset(digits, -1 if "-" in name or "−" in name else 1)
    if name == "Z":
        return 0
    offset = ZONES.get(name)
    if offset is not None and _is_summer(name, moment):
        offset += 60
    return offset


def _numeric_offset(digits: str, sign: int) -> int | None:
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    offset = sign * (60 * int(hours) + int(minutes))
    is_real = LEAST_OFFSET <= offset <= GREATEST_OFFSET and int(minutes) % 15 == 0
    return offset if is_real else None


def _is_summer(name: str, moment: datetime) -> bool:
    """Whether the clocks of this zone show summer time."""
    if name in AMERICAN_SUMMER:
        first, last = AMERICAN_CHANGES
    elif name in EUROPEAN_SUMMER:
        first, last = EUROPEAN_CHANGES
    else:
        return False
    begin, end = (_sunday_from(datetime(moment.year, *day)) for day in (first, last))
    return begin <= moment.replace(tzinfo=None) < end


def _sunday_from(day: datetime) -> datetime:
    return day + timedelta(days=(6 - day.weekday()) % 7)
