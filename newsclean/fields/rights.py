"""What the page states about the use of its text: licence, robots, text and data mining."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.metadata.addresses import is_web, joined
from newsclean.metadata.json_ld import text_of
from newsclean.model import Rights
from newsclean.text.patterns import lazy

LICENSE_META = ("dcterms.license", "dc.rights.license", "license", "dc.rights", "dcterms.rights")
HOLDER_META = ("dcterms.rightsholder", "copyright", "dc.rightsholder")
# "googlebot", "bingbot", "googlebot-news"; other names of meta elements do not end so.
ROBOT = lazy(r"[a-z-]{0,20}bot(?:-[a-z]{1,10})?")
# A page has fewer directives; what is longer is none, and a longer licence is a whole text.
MOST_DIRECTIVES, LONGEST_DIRECTIVE, LONGEST_VALUE = 50, 60, 500


def read_rights(context: Context, _: Found) -> Found:
    """The rights, each None or empty if the page does not state it."""
    reserved = context.first("tdm-reservation")
    rights = Rights(
        license=_license(context),
        holder=_holder(context),
        robots=tuple(dict.fromkeys(_directives(context)))[:MOST_DIRECTIVES],
        tdm_reserved={"1": True, "0": False}.get(reserved),
        tdm_policy=_address(context, context.first("tdm-policy")),
    )
    return {"rights": FieldResult(rights, (), None)}


def _license(context: Context) -> str | None:
    """The licence of a link or of the JSON-LD, else of a meta element."""
    links = (href for rel, href in context.page.metadata.links if "license" in rel.split())
    stated = (*links, text_of(context.json_ld.article.get("license")), context.first(*LICENSE_META))
    value = next((text for text in map(_one_line, stated) if text), "")
    return _address(context, value) or value or None


def _holder(context: Context) -> str | None:
    json_ld = context.json_ld
    named = json_ld.name_of(json_ld.article.get("copyrightHolder"))
    return _one_line(named or context.first(*HOLDER_META)) or None


def _directives(context: Context) -> Iterator[str]:
    """Each directive for robots, in page order."""
    for name, content in context.page.metadata.meta:
        if name != "robots" and not ROBOT.fullmatch(name):
            continue
        for directive in content.lower().split(",")[:MOST_DIRECTIVES]:
            text = " ".join(directive.split())
            if 0 < len(text) <= LONGEST_DIRECTIVE:
                yield text if name == "robots" else f"{name}: {text}"


def _address(context: Context, stated: str) -> str | None:
    """A stated address, made whole; None if it is none, such as the name of a licence."""
    if not stated or " " in stated:
        return None
    address = joined(context.page.url or "", stated)
    return address if is_web(address) else None


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_VALUE else ""
