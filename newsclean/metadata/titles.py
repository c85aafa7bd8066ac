"""How the parts of a stated title are set apart: headline, section, site."""

from __future__ import annotations

import re

from newsclean.text.scripts import HAN, KANA

# Between a title and the names of the site and its sections; a colon or a dash only with a space,
# since titles have them too.
SEPARATOR = re.compile(
    r"\s[-|–—―·•»›:：/~⋆]{1,3}\s|\s?[|_｜¦]{1,2}\s?|\s[-–—]{1,2}|[-–—]{1,2}\s|\s[»›]{1,2}\s"
    rf"|(?<=[{HAN}{KANA}”》！？])[-–—－]{{1,2}}(?=[{HAN}A-Z\w])"
)
# What every separator has, and most titles have not.
SIGN = re.compile("[-|–—―·•»›:：/~⋆_｜¦－]")
# A longer text is no title.
LONGEST = 300
