"""What an element holds, by the words in its class and id: one table for each kind.

Sites in every language name their classes with these words, most of them English.
"""

from __future__ import annotations

from newsclean.text.patterns import lazy

# Comments. Any of the words is a hint, which the labeller weighs.
COMMENT_WORDS = r"comment|disqus|discuss|repl(?:y|ies)|respond|pinglun|liuyan|review"
# A whole class or id that is sure to hold a reader's comment.
COMMENT_NAME = r"comment|(?:[a-z]{1,9}-)?comment-?\d{1,12}"

# Elements whose dates are of a reader's comment, not of the article.
COMMENT_NAMES = lazy(r"comment(?!ary)|disqus|respond|repl(?:y|ies)")

# Elements of other articles. The footer of a post is none, and a post on the front page may be
# called promoted.
ASIDE_NAMES = lazy(
    r"related|recommend|sidebar|teaser|latest|popular|trending|more-|-more|promo(?!ted)|read-next"
    r"|carousel|swiper|aside"
    r"|(?<!post[_-])(?<!entry[_-])(?<!asset[_-])(?<!article[_-])(?<!story[_-])footer"
)
# The reader's own date, which a masthead shows.
CLOCK_NAMES = lazy(
    r"(?:^|[\s_-])(?:clock|reloj|horloge|uhrzeit)(?:$|[\s_-])"
    r"|(?:current|server|live|system|todays?)[_-]?(?:date|day|fecha|datum|tanggal)"
    r"|(?:date|fecha|datum|tanggal)[_-]?(?:today|now|current|actual|hoy|heute)"
    r"|(?:^|\s)(?:today|heute|hoy)(?:$|\s)"
)

# The path of sections.
BREADCRUMB_NAMES = lazy(r"bread-?crumb|\bcrumbs?\b")

# Pictures and what stands with them.
PICTURE_NAMES = lazy(
    r"caption|(?<![a-z])legende?(?![a-z])|figure|gallery|photo|pic(?:ture|box)|image"
)

# Dates, of any kind, of the publication and of a change.
DATE_NAMES = lazy(r"date|time(?!line)|publi|posted|shijian|riqi|datum|fecha")
PUBLISHED_NAMES = lazy(r"publi|pub-?date|posted|issued|created")
UPDATED_NAMES = lazy(r"modif|updat|edited|changed")

# Authors: the words that sites in any language use, those of alphabets, and those of Chinese and
# Japanese. Each pair of patterns finds the names of an author's element, and those that name
# something beside the author.
_AUTHOR = r"author|byline|writer|reporter|journalist"
_NOT_AUTHOR = r"comment|related|avatar|about|social|follow|date|time|image|photo|count|share"
SPACED_AUTHOR_NAMES = lazy(
    rf"{_AUTHOR}|by-line|contributor"
    r"|(?:^|[\s_-])(?:byl|autor|autore|auteur|redakteur|firma|skribent|creator)(?:$|[\s_-])"
)
NOT_SPACED_AUTHOR_NAMES = lazy(
    rf"{_NOT_AUTHOR}|\bbio|twitter|title|role|position|job|reviewer|desc|quote|more|label"
)
CJK_AUTHOR_NAMES = lazy(rf"{_AUTHOR}|zuozhe|(?:^|[\s_-])kisha(?:$|[\s_-])")
NOT_CJK_AUTHOR_NAMES = lazy(rf"{_NOT_AUTHOR}|bio\b")

# The outlet or agency that wrote the article, and names that only look like it.
SOURCE_NAMES = lazy(
    r"source|laiyuan|copyfrom|vend[eo]r|provider|media-?name|press-?name|from-?site"
    r"|(?:^|[\s_-])src(?:$|[\s_-])"
)
NOT_SOURCE_NAMES = lazy(r"resource|sourceurl|opensource|sourcemap")

# The account of a portal or platform that published the article.
ACCOUNT_NAMES = lazy(
    r"nick-?_?name|account|(?:^|[\s_-])nick(?:$|[\s_-])|(?:^|[\s_-])(?:author|media|user|source|channel)(?:$|\s|[_-]{0,2}(?:name|info|title))"
)

# Windows that open over the page: a whole class, id or role.
POPUP_NAME = "dialog|alertdialog|modal|popup"

# Quotations that stand apart from the text.
QUOTE_NAMES = lazy(
    r"(?:^|[ _-])(?:[a-z]{1,9}[_-]?)?(?:quotes?|zitat|citation|citat|cita)(?:$|[ _-])"
)

# Boxes beside the text: about its author, a disclaimer, or the site's own letters.
BOX_NAMES = lazy(
    r"(?:^|[ _-])(?:disclaimer|news-?letter|sign-?up|opt-?in"
    r"|(?:subscribe|subscription|contributions?|donat(?:e|ions?))[-_](?:box|epic|promo|cta|form)"
    r"|author[-_]?(?:bio|box)|about[-_]?(?:the[-_]?)?author)(?:$|[ _-])"
)
# What is said in a video or recording beside the text.
TRANSCRIPT_NAMES = lazy(r"(?:^|[ _-])transcript(?:$|[ _-])")

# Captions, anywhere in the class names.
CAPTION_NAME = lazy(
    r"(?:^|[ _-])"
    r"(?:[a-z]{0,16}captions?|photo-?text|pic-?text|bildunterschrift|legende|pie-?de-?foto)"
    r"(?:$|[ _-])"
)
# An element that says whether something else has a caption, which is no caption itself.
CAPTION_STATE = lazy(r"(?<![a-z])(?:has|no|show|with|without)[_-]?captions?(?![a-z])")

# What the labeller looks for in each run of letters of a class or id. A word counts for the first
# group that has a part of it there.
CLASS_GROUPS = {
    "comment": COMMENT_WORDS,
    "related": (
        r"relate|recommend|more|also|popular|trend|most|latest|teaser|card|similar|suggest"
        r"|tuijian|xiangguan|hot|rank|recirc|list|excerpt|next|prev"
    ),
    "menu": r"nav|menu|crumb|pagina|pager|tab(?!le)|daohang|skip",
    "footer": r"foot|copyright|bottom|colophon|legal|disclaim",
    "advert": (r"^ads?$|advert|promo|sponsor|banner|guanggao|affiliate|commerc|shop|product|price"),
    "sign_up": (
        r"newsletter|subscri|signup|paywall|regist|login|cookie|consent|modal|popup|overlay|dialog"
        r"|gdpr|donat|cta|onetrust|cmp|ccpa|privacy|truste|didomi|notice|alert"
    ),
    "media": (
        r"caption|galler|slide|carousel|image|img|photo|video|player|figure|media|swiper|credit"
    ),
    "body": (
        r"article|content|entry|post|story|body|text|main|detail|neirong|zhengwen|prose|rich"
        r"|paragraph"
    ),
    "hidden": (r"hid(?:e|den)|visually|screenreader|none|collaps|toggle|accordion|tooltip"),
    "form": r"form|search|input|field|button|btn|select|option|quiz|poll|calc",
}
