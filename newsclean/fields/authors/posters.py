"""Who began a Chinese thread or keeps a blog: people who sign with a nickname."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.fields.authors.candidate import Names, names_candidate
from newsclean.fields.authors.cjk_alone import short_lines
from newsclean.fields.context import Context
from newsclean.fields.forums import FIRST_POST, MEMBER_PAGE
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.dates import DateMention
from newsclean.mentions.names.exclusions import OTHER_WORDS
from newsclean.model import Block
from newsclean.text.patterns import lazy
from newsclean.text.sentences import CLAUSE_ENDS

ORIGIN = "poster"
SIGNED = frozenset({"labelled", ORIGIN})
# A thread's posters stand beside their posts, so the first is at most so many blocks above the
# headline, or between it and the first paragraph. Half and twice of these three change none of 161
# open and 848 composed pages.
ABOVE, BELOW, FARTHEST_MEMBER = 10, 12, 12
# A longer block is a paragraph, or a sentence about something that was published. Half of the first
# changes three of the composed pages; half of the others and twice of all change none.
LONGEST_META, LONGEST_POSTED, LONGEST_NICK = 40, 30, 20
VERB = "(?:发表|發表|发布|發佈|發布|发帖|發帖|发贴|發文|發表文章)"
# [楼主] 江上客 发表于, 江上客 于
POSTED = lazy(
    rf"^\W{{0,3}}(?:{FIRST_POST}\W{{0,3}}|(?:由|by)\s)?(?P<nick>\S{{2,20}}?)"
    rf"(?:\s{{0,3}}(?:首次|最[后早初])?{VERB}[于於在]|\s{{1,3}}[于於]|\s{{1,3}}{VERB})\W{{0,3}}$"
)
# 江上客 楼主, 江上客（樓主）
MARKED = lazy(rf"^(?P<nick>\S{{2,20}}?)(?:\s{{1,3}}\W?|[\[(（【]){FIRST_POST}\W{{0,3}}$")
# 楼主 江上客
AFTER_MARK = lazy(rf"^\W{{0,2}}{FIRST_POST}\W{{1,3}}(?P<nick>\S{{2,20}})\s{{0,3}}$")
# 发表于 2023-9-18 15:42, with the name beside the post.
POSTED_ALONE = lazy(rf"^\W{{0,3}}(?:{FIRST_POST}\W{{0,3}})?{VERB}[于於]\W{{0,3}}$")
NICK = lazy(r"[^\s()（）\[\]【】|｜,，、:：/]{2,20}")


def read_posters(context: Context, script: str) -> Iterator[Names]:
    """The first person who is named as the poster between the headline and the first paragraph."""
    if script != "chinese":
        return
    for index, block in short_lines(context, _window(context)):
        if index != context.headline and (nick := _poster(context, index, block)):
            yield names_candidate((nick,), ORIGIN, block.text)
            return


def _window(context: Context) -> range:
    texts = (
        index
        for index in context.body_blocks
        if index > context.start and len(context.page.blocks[index].text) > LONGEST_META
    )
    stop = min(next(texts, context.start + BELOW), context.start + BELOW)
    return range(max(0, context.start - ABOVE), min(stop, len(context.page.blocks)))


def _poster(context: Context, index: int, block: Block) -> str:
    """The nickname of the poster on a line, else ""."""
    for item in context.labelled(block.text):
        if item.group == "label.poster":
            return _nick(item.value)
    dates = context.dates(block.text)
    before = block.text[: dates[0].start] if dates else block.text
    if len(before) > LONGEST_POSTED or _is_sentence(block.text, dates):
        return ""
    if dates and POSTED_ALONE.match(before):
        return _member_above(context, index)
    forms = (MARKED, POSTED, AFTER_MARK) if dates else (MARKED,)
    found = next((found for form in forms if (found := form.match(before))), None)
    return _nick(found["nick"]) if found else ""


def _is_sentence(text: str, dates: Sequence[DateMention]) -> bool:
    """Whether a text tells when something was published: 研究发表于2018年4月12日的《自然》."""
    return text.endswith(CLAUSE_ENDS) or bool(dates and text[dates[-1].end :].startswith("的"))


def _member_above(context: Context, index: int) -> str:
    """The member whose link is the nearest line above a post."""
    for other in range(index - 1, max(-1, index - 1 - FARTHEST_MEMBER), -1):
        block = context.page.blocks[other]
        is_link = block.linked and len(block.text) <= LONGEST_NICK and not block.hidden
        links = block.links if is_link else ()
        if len(links) == 1 and MEMBER_PAGE.search(links[0].href):
            return _nick(block.text)
    return ""


def without_replies(context: Context, candidates: Sequence[Names]) -> list[Names]:
    """The candidates without those whose lines state an author and a date after another such line.

    In a thread each post has one, and the first is that of the article.
    """
    signed = [names for names in candidates if names.origin in SIGNED and context.dates(names.text)]
    first = next((names.text for names in candidates if names.origin == ORIGIN), "")
    first = first or (signed[0].text if signed else "")
    replies = {names.text for names in signed if names.text != first}
    return [
        names for names in candidates if names.origin not in SIGNED or names.text not in replies
    ]


def _nick(text: str) -> str:
    """The nickname at the start of a text; "" for a word that names nobody.

    >>> _nick("江上客 (Jiang)"), _nick("laoyu"), _nick("本文"), _nick("管理员")
    ('江上客', 'laoyu', '', '')
    >>> _nick("\\u202e江上客")
    ''
    """
    found = NICK.match(text.strip())
    if not found or not found[0].isprintable() or OTHER_WORDS.search(found[0]):
        return ""
    name = found[0].casefold()
    is_word = name in words_of("name.none") or name in words_of("name.account")
    return "" if is_word or not any(map(str.isalpha, name)) else found[0]
