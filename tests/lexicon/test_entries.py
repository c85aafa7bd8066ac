"""Every entry of the lexicon hits what it says it hits."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import pytest

import newsclean
from newsclean.fields.authors.stated import split_stated_names
from newsclean.fields.credits import find_credits
from newsclean.fields.source.names import clean_source
from newsclean.lexicon import find_hits
from newsclean.lexicon.groups import labels
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.names.bylines import find_bylines
from newsclean.mentions.names.cjk import has_family_name, has_japanese_family_name
from newsclean.mentions.names.person import is_person
from newsclean.mentions.names.spaced import spaced_names
from tools.lexicon.compiling import literal
from tools.lexicon.tables import Entry, read_tables

ENTRIES = tuple(read_tables())
LANGUAGES = ("zh", "en", "ja", "ko", "de", "fr", "es", "ru")
GROUPS = (
    "notice.copyright",
    "notice.disclaimer",
    "notice.cookie",
    "notice.paywall",
    "share",
    "related",
    "comment",
    "navigation",
    "advert",
)
FURNISHED = ("nl", "sv", "no", "da", "fi", "et", "lv", "lt", "pl", "cs", "sk", "it", "pt")
BOILERPLATE = ("related", "share", "comment", "advert", "navigation", "pager", "player")
NOTICES = ("notice.copyright", "notice.cookie", "notice.paywall", "notice.appeal")
SENTENCES = {
    "zh": "他等{}走了才说：船到了。",
    "ja": "彼は{}が帰ってから言った：船が着いた。",
    "ko": "그는 {} 이야기를 듣고 말했다: 배가 왔다.",
    "en": "At dusk the {} went home and said this: the ferry sails.",
}


def _groups(*prefixes: str) -> list[str]:
    return sorted({entry.group for entry in ENTRIES if entry.group.startswith(prefixes)})


def _of(group: str) -> list[Entry]:
    return [entry for entry in ENTRIES if entry.group == group]


@pytest.mark.parametrize(
    "group", sorted({entry.group for entry in ENTRIES if entry.group in labels()})
)
def test_entries_hit_their_examples_and_nothing_unlike(group: str) -> None:
    entries = _of(group)
    like, unlike = (
        [{hit.rule for hit in hits} for hits in find_hits(texts)]
        for texts in zip(*[(e.example, e.unlike) for e in entries], strict=True)
    )
    assert [
        entry.rule for entry, rules in zip(entries, like, strict=True) if entry.rule not in rules
    ] == []
    assert [
        entry.rule
        for entry, rules in zip(entries, unlike, strict=True)
        if entry.unlike and entry.rule in rules
    ] == []
    assert [
        entry.rule for entry in entries if entry.match in ("prefix", "regex") and not entry.unlike
    ] == []
    # Without letters that every match holds, each block of every page would be searched.
    assert [
        entry.rule for entry in entries if entry.match == "regex" and not literal(entry.text)
    ] == []


@pytest.mark.parametrize("group", _groups("role."))
def test_roles_are_read_from_their_examples(group: str) -> None:
    assert [entry.rule for entry in _of(group) if not _is_read(entry)] == []


def _is_read(entry: Entry) -> bool:
    """Whether the example gives one credit, of the entry's role and with names."""
    found = [credit for credit, *_ in find_credits(entry.example)]
    roles = ("".join(entry.text.split()).casefold(), entry.text.casefold())
    return (
        len(found) == 1
        and found[0].role.casefold() in roles
        and found[0].key == entry.group[5:]
        and bool(found[0].names)
    )


@pytest.mark.parametrize("group", _groups("label."))
def test_labels_are_read_from_their_examples(group: str) -> None:
    examples = {
        entry: find_labelled(entry.example)
        for entry in _of(group)
        if ":" in entry.example or "：" in entry.example
    }
    assert [
        entry.rule
        for entry, items in examples.items()
        if [item.group for item in items] != [group] or not items[0].value
    ] == []


@pytest.mark.parametrize("group", _groups("role.", "label."))
def test_in_a_sentence_they_are_neither_credit_nor_label(group: str) -> None:
    # A colon or a bar of its own ends a label wherever it stands.
    entries = [entry for entry in _of(group) if not {":", "/"} & set(entry.text)]
    sentences = {
        entry: SENTENCES.get(entry.language, SENTENCES["en"]).format(entry.text)
        for entry in entries
    }
    assert [
        entry.rule
        for entry, sentence in sentences.items()
        if list(find_credits(sentence)) or find_labelled(sentence)
    ] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("İLGİLİ HABERLER", "related/tr/İlgili haberler"),
        ("ILGILI HABERLER:", "related/tr/İlgili haberler"),
        ("إقرأ ايضاً: العبارة تعود", "related/ar/اقرأ أيضا"),
        ("الاكثر قراءه", "related/ar/الأكثر قراءة"),
        ("\u200fاقرأ المزيد", "related/ar/اقرأ المزيد"),
        ("برچسب ها", "related/fa/برچسب‌ها"),
        ("اخبار مرتبط‌:", "related/fa/اخبار مرتبط"),
        ("بیشتر بخوانيد", "related/fa/بیشتر بخوانید"),
        ("یہ بھی پڑھیں۔", "related/ur/یہ بھی پڑھیں"),
        ("आगे पढ़ें।", "related/hi/आगे पढ़ें"),  # the dotted letter as two signs
        ("आगे प\u095dें", "related/hi/आगे पढ़ें"),  # and as one
        ("আরও পড়ুন", "related/bn/আরও পড়ুন"),
        ("আরও প\u09dcুন", "related/bn/আরও পড়ুন"),
        ("ข่าวที่เกี่ยวข้อง เรือกลับมาแล้ว", "related/th/ข่าวที่เกี่ยวข้อง"),
        ("O'xshash yangiliklar", "related/uz/O‘xshash yangiliklar"),
        ("Կարդացեք նաեւ", "related/hy/Կարդացեք նաև"),
        ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: ΤΟ ΠΛΟΙΟ ΕΠΕΣΤΡΕΨΕ", "related/el/Διαβάστε επίσης"),
        ("Ştiri similare", "related/ro/Știri similare"),
        ("CITEŞTE ŞI: Feribotul s-a întors", "related/ro/Citește și"),
        ("Citeste si: Feribotul s-a intors", "related/ro/Citește și"),
        ("Повʼязані новини", "related/uk/Пов’язані новини"),
        ("M'agrada", "share/ca/M’agrada"),
        ("ПРОЧИТАЈТЕ ЈОШ", "related/sr/Прочитајте још"),
    ],
)
def test_words_are_found_in_every_spelling(text: str, rule: str) -> None:
    assert rule in {hit.rule for hit in find_hits([text])[0]}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("और पढ़ेंगे बच्चे", "related/hi/और पढ़ें"),  # a vowel sign goes on with the word
        ("ये भी पढ़ेगा", "related/hi/ये भी पढ़े"),
        ("ამავე თემაზეც", "related/ka/ამავე თემაზე"),
        ("Baca jugaan", "related/id/Baca juga"),
    ],
)
def test_words_that_go_on_are_other_words(text: str, rule: str) -> None:
    assert any(rule == entry.rule and entry.match == "prefix" for entry in ENTRIES)
    assert rule not in {hit.rule for hit in find_hits([text])[0]}


def test_no_entry_stands_twice() -> None:
    keys = sorted(
        (entry.group, entry.match, entry.text.casefold(), entry.language) for entry in ENTRIES
    )
    assert [key for key, same in groupby(keys) if len(list(same)) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_group(language: str) -> None:
    assert [
        group
        for group in GROUPS
        if not any(e.language == language and e.group == group for e in ENTRIES)
    ] == []
    assert any(entry.language == language and entry.group.startswith("role.") for entry in ENTRIES)
    assert any(entry.language == language and entry.group == "label.source" for entry in ENTRIES)
    assert any(entry.language == language and entry.group == "label.author" for entry in ENTRIES)


@pytest.mark.parametrize("language", FURNISHED)
def test_boilerplate_and_notices_are_known_in_every_language_of_some_size(language: str) -> None:
    assert {*BOILERPLATE, *NOTICES} <= {
        entry.group for entry in ENTRIES if entry.language == language
    }


@pytest.mark.parametrize("group", _groups("person."))
def test_words_that_are_no_names_are_not_read_as_names(group: str) -> None:
    assert [
        entry.rule
        for entry in _of(group)
        if is_person(f"Jane {entry.text.title()}") and group != "person.degree"
    ] == []
    names = {entry: spaced_names(entry.example) for entry in _of(group)}
    assert [
        entry.rule
        for entry, found in names.items()
        if any(entry.text.casefold() in name.casefold().split() for name in found)
    ] == []


@pytest.mark.parametrize(
    ("group", "is_heeded"),
    [
        (
            "name.surname",
            lambda word: (
                (has_family_name(f"{word}青禾") and not has_family_name("贵圈姨太"))
                or has_japanese_family_name(f"{word}千秋")
            ),
        ),
        (
            "name.particle",
            lambda word: is_person(f"Jane {word} Roe") and not is_person(f"Jane Roe {word}"),
        ),
        (
            "name.account",
            lambda word: (
                split_stated_names(word) == () and split_stated_names("roe_j") == ("roe_j",)
            ),
        ),
        (
            "name.none",
            lambda word: (
                not any(word in byline.names for byline in find_bylines(f"박도윤·{word} 기자"))
            ),
        ),
        (
            "source.none",
            lambda word: clean_source(word) == "" and clean_source(f"{word}报") == f"{word}报",
        ),
        ("section.none", lambda word: _section(word, "河湾") == ("河湾",)),
    ],
)
def test_words_that_the_readers_look_up_are_heeded(
    group: str, is_heeded: Callable[[str], bool]
) -> None:
    assert [entry.rule for entry in _of(group) if not is_heeded(entry.text)] == []


def _section(*steps: str) -> tuple[str, ...]:
    page = f"<p>您所在的位置：{' > '.join(steps)}</p><h1>渡轮恢复开行</h1><p>渡轮今天恢复开行。</p>"
    return newsclean.extract(page).section


def test_words_are_looked_up_in_one_language_or_in_all() -> None:
    assert words_of("section.none", "fr") == {"accueil"}
    assert words_of("section.none", "fr") < words_of("section.none")
    with pytest.raises(KeyError):
        words_of("section.weather")
