"""An lxml tree -> the markup that it stands for."""

from __future__ import annotations

from typing import Any

from lxml import etree

TREES = (etree._Element, etree._ElementTree)


def markup_of(tree: etree._Element | etree._ElementTree) -> str:
    """An element as HTML; or a document, whose root may have siblings, or be missing."""
    root: etree._Element | None = tree if isinstance(tree, etree._Element) else _root(tree)
    if root is None:
        # An XSLT result without an element may be text all the same.
        text = str(tree) if isinstance(tree, etree._XSLTResultTree) else ""
        return text if not text.startswith("<?xml") else "<!doctype html>" + text
    if root is tree or root.getparent() is not None:
        return "<!doctype html>" + etree.tostring(
            root, encoding="unicode", method="html", with_tail=False
        )
    nodes = (*reversed([*root.itersiblings(preceding=True)]), root, *root.itersiblings())
    return "<!doctype html>" + "".join(
        etree.tostring(node, encoding="unicode", method="html") for node in nodes
    )


def _root(tree: Any) -> etree._Element | None:
    return tree.getroot()  # type: ignore[no-any-return]  # the stubs know no document without a root
