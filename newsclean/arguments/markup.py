"""An lxml tree -> markup in which the parser finds the same elements and text.

What lxml writes for a tree is read as that tree only if an HTML parser made it: prefixes of names,
end tags that HTML has not, and text that ends a script would be read as something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, TypeAlias

from lxml import etree

from newsclean.parse.roles import NOT_TEXT, ROLES
from newsclean.text.patterns import lazy

TREES = (etree._Element, etree._ElementTree)
XHTML = "http://www.w3.org/1999/xhtml"
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track"
    " wbr".split()
)
_PHRASES = frozenset(
    "abbr acronym audio bdi bdo big canvas data font ins label map mark math nobr noscript output"
    " picture progress q small span time u video".split()
)
_NAMES = _VOID | _PHRASES | ROLES.keys()
# Elements of HTML without text that is shown, and elements of other vocabularies that have one.
_VEILED = _VOID | {tag for tag, role in ROLES.items() if role == NOT_TEXT} - {"script", "style"}
_RAW = frozenset({"script", "style"})
# What ends the text of these, or begins a comment in it that hides the end tag.
_SIGNS_IN_RAW = lazy(r"<(?=/(?:script|style)|!--)", re.IGNORECASE)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NAME = lazy(r"[^\s\"'<>/=]+")

_Node: TypeAlias = "etree._Element"


def markup_of(tree: etree._Element | etree._ElementTree) -> str:
    """An element as HTML; or a document, whose root may have siblings, or be missing.

    A root stands for its document, so what a parser put beside it is written too.

    >>> markup_of(etree.XML("<h:p xmlns:h='http://www.w3.org/1999/xhtml'>1 &lt; 2<h:br/>b</h:p>"))
    '<!doctype html><p>1 &lt; 2<br>b</p>'
    >>> markup_of(etree.XML("<item><link>https://a.example/</link><note>a</note></item>"))
    '<!doctype html><div><div>https://a.example/</div><div>a</div></div>'
    """
    root: etree._Element | None = tree if isinstance(tree, etree._Element) else _root(tree)
    if root is None:
        # An XSLT result without an element may be text all the same.
        text = str(tree) if isinstance(tree, etree._XSLTResultTree) else ""
        return text if not text.startswith("<?xml") else "<!doctype html>" + text
    nodes: list[_Node] = [root]
    if root.getparent() is None:
        nodes = [*reversed([*root.itersiblings(preceding=True)]), root, *root.itersiblings()]
    parts = _written(nodes, _is_html(root), has_tails=root.getparent() is None)
    return "<!doctype html>" + "".join(parts)


def _root(tree: Any) -> etree._Element | None:
    return tree.getroot()  # type: ignore[no-any-return]  # the stubs know no document without a root


def _is_html(root: _Node) -> bool:
    """Whether names without a namespace are those of HTML."""
    if isinstance(root.getroottree().parser, etree.HTMLParser) or not isinstance(root.tag, str):
        return True
    name = etree.QName(root)
    return name.namespace == XHTML or name.localname.lower() in _NAMES - _VEILED


def _written(nodes: Iterable[_Node], is_html: bool, has_tails: bool) -> Iterator[str]:
    """The markup of nodes and of all that is in them, in pieces."""
    # For each open element its children that are still to come, what ends it, and whether its
    # children are parts of a sentence.
    still_open: list[tuple[Iterator[_Node], str, bool]] = [(iter(nodes), "", False)]
    while still_open:
        children, end, in_text = still_open[-1]
        node = next(children, None)
        if node is None:
            yield end
            still_open.pop()
            continue
        tail = _escaped(node.tail or "") if has_tails or len(still_open) > 1 else ""
        kind: object = node.tag  # a function for what is no element
        if isinstance(kind, str):
            name = _name(node, is_html, in_text)
            yield f"<{name}{''.join(_attributes(node))}>{_text(node, name)}"
            end = "" if name in _VOID else f"</{name}>"
            still_open.append((iter(node), end + tail, not is_html and _has_own_text(node)))
        else:
            yield (node.text or "" if kind is etree.Entity else "") + tail


def _name(node: _Node, is_html: bool, in_text: bool) -> str:
    """The local name; of an element that HTML does not know, or would not show, another one."""
    tag = etree.QName(node)
    name = tag.localname
    if is_html or tag.namespace == XHTML:
        return name
    if name in _NAMES and (name not in _VEILED or not (node.text or len(node))):
        return name
    parent = node.getparent()
    if name == "title" and parent is not None and etree.QName(parent).localname == "head":
        return name
    return "span" if in_text else "div"


def _has_own_text(node: _Node) -> bool:
    """Whether an element has text of its own, beside its children."""
    texts = (node.text, *(child.tail for child in node))
    return any(text and not text.isspace() for text in texts)


def _text(node: _Node, name: str) -> str:
    """What stands before the first child."""
    text = node.text or ""
    if name == "xmp" and "</xmp" not in text.lower():
        return text
    if name in _RAW:
        # Strings of a script and of JSON mean the same with this reference.
        return _SIGNS_IN_RAW.sub(r"\\u003c", text)
    return _escaped(text)


def _escaped(text: str) -> str:
    """Text as the parser gets it back, in as few pieces as can be."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _attributes(node: _Node) -> Iterator[str]:
    """The attributes that HTML can have; of those with a namespace the language alone."""
    for key, value in node.attrib.items():
        name = str(key)
        if name == _LANGUAGE:
            name = "xml:lang"
        if name.startswith("{") or not _NAME.fullmatch(name):
            continue
        yield f' {name}="{escape(str(value))}"'
