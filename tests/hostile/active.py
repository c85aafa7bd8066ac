"""Texts that are active if they are rendered as markup, and pages with them in every place."""

from __future__ import annotations

import json
from html import escape

from tests.hostile.article import BODY

HIT = "document.title='hit'"
ELSEWHERE = "//evil.example/x"
TAGS = (
    "script iframe frame object embed applet link style meta base form input button svg math img"
    " video audio source track portal template noscript marquee details".split()
)
EVENTS = (
    "onload onerror onclick onmouseover onfocus ontoggle onbegin onstart onpageshow"
    " onanimationstart ontransitionend onpointerrawupdate onbeforeprint".split()
)
ADDRESSES = (
    f"javascript:{HIT}",
    f"JaVaScRiPt:{HIT}",
    f" javascript:{HIT}",
    f"java\tscript:{HIT}",
    f"java\nscript:{HIT}",
    f"\x01javascript:{HIT}",
    f"javascript&colon;{HIT}",
    f"&#106;avascript:{HIT}",
    f"javascript://example.org/%0a{HIT}",
    f"data:text/html,<script>{HIT}</script>",
    "data:text/html;base64,PHNjcmlwdD5kb2N1bWVudC50aXRsZT0naGl0Jzwvc2NyaXB0Pg==",
    "vbscript:x",
    "livescript:x",
    "view-source:x",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "mhtml:x",
    "jar:x!/",
    "filesystem:x",
    "about:blank",
    "//evil.example/x",
    "\\\\evil.example\\x",
    f'https://example.org/" onclick="{HIT}',
    f"https://example.org/' onclick='{HIT}",
    f"https://example.org/><script>{HIT}</script>",
    "https://user:pass@[::1]:99999/",
    "http:javascript:x",
    f"https://example.org/`onclick={HIT}`",
    "https:\\\\evil.example",
    "https://example.org\x00.evil.example",
    "https://example.org/\u202egnp.exe",
    "HTTPS://EVIL.EXAMPLE/<b>",
)
WHOLE = (
    f"<script>{HIT}</script>",
    f"<SCRIPT SRC={ELSEWHERE}></SCRIPT>",
    f"<script/x>{HIT}</script>",
    f"<script\n>{HIT}</script >",
    f"<<script>{HIT}//<</script>",
    f"<scr<script>ipt>{HIT}</script>",
    f"<img src=x onerror={HIT}>",
    f"<img/src=x/onerror={HIT}>",
    f"<img src=`x`onerror={HIT}>",
    f"<img srcset='x 1x, {ELSEWHERE} 2x'>",
    f"<svg/onload={HIT}>",
    f"<svg><script>{HIT}</script></svg>",
    f"<svg><a xlink:href='javascript:{HIT}'><text>x</text></a></svg>",
    f"<svg><set attributeName=href to='javascript:{HIT}'>",
    f"<svg><use href='data:image/svg+xml,<svg id=x onload={HIT}>#x'>",
    f"<svg><foreignObject><body onload={HIT}>",
    f"<math href='javascript:{HIT}'>x</math>",
    f"<math><mi><mglyph><style><img src onerror={HIT}>",
    f"<iframe src='javascript:parent.{HIT}'>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'>",
    f"<object data='javascript:{HIT}'>",
    f"<embed src='javascript:{HIT}'>",
    f"<form action='javascript:{HIT}'><input type=submit autofocus onfocus={HIT}>",
    f"<button formaction='javascript:{HIT}'>x",
    f"<input onfocus={HIT} autofocus>",
    f"<select onfocus={HIT} autofocus>",
    f"<details open ontoggle={HIT}>",
    f"<video><source onerror={HIT}>",
    f"<audio src onerror={HIT}>",
    f"<body onload={HIT}>",
    f"<body background=javascript:{HIT}>",
    f"<marquee onstart={HIT}>",
    f"<table background=javascript:{HIT}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{HIT}'>",
    f"<meta http-equiv=refresh content='0;{ELSEWHERE}'>",
    f"<base href={ELSEWHERE}>",
    f"<link rel=stylesheet href={ELSEWHERE}>",
    f"<link rel=import href={ELSEWHERE}>",
    f"<style>@import'{ELSEWHERE}';*{{background:url({ELSEWHERE})}}</style>",
    f"<p style='background:url({ELSEWHERE})'>x",
    "<p style='width:expression(alert(1))'>x",
    "<p style='-moz-binding:url(x)'>x",
    f"<style><img src=x onerror={HIT}></style>",
    f"</style><script>{HIT}</script>",
    f"</title><script>{HIT}</script>",
    f"</textarea><script>{HIT}</script>",
    f"</script><script>{HIT}</script>",
    f"--><script>{HIT}</script>",
    f"]]><script>{HIT}</script>",
    f"</div></span></td><script>{HIT}</script>",
    f'"><script>{HIT}</script>',
    f"'><script>{HIT}</script>",
    f'" autofocus onfocus="{HIT}',
    f"' style='animation:x' onanimationstart='{HIT}",
    f"`><script>{HIT}</script>",
    f"<noscript><p title='</noscript><img src onerror={HIT}>'>",
    f"<template><script>{HIT}</script></template>",
    f"<a href='javascript:{HIT}'>x</a>",
    f"<a href=x ping={ELSEWHERE} target=_blank>x</a>",
    f"<isindex action=javascript:{HIT}>",
    f"<xss id=x tabindex=1 onfocus={HIT}>",
    f"<!--[if gte IE 4]><script>{HIT}</script><![endif]-->",
    f"&lt;script&gt;{HIT}&lt;/script&gt;",
    f"&#60;script&#62;{HIT}&#60;/script&#62;",
    f"&amp;lt;script&amp;gt;{HIT}",
    f"%3Cscript%3E{HIT}%3C/script%3E",
    f"\\u003cscript\\u003e{HIT}\\u003c/script\\u003e",
    f"＜script＞{HIT}＜/script＞",
    f"<\x00script>{HIT}</script>",
    f"+ADw-script+AD4-{HIT}+ADw-/script+AD4-",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "<%= 1 %>",
    "<?php echo 1 ?>",
    f"[x](javascript:{HIT})",
    f"![x]({ELSEWHERE})",
    f"[x]: javascript:{HIT}",
    f"<javascript:{HIT}>",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\u202e<tpircs>",
)
VECTORS = (
    *WHOLE,
    *ADDRESSES,
    *(f"<{tag} src={ELSEWHERE} href={ELSEWHERE}>" for tag in TAGS),
    *(f"<x-a {event}={HIT}>" for event in EVENTS),
)


def page_of(text: str) -> str:
    """A page with the text wherever a field is read from.

    It is there as text, as an attribute, as an address, and as a value in the data of the page.
    """
    shown, quoted = escape(text, quote=False), escape(text)
    keys = ("headline", "articleSection", "keywords")
    data = json.dumps(
        {
            "@type": "NewsArticle",
            "author": {"name": text},
            "publisher": {"name": text},
            **dict.fromkeys(keys, text),
        }
    )
    data = data.replace("</", "<\\/")
    metas = "".join(
        f'<meta property="{name}" content="{quoted}">'
        for name in (
            "og:title",
            "og:site_name",
            "og:image",
            "og:url",
            "author",
            "article:tag",
            "source",
        )
    )
    return f"""<!doctype html><html lang="{quoted}"><head><meta charset=utf-8>
<title>{shown}</title>{metas}<base href="{quoted}"><link rel=canonical href="{quoted}">
<script type="application/ld+json">{data}</script></head>
<body><div>您现在的位置：首页 &gt; {shown} &gt; 正文</div><h1>{shown}</h1>
<p>2024-05-10 06:58 来源：{shown} 作者：{shown}</p><p class=author>{shown}</p>
<article><p>{shown}</p>{BODY}<p>{text}</p><h2>{shown}</h2>
<ul><li>{shown}</ul><blockquote>{shown}</blockquote><pre>{shown}</pre>
<table><tr><td>{shown}<td>{shown}</table>
<figure><img src="{quoted}" alt="{quoted}"><figcaption>{shown}</figcaption></figure>
<p><a href="{quoted}">{shown}</a></p></article>
<p>编辑：{shown} 责任编辑：{shown}</p>
<footer id="{quoted}" class="{quoted}">{shown}</footer></body></html>"""
