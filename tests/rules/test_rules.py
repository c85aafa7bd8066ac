"""Rules for a site: what they change, and the errors for wrong ones."""

from __future__ import annotations

import json
import pickle
from datetime import datetime
from pathlib import Path

import pytest

import newsclean
from newsclean import Input, Label, Rules, RulesError, extract_many, read_rules
from newsclean.cli import main
from newsclean.rules.file import parse_rules

URL = "https://www.example.org/a"
SENTENCE = "The harbour office of the island said that the ferry would sail again on Monday. "
PAGE = f"""
<html><head><title>Ferry sails | Example</title></head><body>
<div class="slogan big">Nearest to the sea</div>
<div id="Top" class="headline"><b>Ferry sails again</b></div>
<div class="over">Island traffic</div>
<div class="under">Repairs took nine weeks</div>
<div class="info"><span class="pub-date">3/4/2024</span> <span class="author-x">By Jane Roe</span>
 <span class="source-x">Source: River Post</span></div>
<div class="content">
<p>{SENTENCE * 3}</p><p>{SENTENCE * 2}It took long.</p>
<p class="promo">{SENTENCE}Subscribe to our letter, it costs nothing at all.</p>
<p>Do not miss: {SENTENCE}</p>
<p>{SENTENCE * 3}</p>
</div>
<div class="desk">编辑：林青</div>
</body></html>
"""
RULES = b"""format = 1
domain = "example.org"
date_order = "dmy"

[[element]]
match = "p.promo"
is = "drop"

[[element]]
text = "Do not miss:"
is = "drop"

[[element]]
match = "div.content"
is = "body"

[[element]]
match = "#Top"
is = "title"

[[element]]
match = ".over"
is = "kicker"

[[element]]
match = "div.under"
is = "subtitle"

[[element]]
match = "span.pub-date"
is = "date"

[[element]]
match = ".author-x"
is = "authors"

[[element]]
match = "span.source-x"
is = "source"

[[element]]
match = ".desk"
is = "credits"
"""


@pytest.fixture
def rules(tmp_path: Path) -> Rules:
    (tmp_path / "example.org.toml").write_bytes(RULES)
    return read_rules(tmp_path)


def test_every_part_is_as_the_rules_say(rules: Rules) -> None:
    article = newsclean.extract(PAGE, URL, rules=rules)
    assert article.title == "Ferry sails again"
    assert article.kicker == "Island traffic"
    assert article.subtitle == "Repairs took nine weeks"
    assert article.date == datetime(2024, 4, 3)
    assert article.date_text == "3/4/2024"
    assert article.authors == ("Jane Roe",)
    assert article.source == "River Post"
    assert [(credit.role, credit.names) for credit in article.credits] == [("编辑", ("林青",))]
    assert len(article.paragraphs) == 3
    assert "Subscribe" not in article.body
    assert "Do not miss" not in article.body


def test_the_report_names_the_file_and_the_line(rules: Rules) -> None:
    report = newsclean.explain(PAGE, URL, rules=rules)
    named = {span.rule: span.label for span in report.spans if span.rule.startswith("rules/")}
    assert named == {
        "rules/example.org.toml:5": Label.OTHER,
        "rules/example.org.toml:9": Label.OTHER,
        "rules/example.org.toml:13": Label.BODY,
        "rules/example.org.toml:17": Label.TITLE,
        "rules/example.org.toml:21": Label.KICKER,
        "rules/example.org.toml:25": Label.SUBTITLE,
        "rules/example.org.toml:29": Label.META,
        "rules/example.org.toml:33": Label.BYLINE,
        "rules/example.org.toml:37": Label.META,
        "rules/example.org.toml:41": Label.CREDIT,
    }
    chosen = report.evidence["title"].chosen
    assert chosen is not None
    assert chosen.origin == "rules/example.org.toml:17"


def test_text_is_conserved(rules: Rules) -> None:
    report = newsclean.explain(PAGE, URL, rules=rules)
    for index, block in enumerate(report.page.blocks):
        spans = [span for span in report.spans if span.block == index]
        assert "".join(block.text[span.start : span.end] for span in spans) == block.text


@pytest.mark.parametrize("url", [None, "https://example.com/a", "https://notexample.org/"])
def test_other_sites_have_no_rules(url: str | None, rules: Rules) -> None:
    assert newsclean.extract(PAGE, url, rules=rules) == newsclean.extract(PAGE, url)


def test_a_rule_for_a_field_that_is_not_there_leaves_the_one_that_was_read() -> None:
    data = b'format = 1\ndomain = "x.org"\n[[element]]\nmatch = ".over"\nis = "date"\n'
    page = PAGE.replace("3/4/2024", "3 April 2024")
    site = parse_rules(data, "x.toml")
    assert newsclean.extract(page, rules=site).date == newsclean.extract(page).date is not None


def test_the_first_rule_counts() -> None:
    for first, second, wanted in (("drop", "body", 0), ("body", "drop", 5)):
        data = (
            f'format = 1\ndomain = "x.org"\n[[element]]\nmatch = "div.content"\nis = "{first}"\n'
            f'[[element]]\nmatch = "p"\nis = "{second}"\n'
        )
        article = newsclean.extract(PAGE, rules=parse_rules(data.encode(), "x.toml"))
        assert len(article.paragraphs) == wanted


def test_names_are_compared_as_they_are_written() -> None:
    data = b'format = 1\ndomain = "x.org"\n[[element]]\nmatch = "div#top"\nis = "title"\n'
    report = newsclean.explain(PAGE, rules=parse_rules(data, "x.toml"))
    assert not [span for span in report.spans if span.rule.startswith("rules/")]


def test_many_pages_have_rules_too(rules: Rules) -> None:
    assert pickle.loads(pickle.dumps(rules)) == rules
    [result] = extract_many([Input(PAGE, URL)], processes=1, rules=rules)
    assert result.article == newsclean.extract(PAGE, URL, rules=rules)


HEAD = 'format = 1\ndomain = "x.org"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x.toml:1: format must be 1"),
        ("format = 2", "x.toml:1: format must be 1"),
        ("# a\u2028b\nformat = 1\ndomain = 5", "x.toml:3: domain must be one such as example.org"),
        ("format = 1\n\ndomain = 5", "x.toml:3: domain must be one such as example.org, not 5"),
        ('format = 1\ndomain = "https://x.org"', "x.toml:2: domain must be"),
        (HEAD + "colour = 1", "x.toml:3: colour is not known; the keys here are format, domain"),
        (HEAD + '[[element]]\nmatch = "p"\nis = "text"', "x.toml:5: is must be one of body, drop"),
        (HEAD + '[[element]]\nmatch = "p"', "x.toml:3: is must be one of"),
        (HEAD + '[[element]]\nis = "body"', "x.toml:3: an element must have either match or text"),
        (
            HEAD
            + '[[element]]\nmatch = "p"\nis = "body"\n[[element]]\nmatch = "p > a"\nis = "drop"',
            "x.toml:7: match must be such as div#id.class, p or .class, not 'p > a'",
        ),
        (HEAD + '[[element]]\ntext = " "\nis = "drop"', "x.toml:4: text must be a text"),
        (HEAD + '[[element]]\nmatch = ""\nis = "drop"', "x.toml:4: match must be"),
        (HEAD + "element = 5", "x.toml:3: each element must begin with"),
        (HEAD + '[[element]]\nif = "p"\nis = "drop"', "x.toml:4: if is not known"),
        ("format = ", "x.toml: Invalid value (at "),
        ("\udcff", "x.toml: "),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(RulesError) as caught:
        parse_rules(text.encode("utf-8", "surrogateescape"), "x.toml")
    assert str(caught.value).startswith(message)


def test_a_folder_must_hold_rules_and_a_domain_one_file(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="contains no rules"):
        read_rules(tmp_path)
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(HEAD, "utf-8")
    with pytest.raises(RulesError, match=r"b.toml and a.toml both have rules for x.org"):
        read_rules(tmp_path)


def test_rules_that_are_none() -> None:
    with pytest.raises(TypeError, match=r"rules must be newsclean\.Rules, not str"):
        newsclean.extract("", rules="rules")  # type: ignore[arg-type]


def test_the_command_shows_what_rules_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, page = tmp_path / "example.org.toml", tmp_path / "page.html"
    file.write_bytes(RULES + b'[[element]]\nmatch = "aside"\nis = "drop"\n')
    page.write_text(PAGE, "utf-8")
    assert main(["rules", "check", str(file), str(page)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == str(page)
    assert lines[4] == "  rules/example.org.toml:17 title: 'Ferry sails again'"
    assert lines[11] == "  rules/example.org.toml:44 drop: matches nothing"
    assert any(line.startswith("  body: 'The harbour office") for line in lines)


def test_the_command_tells_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.toml"
    file.write_text("format = 3", "utf-8")
    assert main(["rules", "check", str(file)]) == 1
    assert capsys.readouterr().err == "newsclean: x.toml:1: format must be 1\n"
    assert main(["rules", "check", str(tmp_path / "nosuch.toml")]) == 1
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(f'format = 1\ndomain = "{name}.org"', "utf-8")
    file.unlink()
    assert main(["rules", "check", str(tmp_path)]) == 1
    assert "has the rules of 2 sites: give one file of it" in capsys.readouterr().err


def test_a_batch_has_rules(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "example.org.toml").write_bytes(RULES)
    record = {"html": PAGE, "url": URL}
    (tmp_path / "pages.jsonl").write_text(json.dumps(record), "utf-8")
    output = tmp_path / "out.jsonl"
    given = ["--processes", "0", "--rules", str(tmp_path / "rules")]
    assert main(["batch", str(tmp_path / "pages.jsonl"), "-o", str(output), *given]) == 0
    assert json.loads(output.read_text("utf-8"))["kicker"] == "Island traffic"
