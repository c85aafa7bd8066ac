"""Text -> the dates printed in it.

Nothing here reads the clock: a relative date is counted from a reference that the caller gives.
"""

from newsclean.mentions.dates.finder import DateMention, find_dates

__all__ = ["DateMention", "find_dates"]
