"""Text -> the names of people in it.

`bylines` finds names by the set forms of bylines in Chinese, Japanese and Korean; `spaced` reads
bylines in languages that put spaces between words; `lists` splits text that is known to hold
nothing but names.
"""

from newsclean.mentions.names.bylines import Byline, find_bylines

__all__ = ["Byline", "find_bylines"]
