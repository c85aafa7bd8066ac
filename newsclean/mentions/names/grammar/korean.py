"""The grammar of Korean bylines: [강변일보 甲 기자], 글 甲 기자 사진 乙 기자, 서울=甲 특파원."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar.groups import (
    NAME,
    PAPER,
    PICTURE,
    TITLE,
    WRITER,
    Part,
    authors,
    works,
)
from newsclean.mentions.names.lists import ADDRESS
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL

# A word and the sign after it; spaces around a sign do not count.
WORD = lazy(
    r"(?P<word>[^\s,·ㆍ・/|=()\[\]【】<>:：;■▶ⓒ]+)\s*(?P<sign>[,·ㆍ・/|=()\[\]【】<>:：;]?)"
)
CLOSING = ")]】>"
DATE_LABELS = ("입력", "수정", "승인", "등록", "송고", "기사입력", "최종수정", "업데이트")
# A family name of one syllable, as nearly all Koreans have, or of two, and a given name.
FULL_NAME = lazy(
    r"(?:남궁|황보|제갈|선우|독고)[\uac00-\ud7a3]{1,2}"
    r"|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나지엄채원천방공현함변염여"
    r"추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용][\uac00-\ud7a3]{1,2}"
)
TITLE_WORD = lazy(
    rf"(?P<name>[{HANGUL}]{{0,6}}?)"
    r"(?:기자|특파원|칼럼니스트|논설위원|논설실장|평론가|통신원|에디터|대기자|PD)"
)
KINDS_OF_TITLE = ("", "인턴", "객원", "수습", "선임", "전문", "종합", "의학전문", "본지", "온라인")
PICTURE_TITLES = ("사진", "영상", "촬영", "카메라", "그래픽")


def read_korean(text: str) -> tuple[str, ...]:
    """The authors that a line names, without dates; none if it is no byline.

    >>> read_korean("글 이서연 기자 사진 김영수 기자"), read_korean("[강변일보=이서연·박도윤 기자]")
    (('이서연',), ('이서연', '박도윤'))
    >>> read_korean("이서연 김수 기자"), read_korean("전주 이서연 기자")
    (('이서연', '김수'), ('이서연',))
    >>> read_korean("사진=김영수 기자"), read_korean("기자 회견장"), read_korean("이서연 기자는")
    ((), (), ())
    """
    words = [(found["word"], found["sign"]) for found in WORD.finditer(ADDRESS.sub(" ", text))]
    parts: list[Part] = []
    for index, (word, sign) in enumerate(words):
        found = list(_parts_of(word, sign, words[index + 1 :]))
        # After a title, most words of two syllables are no names: 기자 모집, 기자 회견.
        if not found or (len(words) == 2 and index and found[0].kind == NAME and len(word) == 2):
            return ()
        parts += found
    return authors(parts) if any(kind in (TITLE, WRITER) for kind, _ in parts) else ()


def _parts_of(word: str, sign: str, rest: Sequence[tuple[str, str]]) -> Iterator[Part]:
    """Give what a word is; nothing if it has no place in a byline."""
    titled = TITLE_WORD.fullmatch(word)
    if titled and titled["name"] in PICTURE_TITLES:
        yield Part(PICTURE, word)
    elif titled and titled["name"] in KINDS_OF_TITLE:
        yield Part(TITLE, word)
    elif word in works("ko"):
        yield Part(works("ko")[word], word)
    elif word in DATE_LABELS or (rest and sign and sign in CLOSING):
        yield Part(PAPER, word)
    elif titled and is_korean_name(titled["name"]):
        yield from (Part(NAME, titled["name"]), Part(TITLE, word))
    elif is_korean_name(word) and sign != "=" and not _is_paper_before_name(word, sign, rest):
        yield Part(NAME, word)
    elif is_excluded(word) or sign == "=" or _is_paper_before_name(word, sign, rest):
        yield Part(PAPER, word)


def _is_paper_before_name(word: str, sign: str, rest: Sequence[tuple[str, str]]) -> bool:
    """Whether only a space stands before the name of a reporter, so a word is the paper's.

    Two names may be parted by a space, too: 이서연 김수 기자.
    """
    if sign or len(rest) < 2 or not is_korean_name(rest[0][0]) or TITLE_WORD.fullmatch(rest[0][0]):
        return False
    return not is_korean_name(word)


def is_korean_name(word: str) -> bool:
    """Whether a word is the name of a Korean, and no other word that begins like one.

    >>> is_korean_name("이서연"), is_korean_name("강변일보"), is_korean_name("서울")
    (True, False, False)
    """
    if not FULL_NAME.fullmatch(word) or is_excluded(word):
        return False
    return word not in words_of("name.none", "ko")
