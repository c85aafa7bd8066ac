"""What the labeller knows of a block: a row of numbers for each, made in a few passes over the page.

Everything is a share, a count or a logarithm of one; nothing depends on the site. `NAMES` gives the columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import log1p
from typing import NamedTuple

from newsclean.model import Block, Element, Page

WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
PUNCTUATION = re.compile("[.,;:!?。，、；：！？…،؛؟।]")
DIGIT = re.compile(r"\d")
NAME_PART = re.compile(r"[a-z]+")
TELLING_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2}|[^\\W\\d_\u3040-\u30ff\u3400-\u9fff]{2,}")
SENTENCE_ENDS = tuple(".!?。！？…”\"」』）)؟।'’»")
# Words that prose is full of and menus are not. Chinese and Japanese ones are characters; of other languages the commonest few.
STOP_WORDS = frozenset(
    "the of and to in a is that for it was on with as be at by this from are his her has have not but they we you or an which their"
    " der die das und in den von zu mit ist im nicht ein eine auf für dem des sich als auch es an er hat dass sie nach wird bei"
    " le la les de des du et en un une est que dans pour qui sur par au pas plus il ce avec ne se son sont a aux"
    " el los las y en que del por con para una se no su al lo como más ha fue o il di che è per della non gli si da con sono"
    " o os e do da em um uma não para com que no na dos das por mais ao het een van en dat op te voor met zijn"
    " i w z na się nie do że to jest ve bir bu da de için ile и в на не что с по как это из за к для от его и что а".split()
)
STOP_CHARACTERS = re.compile("[的了在是和有为不这他我们也就都而与及对のにはをがでとるたして은는이가을를에의다]")
# Tags in order of how much their text is like an article's, as trees can cut such an order where they like.
TAG_RANK = {
    tag: rank
    for rank, tags in enumerate(
        (
            "option select button optgroup textarea nav menu",
            "label legend footer address form fieldset",
            "dt dd summary details",
            "li ul ol dir",
            "caption th",
            "td table tr tbody thead tfoot",
            "aside header hgroup dialog search",
            "h6 h5 h4",
            "h1",
            "h3",
            "h2",
            "body html center",
            "div figure",
            "section main article",
            "figcaption",
            "pre",
            "blockquote",
            "p",
        )
    )
    for tag in tags.split()
}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ANCESTORS = ("article", "main", "aside", "nav", "header", "footer", "form", "figure", "table", "li", "blockquote", "section", "button")
ANCESTOR_INDEX = {tag: i for i, tag in enumerate(ANCESTORS)}

# What the words in a class or id say that an element is, in every language that names its classes so.
NAME_GROUPS = {
    "comment": r"comment|disqus|discuss|repl(?:y|ies)|respond|pinglun|liuyan|review",
    "related": r"relate|recommend|more|also|popular|trend|most|latest|teaser|card|similar|suggest|tuijian|xiangguan|hot|rank|recirc|list|excerpt|next|prev",
    "menu": r"nav|menu|crumb|pagina|pager|tab(?!le)|daohang|skip",
    "footer": r"foot|copyright|bottom|colophon|legal|disclaim",
    "side": r"side|aside|rail|right|left|widget|sticky",
    "share": r"shar|social|follow|tool|bookmark|fenxiang|qr|print",
    "advert": r"(?<![a-z])ads?(?![a-z])|advert|promo|sponsor|banner|guanggao|affiliate|commerc|shop|product|price",
    "author": r"author|byline|bio(?![a-z])|profile|editor|writer|contrib|avatar",
    "sign_up": r"newsletter|subscri|sign-?up|paywall|regist|login|cookie|consent|modal|popup|overlay|dialog|gdpr|donat|cta|ot-|onetrust|cmp|ccpa|privacy|truste|didomi|notice|alert",
    "meta": r"meta|date|time|tag|categ|info|label|source|kicker|eyebrow",
    "media": r"caption|galler|slide|carousel|image|img|photo|video|player|figure|media|swiper|credit",
    "head": r"head|title|hero|mast|top|logo|brand",
    "body": r"article|content|entry|post|story|body|text|main|detail|neirong|zhengwen|prose|rich|paragraph",
    "hidden": r"hid(?:e|den)|sr-only|visually|screen-reader|d-none|collaps|toggle|accordion|tooltip",
    "form": r"form|search|input|field|button|btn|select|option|quiz|poll|calc",
}
NAME_GROUP = re.compile("|".join(f"(?P<{group}>{pattern})" for group, pattern in NAME_GROUPS.items()))
NAME_GROUP_INDEX = {group: i for i, group in enumerate(NAME_GROUPS)}
NOWHERE = 9

BLOCK_NAMES = (
    "length words mean_word link_density punctuation ends_sentence starts_upper digits stop_words all_caps colon_end bar copyright_sign"
    " at_sign arrow bold hidden line tag_rank is_heading quote_start"
).split()
ELEMENT_NAMES = (
    [f"in_{tag}" for tag in ANCESTORS]
    + [f"to_{group}" for group in NAME_GROUPS]
    + (
        "depth own_name worst_name best_name chain_worst chain_best parent_text parent_links parent_blocks outer_text outer_links outer_share"
        " far_text far_links far_share alike alike_length alike_links in_core in_wide_core"
        " up_to_headline headline_share up_to_anchor anchor_share beside_anchor like_anchor articles_before articles article_share"
    ).split()
)
PLACE_NAMES = (
    "place text_before from_headline page_wide is_title in_title in_description in_json_ld times_here"
    " since_long until_long window window_links"
).split()
AROUND = ("length", "link_density", "tag_rank", "punctuation")
AROUND_NAMES = [f"{side}{step}_{name}" for side in ("before", "after") for step in (1, 2) for name in AROUND]
LEXICON_GROUPS = ("notice", "share", "related", "comment", "navigation", "advert")
WORD_NAMES = "word_worst word_mean word_bad near_worst near_mean near_bad".split()
LEXICON_NAMES = [f"says_{group}" for group in LEXICON_GROUPS] + ["since_related", "under_related", "since_comment", "under_comment"]
NAMES = (*BLOCK_NAMES, *ELEMENT_NAMES, *PLACE_NAMES, *AROUND_NAMES, *LEXICON_NAMES, *WORD_NAMES)
FAR = 50
# A block of prose: shorter ones are captions and links as often as not.
LONG = 15
MOSTLY_LINKS = 0.3


class Hints(NamedTuple):
    """What is known of the page beside its blocks."""

    groups: Sequence[frozenset[str]]  # the lexicon's groups that each block hits
    headline: int | None = None  # index of the headline's block
    title: str = ""
    description: str = ""
    witness: str = ""  # the article's text by JSON-LD, without white space
    name_weights: Mapping[str, float] = {}  # how much a word of a class or id speaks for the body
    word_weights: Mapping[str, float] = {}  # how much a word of the text does


def features(page: Page, hints: Hints) -> list[list[float]]:
    """A row of `NAMES` for each block of the page."""
    if not page.blocks:
        return []
    texts = [_of_text(block) for block in page.blocks]
    words = [row[1] for row in texts]
    linked = [row[1] * row[3] for row in texts]
    elements = _of_elements(page, words, linked, texts, hints)
    places = _of_place(page, texts, words, linked, hints)
    around = _of_neighbours(texts)
    lexicon = _of_lexicon(page, hints.groups, words)
    telling = _of_words(page.blocks, hints.word_weights)
    return [
        [*text, *elements[block.element], *place, *beside, *said, *tell]
        for block, text, place, beside, said, tell in zip(page.blocks, texts, places, around, lexicon, telling, strict=True)
    ]


def _of_text(block: Block) -> list[float]:
    """The columns BLOCK_NAMES of one block. Its words are counted so that a Chinese character is one."""
    text = block.text
    size = len(text)
    split = text.split()
    wide = 0 if text.isascii() else len(WIDE.findall(text))
    words = len(split) + wide
    stops = sum(word in STOP_WORDS for word in split[:40]) / min(len(split), 40)
    if wide:
        stops = len(STOP_CHARACTERS.findall(text)) / wide
    punctuation = len(PUNCTUATION.findall(text))
    return [
        log1p(words),
        words,
        (size - wide) / len(split),
        min(block.linked / size, 1.0),
        punctuation / words,
        text.endswith(SENTENCE_ENDS),
        text[0].isupper(),
        len(DIGIT.findall(text)) / size,
        stops,
        text.isupper(),
        text.endswith((":", "：")),
        "|" in text,
        "©" in text or "版权" in text,
        "@" in text,
        any(arrow in text for arrow in "»›>→«‹"),
        min(block.bold / size, 1.0),
        block.hidden,
        min(block.line, 20),
        TAG_RANK.get(block.tag, 12),
        block.tag in HEADINGS,
        text[0] in '“"「『«„‘',
    ]


def _sums(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _of_elements(page: Page, words: list[float], linked: list[float], texts: list[list[float]], hints: Hints) -> list[list[float]]:
    """The columns ELEMENT_NAMES for the blocks of each element."""
    elements = page.elements
    all_words, all_links = _sums(words), _sums(linked)
    prose = _sums([n if n >= LONG and row[3] < MOSTLY_LINKS and not row[16] else 0.0 for n, row in zip(words, texts, strict=True)])
    text_of = [all_words[e.last] - all_words[e.first] for e in elements]
    links_of = [all_links[e.last] - all_links[e.first] for e in elements]
    prose_of = [prose[e.last] - prose[e.first] for e in elements]
    total = all_words[-1] or 1.0
    core, wide_core = _core(elements, prose_of, prose[-1] * 0.6), _core(elements, prose_of, prose[-1] * 0.9)
    keys = _keys(elements)
    alike = _alike(page, keys, words, linked)
    anchor = _anchor(page, words, texts)
    to_anchor = _ways_up(elements, anchor)
    to_headline = _ways_up(elements, page.blocks[hints.headline].element if hints.headline is not None else -1)
    articles = [index for index, element in enumerate(elements) if element.tag == "article"]
    article_of: list[int] = []
    names: dict[str, tuple[float, float]] = {}
    chains: list[_Chain] = []
    rows: list[list[float]] = []
    for index, element in enumerate(elements):
        if element.names not in names:
            names[element.names] = _name_scores(element.names, hints.name_weights)
        worst, best = names[element.names]
        chain = _chain(
            chains[element.parent] if element.parent >= 0 else _Chain((0,) * len(ANCESTORS), (NOWHERE,) * len(NAME_GROUPS), 0.0, 0.0),
            element,
            worst,
            best,
        )
        chains.append(chain)
        article_of.append(index if element.tag == "article" else article_of[element.parent] if element.parent >= 0 else -1)
        article = elements[article_of[index]] if article_of[index] >= 0 else None
        head_up, head_at = to_headline[index]
        anchor_up, anchor_at = to_anchor[index]
        outer = max(element.parent, 0)
        far = max(elements[outer].parent, 0)
        text, outer_text, far_text = text_of[index], text_of[outer], text_of[far]
        count, count_words, count_links = alike[index]
        rows.append([
            *chain.flags, *chain.groups, element.depth, worst + best, worst, best, chain.worst, chain.best,
            log1p(text), links_of[index] / (text or 1), log1p(element.last - element.first),
            log1p(outer_text), links_of[outer] / (outer_text or 1), outer_text / total,
            log1p(far_text), links_of[far] / (far_text or 1), far_text / total,
            log1p(count), log1p(count_words / (count or 1)), count_links / (count_words or 1),
            core.first <= element.first and element.last <= core.last, wide_core.first <= element.first and element.last <= wide_core.last,
            head_up, text_of[head_at] / total if head_at >= 0 else -1, anchor_up, text_of[anchor_at] / total if anchor_at >= 0 else -1,
            element.parent == elements[anchor].parent, keys[index] == keys[anchor],
            bisect_left(articles, article_of[index]) if article else -1, len(articles), text_of[article_of[index]] / total if article else -1,
        ])  # fmt: skip
    return rows


def _chain(above: _Chain, element: Element, worst: float, best: float) -> _Chain:
    flags, groups, tag = above.flags, above.groups, element.tag
    if tag in ANCESTOR_INDEX:
        at = ANCESTOR_INDEX[tag]
        flags = (*flags[:at], flags[at] + 1, *flags[at + 1 :])
    # The names of html and body speak of the whole page.
    if element.names and element.depth > 2:
        said = {NAME_GROUP_INDEX[found.lastgroup or ""] for found in NAME_GROUP.finditer(element.names)}
        groups = tuple([0 if i in said else out if out == NOWHERE else min(out + 1, NOWHERE - 1) for i, out in enumerate(groups)])
    return _Chain(flags, groups, min(above.worst, worst), max(above.best, best))


def _name_scores(names: str, weights: Mapping[str, float]) -> tuple[float, float]:
    """The weights of the words in a class or id that speak most against the body and most for it."""
    found = [weights[part] for part in NAME_PART.findall(names) if part in weights]
    return min(found, default=0.0), max(found, default=0.0)


def _core(elements: Sequence[Element], prose_of: Sequence[float], enough: float) -> Element:
    """The innermost element that holds enough of the page's prose, from the root by way of elements that hold it too."""
    best = elements[0]
    for element, prose in zip(elements, prose_of, strict=True):
        if prose >= enough and element.first >= best.first and element.last <= best.last:
            best = element
    return best


def _keys(elements: Sequence[Element]) -> list[tuple[str, ...]]:
    """For each element its tag and names inside its parent's: elements of one key are made by one piece of a template."""
    return [(e.tag, e.names, elements[max(e.parent, 0)].tag, elements[max(e.parent, 0)].names) for e in elements]


def _alike(page: Page, keys: list[tuple[str, ...]], words: list[float], linked: list[float]) -> list[tuple[float, float, float]]:
    """For each element: how many blocks stand in elements of its key, their words, and those in links."""
    totals: dict[tuple[str, ...], list[float]] = {}
    for block, n, links in zip(page.blocks, words, linked, strict=True):
        total = totals.setdefault(keys[block.element], [0.0, 0.0, 0.0])
        total[0] += 1
        total[1] += n
        total[2] += links
    return [tuple(totals.get(key, (0.0, 0.0, 0.0))) for key in keys]  # type: ignore[misc]


def _anchor(page: Page, words: list[float], texts: list[list[float]]) -> int:
    """The first element among whose siblings there is the most prose: where a reader would say the text is."""
    prose: dict[int, float] = {}
    first: dict[int, int] = {}
    for block, n, row in zip(page.blocks, words, texts, strict=True):
        if n >= LONG and row[3] < MOSTLY_LINKS and not row[16]:
            parent = page.elements[block.element].parent
            prose[parent] = prose.get(parent, 0.0) + n
            first.setdefault(parent, block.element)
    return first[max(prose, key=prose.__getitem__)] if prose else page.blocks[0].element


def _ways_up(elements: Sequence[Element], goal: int) -> list[tuple[int, int]]:
    """For each element: how many steps up the nearest element is that also holds `goal`, and which that is; (FAR, -1) without a goal."""
    around = set()
    while goal >= 0:
        around.add(goal)
        goal = elements[goal].parent
    ways: list[tuple[int, int]] = []
    for index, element in enumerate(elements):
        if index in around:
            ways.append((0, index))
        elif element.parent < 0:
            ways.append((FAR, -1))
        else:
            up, at = ways[element.parent]
            ways.append((up + 1, at))
    return ways


def _of_place(page: Page, texts: list[list[float]], words: list[float], linked: list[float], hints: Hints) -> list[list[float]]:
    """The columns PLACE_NAMES for each block."""
    count, all_words, all_links = len(words), _sums(words), _sums(linked)
    total = all_words[-1] or 1.0
    wide = sum(map(len, WIDE.findall("".join(block.text[:50] for block in page.blocks)))) / (count * 50)
    times = Counter(block.text for block in page.blocks)
    is_long = [n >= LONG and row[3] < MOSTLY_LINKS for n, row in zip(words, texts, strict=True)]
    since, until = _since(is_long), _since(is_long[::-1])[::-1]
    title, description, witness = hints.title, hints.description, hints.witness
    rows = []
    for i, block in enumerate(page.blocks):
        text = block.text
        low, high = max(i - 3, 0), min(i + 4, count)
        window = all_words[high] - all_words[low]
        rows.append([
            i / count, all_words[i] / total, FAR * 2 if hints.headline is None else max(-FAR, min(FAR, i - hints.headline)),
            wide,
            bool(title) and text == title, bool(title) and len(text) > 5 and (text in title or title in text),
            len(text) > 20 and text[:80] in description,
            (1 if text[:60].replace(" ", "") in witness else 0) if witness else -1, min(times[text], 5),
            since[i], until[i], log1p(window), (all_links[high] - all_links[low]) / (window or 1),
        ])  # fmt: skip
    return rows


def _since(flags: Sequence[bool]) -> list[int]:
    """For each place, how many places ago the last true one was, itself not counted; at most FAR."""
    out, distance = [], FAR
    for flag in flags:
        out.append(distance)
        distance = 1 if flag else min(distance + 1, FAR)
    return out


def _of_neighbours(texts: list[list[float]]) -> list[list[float]]:
    """The columns AROUND_NAMES for each block."""
    edge = [0.0, 1.0, 0.0, 0.0]
    few = [[row[0], row[3], row[18], row[4]] for row in texts]
    padded = [edge, edge, *few, edge, edge]
    return [padded[i + 1] + padded[i] + padded[i + 3] + padded[i + 4] for i in range(len(few))]


def _of_lexicon(page: Page, groups: Sequence[frozenset[str]], words: list[float]) -> list[list[float]]:
    """The columns LEXICON_NAMES for each block: what it says, and how long ago, and how near, a heading said what follows."""
    last = {"related": -FAR, "comment": -FAR}
    until = {"related": -1, "comment": -1}
    rows = []
    for i, (block, said) in enumerate(zip(page.blocks, groups, strict=True)):
        row: list[float] = [group in said for group in LEXICON_GROUPS] if said else [0] * len(LEXICON_GROUPS)
        for group in ("related", "comment"):
            row += [min(i - last[group], FAR), i < until[group]]
            if group in said and words[i] <= 10:
                last[group] = i
                until[group] = page.elements[max(page.elements[block.element].parent, 0)].last
        rows.append(row)
    return rows


def telling_words(text: str) -> list[str]:
    """The words at the start of a text; of Chinese and Japanese, pairs of characters.

    >>> telling_words("Sign up: 订阅我们")
    ['sign', 'up', '订阅', '我们']
    """
    return TELLING_WORD.findall(text[:160].lower())[:25]


def _of_words(blocks: Sequence[Block], weights: Mapping[str, float]) -> list[list[float]]:
    """The columns WORD_NAMES for each block: what its first words speak for, and those of the blocks around it."""
    own = []
    for block in blocks:
        found = [weights.get(word, 0.0) for word in telling_words(block.text)]
        count = len(found) or 1
        own.append((min(found, default=0.0), sum(found) / count, sum(weight < -1 for weight in found) / count))
    sums = [_sums(column) for column in zip(*own, strict=True)]
    rows = []
    for i, row in enumerate(own):
        low, high = max(i - 4, 0), min(i + 5, len(own))
        rows.append([*row, *[(column[high] - column[low]) / (high - low) for column in sums]])
    return rows


class _Chain(NamedTuple):
    """What holds for every block in an element because of the element and those around it."""

    flags: tuple[int, ...]  # how many of each of ANCESTORS
    groups: tuple[int, ...]  # how many named elements out the nearest one of each of NAME_GROUPS is
    worst: float
    best: float
