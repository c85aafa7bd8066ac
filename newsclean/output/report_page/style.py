"""The style sheet of the report page."""

from __future__ import annotations

from newsclean.model import Label
from newsclean.output.palette import COLOURS

_BASE = """
:root { color-scheme: light dark; --back: #fff; --text: #1d2125; --quiet: #596068;
  --line: #d8dce0; --soft: #f3f5f6; --link: #0b57c4; }
@media (prefers-color-scheme: dark) { :root { --back: #16191c; --text: #e6e8ea;
  --quiet: #a3abb3; --line: #3a4046; --soft: #20252a; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); overflow-wrap: anywhere;
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1.2rem 1rem 4rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible { outline: 3px solid var(--link);
  outline-offset: 2px; }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .7rem; padding-top: .7rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.1rem 0 .2rem; font-weight: 600; }
p { margin: 0 0 .7rem; }
summary { cursor: pointer; padding: .25rem 0; }
code { font: .85em/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; }
.quiet { color: var(--quiet); font-size: .88rem; }
.kicker, .subtitle { margin: 0 0 .2rem; }
.verdict { font-weight: 600; margin: .5rem 0; }
.bar { display: flex; height: 1.1rem; border-radius: .3rem; overflow: hidden; gap: 1px; }
.bar span { display: block; min-width: 2px; background: var(--hue); }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding: 0; margin: .3rem 0;
  list-style: none; }
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%;
  margin-inline-end: .4em; background: var(--hue); }
"""
_READING = """
.read { font-size: 1.06rem; line-height: 1.7; max-width: 40rem; margin-top: 1rem; }
.read:lang(zh), .read:lang(ja), .read:lang(ko) { line-height: 1.85; line-break: strict;
  font-family: system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.read:lang(ja) { font-family: system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic",
  sans-serif; }
.read:lang(ko) { word-break: keep-all; font-family: system-ui, "Apple SD Gothic Neo",
  "Noto Sans CJK KR", "Malgun Gothic", sans-serif; }
.read:lang(zh-Hant) { font-family: system-ui, "PingFang TC", "Noto Sans CJK TC",
  "Microsoft JhengHei", sans-serif; }
.read:lang(ar), .read:lang(fa), .read:lang(ur), .read:lang(he) { line-height: 1.95; }
.read p, .read blockquote, .read td, .read th { white-space: pre-line; }
.read h3 { font-size: 1.12rem; margin: 1.3rem 0 .4rem; }
.read blockquote { margin: 0 0 .7rem; padding-inline-start: 1rem;
  border-inline-start: 3px solid var(--line); }
.read pre { overflow-x: auto; background: var(--soft); padding: .6rem; white-space: pre-wrap; }
.read .item { display: list-item; margin-inline-start: 1.4rem; }
.read .numbered { margin-inline-start: 1.4rem; text-indent: -1.4rem; }
.read .caption { color: var(--quiet); font-size: .92rem; }
.read .table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .92rem; }
td, th { border: 1px solid var(--line); padding: .25rem .6rem; text-align: start; }
:target { background: var(--soft); outline: 3px solid var(--link); }
"""
_LISTS = """
.field { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; padding: .45rem 0;
  border-bottom: 1px solid var(--line); }
.field dt { font-weight: 600; } .field dd { margin: 0; grid-column: 2; }
.field p { margin: 0; } dl { margin: 0; }
.others { margin: .2rem 0; padding-inline-start: 1.2rem; }
.group { border-bottom: 1px solid var(--line); padding: .2rem 0; }
.group ul, .pieces { list-style: none; margin: 0; padding: 0; }
.group li, .pieces li { padding: .15rem 0 .15rem .7rem; margin: .15rem 0;
  border-inline-start: 3px solid var(--hue); }
.filter { position: absolute; opacity: 0; }
.choices { display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; }
.choices label { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem;
  cursor: pointer; text-decoration: line-through; color: var(--quiet); font-size: .88rem; }
.pieces li { display: none; }
@media (max-width: 34rem) { .field { grid-template-columns: 1fr; }
  .field dd { grid-column: 1; } h1 { font-size: 1.35rem; } }
"""


def _label_style(label: Label) -> str:
    """The colour of a label, and what the filter shows while the label is chosen."""
    chosen = f"#f-{label}:checked ~"
    return (
        f".l-{label} {{ --hue: {COLOURS[label]}; }}\n"
        f"{chosen} .pieces .l-{label} {{ display: list-item; }}\n"
        f"{chosen} .choices .l-{label} {{ text-decoration: none; color: var(--text); }}\n"
        f"#f-{label}:focus-visible ~ .choices .l-{label} "
        "{ outline: 3px solid var(--link); }\n"
    )


STYLE = _BASE + _READING + _LISTS + "".join(map(_label_style, Label))
"""Colours are variables with a value for light pages and one for dark pages; each text colour has
a contrast of 4.5 or more to its background in both."""
