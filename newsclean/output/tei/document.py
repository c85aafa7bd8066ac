"""An article as a document of TEI P5."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Article, Kind, Paragraph
from newsclean.output.tei.body import Body
from newsclean.output.tei.header import header
from newsclean.output.tei.inline import Inline
from newsclean.output.tei.xml import element, language_tag, lines, text
from newsclean.output.tree import List, Node, Quote, notes_of, tree_of, walk

# Notes and figures; a body of them alone has no text.
_ANYWHERE = (Kind.FOOTNOTE, Kind.CAPTION)
NAMESPACE = "http://www.tei-c.org/ns/1.0"


def to_tei(article: Article, *, images: bool = True) -> str:
    """The article as a TEI document; it has no line with an encoding, so write it as UTF-8.

    >>> print(to_tei(Article(title="Ferry returns")).partition("<text>")[2])
    <BLANKLINE>
    <body>
    <head type="main">Ferry returns</head>
    <p/>
    </body>
    </text>
    </TEI>
    <BLANKLINE>
    """
    nodes = tree_of(article, images)
    writer = Body(Inline(notes_of(article.paragraphs), _targets(nodes)))
    body = [*_heads(article), *writer.divisions(nodes)]
    if not any(map(_is_text, nodes)):
        # A body must have text.
        body.append(element("p"))
    written = lines("text", [lines("body", body)], xml_lang=language_tag(article.language))
    return lines("TEI", [header(article), written], xmlns=NAMESPACE) + "\n"


def _heads(article: Article) -> Iterator[str]:
    kinds = (("kicker", article.kicker), ("main", article.title), ("sub", article.subtitle))
    for kind, content in kinds:
        if content:
            yield element("head", text(content), type=kind)


def _targets(nodes: list[Node]) -> dict[int, str]:
    """The id of each footnote by its number."""
    return {
        node.number: f"note-{node.number}"
        for node in walk(nodes)
        if isinstance(node, Paragraph) and node.kind is Kind.FOOTNOTE and node.number is not None
    }


def _is_text(node: Node) -> bool:
    """Whether a node is more than a note or a picture, which may stand anywhere."""
    if isinstance(node, List):
        return any(item.kind is not Kind.FOOTNOTE for item in node.items)
    return isinstance(node, Quote) or (isinstance(node, Paragraph) and node.kind not in _ANYWHERE)
