"""Hostile markup: too deep, too many, misnested, unfinished, or with references to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.hostile.article import ARTICLE, BODY, HEADLINE, PARAGRAPHS, page

CANARY = Path(__file__).with_name("canary.txt")
"""A file that pages try to include by entities; its text must not be in the result."""
ADDRESS = "http://127.0.0.1:{port}/"
"""The address that pages try to connect to; the runner listens there."""

DEEP, MANY, MOST = 100_000, 200_000, 1_000_000


def _deep(tag: str, times: int = DEEP) -> Callable[[], str]:
    return lambda: page(body=f"<{tag}>" * times + ARTICLE + f"</{tag.split()[0]}>" * times)


def _beside(piece: str, times: int) -> Callable[[], str]:
    return lambda: page(before=piece * times)


def _after(piece: str, times: int) -> Callable[[], str]:
    return lambda: page(after=piece * times)


def _around(piece: str, times: int) -> Callable[[], str]:
    return lambda: page(before=piece * (times // 2), after=piece * (times // 2))


def _doctype(subset: str, use: str) -> Callable[[], str]:
    head = '<?xml version="1.0"?><!DOCTYPE html [{}]>'
    return lambda: head.format(subset) + page(before=f"<p>{use}</p>")


LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)
)

PAGES: dict[str, Callable[[], str]] = {
    **{
        f"100k nested <{tag}>": _deep(tag)
        for tag in "div b blockquote span font em ul ol section a table x-y".split()
    },
    **{
        f"100k nested <{tag}>, never closed": _after(f"<{tag}>", DEEP)
        for tag in "div p a b i form label button dl".split()
    },
    "30k nested table cells": lambda: page(body="<table><tr><td>" * 30_000 + ARTICLE),
    "100k nested <div> with names": _deep('div class="content main article-body" id=x'),
    "100k nested <span> with names": _deep("span class=author"),
    "50k nested list items": lambda: page(body="<ul><li>x" * 50_000 + ARTICLE),
    "deep, then a sentence in each": lambda: page(after="<div>Read more" * DEEP),
    "100k nested elements, each with other names and a line": lambda: page(
        after="".join(f"<div class=c{i}>Read more of this {i}" for i in range(DEEP))
    ),
    "100k nested links, named": lambda: page(after='<a href="/x" class=author>y' * DEEP),
    **{f"1M <{tag}>": _around(f"<{tag}>x", MOST) for tag in "p li td span div option".split()},
    **{
        f"1M empty <{tag}>": _around(f"<{tag}></{tag}>", MOST)
        for tag in "p div span b script".split()
    },
    "1M <br>": _around("<br>", MOST),
    "1M lines with <br>": _around("x<br>", MOST),
    "1M <img>": _around("<img src=a.png>", MOST),
    "1M end tags": _around("</p></div>", MOST),
    "200k links": _around('<a href="/a/b.html">A story elsewhere</a> ', MANY),
    "200k links in one paragraph": lambda: page(
        after="<p>" + '<a href="/a/b.html">A story</a> ' * MANY
    ),
    "200k links in list items": _after('<li><a href="/a/b.html">A story elsewhere</a></li>', MANY),
    "200k authors in one paragraph": lambda: page(
        after="<p>" + "<span class=author>Jo Roe</span> " * MANY
    ),
    "200k pictures in links": _after('<a href="/a"><img src="/b.jpg" alt="A view"></a>', MANY),
    "200k hidden elements": _after('<p style="display: none">x</p>', MANY),
    "100k iframes": _after("<iframe src=//evil.example/></iframe>", DEEP),
    "200k attributes": lambda: page(
        before="<p " + " ".join(f"a{i}=1" for i in range(MANY)) + ">Menu</p>"
    ),
    "200k equal attributes": lambda: page(before="<p " + "a=1 " * MANY + ">Menu</p>"),
    "100k classes": lambda: page(
        before='<p class="' + " ".join(f"content-{i}" for i in range(DEEP)) + '">Menu</p>'
    ),
    "100k equal classes": lambda: page(before='<p class="' + "author " * DEEP + '">Menu</p>'),
    "100k elements with other names": lambda: page(
        after="".join(f"<p class=content{i} id=n{i}>Menu</p>" for i in range(DEEP))
    ),
    "50k tags with ten attributes": _after(
        "<p " + " ".join(f'data-{i}="x"' for i in range(10)) + ">x</p>", 50_000
    ),
    "attribute without an end": lambda: page(tail='<p title="' + "x" * 1_000_000),
    "style bait": lambda: page(before=f'<p style="{"display:" + " " * 50_000}x">Menu</p>' * 20),
    "custom elements": _after("<a-b><c-d>x</c-d></a-b>", DEEP),
    "100k equal lines": _after("<p>The same line of text as before it.</p>", DEEP),
    "100k equal lines with <br>": _after("The same line of text as before it.<br>", DEEP),
    "100k equal long sentences": _after(f"<p>{PARAGRAPHS[0]}</p>", DEEP),
    "body 1,000 times": lambda: page(body=ARTICLE * 1000),
    "body 1,000 times in one element": lambda: page(
        body=f"<div><h1>{HEADLINE}</h1>" + BODY * 1000 + "</div>"
    ),
    "body 100 times, each hidden but the last": lambda: page(
        body=f"<div hidden>{ARTICLE}</div>" * 100 + ARTICLE
    ),
    "each paragraph 200 times": lambda: page(
        body="<article>" + "".join(f"<p>{text}</p>" * 200 for text in PARAGRAPHS) + "</article>"
    ),
    "100k preformatted lines": lambda: page(after="<pre>" + "line\n" * DEEP + "</pre>"),
    "1M entities": lambda: page(before="<p>" + "&amp;&lt;&eacute;" * 333_333 + "</p>"),
    "invalid entities": lambda: page(
        before="<p>" + "&#0;&#xD800;&#x110000;&#xFFFFFFFFFF;&#;&#x;&nosuch;&;&amp" * 5000 + "</p>"
    ),
    "entity of 100k digits": lambda: page(
        before=f"<p>&#{'9' * 100_000};&#x{'f' * 100_000};&{'a' * 100_000};</p>"
    ),
    "entities escaped again and again": lambda: page(before="<p>&" + "amp;" * 100_000 + "lt;</p>"),
    "a billion laughs": _doctype(LAUGHS, "&a11;"),
    "quadratic entity": _doctype(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 10_000),
    "entity of a file": _doctype(f'<!ENTITY f SYSTEM "{CANARY.as_uri()}">', "&f;"),
    "entity of an address": _doctype(f'<!ENTITY f SYSTEM "{ADDRESS}entity">', "&f;"),
    "parameter entity": _doctype(f'<!ENTITY % f SYSTEM "{ADDRESS}parameter"> %f;', "x"),
    "external DTD": lambda: f'<!DOCTYPE html SYSTEM "{ADDRESS}dtd">' + page(),
    "XInclude": lambda: page(
        before=(
            f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{CANARY.as_uri()}"'
            ' parse="text"/>'
        )
    ),
    "style sheet and pictures elsewhere": (
        lambda: (
            f'<?xml-stylesheet href="{ADDRESS}a.xsl"?>'
            + page(
                head=f'<link rel=stylesheet href="{ADDRESS}a.css">',
                before=f'<img src="{ADDRESS}a.png">',
            )
        )
    ),
    "DOCTYPE of 5 MB": lambda: f'<!DOCTYPE html PUBLIC "{"x" * 5_000_000}">' + page(),
    "100k DOCTYPEs": lambda: "<!DOCTYPE html>" * DEEP + page(),
    "100k processing instructions": _beside("<?php echo 1 ?>", DEEP),
    "100k comments": _beside("<!-- x -->", DEEP),
    "odd comments": _beside("<!--><!---><!----!>--><!-- -- -- ><!x>--><![if IE]><![endif]>", 1000),
    "misnested formatting": _around("<b>x<i>y</b>z</i> ", 50_000),
    "misnested blocks": _around("<b><p>x</b></p><i><div></i></div>", 20_000),
    "formatting open over paragraphs": _after("<p><b><i><u><font color=red>x", 20_000),
    "paragraphs in a table without cells": _after("<table><p>x<tr>y<td>z</table>", 20_000),
    "forms in forms": _after("<form><input><form></form>", 50_000),
    "text after </html>": lambda: page(body="", tail=ARTICLE),
    "1,000 documents in one": lambda: "<html><body><p>Menu</p></body></html>" * 1000 + page(),
    "</body> before each paragraph": lambda: page(body=ARTICLE.replace("<p", "</body></html><p")),
    "<head> that never ends": lambda: f"<title>{HEADLINE}</title><meta charset=utf-8>{ARTICLE}",
    "article in capitals": lambda: page(
        body=ARTICLE.replace("<p", "<P CLASS=X").replace("</p", "</P")
    ),
    "attributes of odd names": _beside(
        "<p =x \"='<a> on<b=1 <i @click=x :k=y #a {}=z>Menu</p>", 1000
    ),
    "a slash in each tag": lambda: page(body=ARTICLE.replace("<p", "<p/")),
    "tag name of 1 MB": lambda: page(before=f"<{'x' * 1_000_000}>Menu"),
    "100k tag names": lambda: page(after="".join(f"<t{i}>x</t{i}>" for i in range(DEEP))),
    "frames and objects": _beside(
        "<object><embed><applet><canvas></canvas></applet></object>", 10_000
    ),
    "one sentence in a million tags": lambda: page(
        body="<article>"
        + "".join(f"<p>{text.replace(' ', '<wbr> <wbr>')}</p>" for text in PARAGRAPHS)
        + "</article>",
        after="<wbr>" * MOST,
    ),
    "article between 400k elements": lambda: page(
        before="<div><i></i></div>" * MANY, after="<div><i></i></div>" * MANY
    ),
}

LOST: dict[str, Callable[[], str]] = {
    "in a comment that never ends": lambda: page(body="<!-- " + ARTICLE),
    "in a script that never ends": lambda: page(body="<script>" + ARTICLE),
    "in a title that never ends": lambda: "<title>" + ARTICLE,
    "in a template": lambda: page(body=f"<template>{ARTICLE}</template>"),
    "in a drawing": lambda: page(body=f"<svg>{ARTICLE}</svg>" * 100),
    "in a frame": lambda: page(body=f"<iframe>{ARTICLE}</iframe>"),
    "in <plaintext>": lambda: page(body=f"<plaintext>{ARTICLE}"),
    "in <xmp>": lambda: page(body=f"<xmp>{ARTICLE}</xmp>"),
    "in <select>": lambda: page(body=f"<select>{ARTICLE}</select>"),
    "in a text area": lambda: page(body=f"<textarea>{ARTICLE}</textarea>"),
    "in a link": lambda: page(body=f"<a href=/>{ARTICLE}</a>"),
    "in <noscript>": lambda: page(body=f"<noscript>{ARTICLE}</noscript>"),
    "in MathML": lambda: page(body=f"<math><mtext>{ARTICLE}</mtext></math>"),
    "frameset": lambda: f"<frameset><frame src=//evil.example/>{ARTICLE}</frameset>",
}
"""Pages whose article browsers do not display, or not as one; they must only do no harm."""
