"""Posts, videos and recordings of other places that are embedded in the body."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from newsclean.assemble.placed import Placed
from newsclean.metadata.addresses import is_web, joined, page_base
from newsclean.model import Kind, Label, Page, Paragraph, Span
from newsclean.text.patterns import lazy

# Words in the addresses of players, and in those of other frames: adverts, forms, comments, maps.
PLAYER = lazy(
    r"(?i:(?<![a-z])(?:video|player|embed|watch|clip|episode|podcast|track|post|tweet|status)"
    r"(?![a-rt-z])|videoembed|\.(?:mp4|m4v|webm|m3u8|mp3|m4a|ogg|oga|wav)(?![a-z0-9]))"
)
OTHER_FRAME = lazy(
    r"(?i:(?<![a-z])(?:ads?|adserver|doubleclick|banner|comments?|like|likebox|follow|share|subscribe"
    r"|newsletter|signup|form|login|poll|widgets?|maps?)(?![a-z]))"
)
# The classes of quotations that a script displays as posts.
POST = lazy(
    r"(?:^|[ _-])"
    r"(?:tweet|twitter|instagram|tiktok|bluesky|mastodon|reddit|threads|fb|embed(?:ded)?)"
    r"(?:$|[ _-])"
)
# Of a longer quotation, in blocks, only the end is searched for the address of a post. Of 252
# labelled pages with a quotation one has a quotation of more than 50 blocks, none of more than 100.
LONGEST_POST = 100


def is_player(address: str) -> bool:
    """Whether the address of a frame is that of a post, a video or a recording.

    >>> is_player("https://video.example/embed/1"), is_player("https://a.example/ads/player")
    (True, False)
    """
    path = address.partition("?")[0]
    return PLAYER.search(path) is not None and OTHER_FRAME.search(path) is None


def add_embeds(page: Page, placed: Sequence[Placed], spans: Sequence[Span]) -> list[Placed]:
    """The paragraphs with the posts among them known, and one for each player between them."""
    base = page_base(page)
    found = _with_posts(page, placed, base)
    if not page.players:
        return found
    captions = {span.block for span in spans if span.label is Label.CAPTION}
    return list(_merged(found, _players(page, found, captions, base)))


def _with_posts(page: Page, placed: Sequence[Placed], base: str) -> list[Placed]:
    addresses: dict[int, str | None] = {}
    found, quote = [], Kind.QUOTE
    for one in placed:
        if one.paragraph.kind is quote:
            outermost = _quotation(page, one.blocks[0])
            if outermost not in addresses:
                addresses[outermost] = _post_address(page, outermost, base)
            if address := addresses[outermost]:
                embed = replace(one.paragraph, kind=Kind.EMBED, address=address)
                one = Placed(embed, one.blocks)
        found.append(one)
    return found


def _quotation(page: Page, block: int) -> int:
    """The outermost quotation around a block."""
    around = page.ancestors(page.blocks[block].element)
    return min(index for index in around if page.elements[index].tag == "blockquote")


def _post_address(page: Page, element: int, base: str) -> str | None:
    """Where a quotation that is displayed as a post is from; None if it is another, or unknown.

    A post that does not say so ends with a link to itself.
    """
    quotation = page.elements[element]
    if not POST.search(quotation.class_names):
        return None
    stated = dict(quotation.attributes).get("cite", "")
    for address in (stated, *_links_from_the_end(page, quotation.first, quotation.last)):
        if address and is_web(whole := joined(base, address)):
            return whole
    return None


def _links_from_the_end(page: Page, first: int, last: int) -> Iterator[str]:
    for block in reversed(page.blocks[max(first, last - LONGEST_POST) : last]):
        yield from (link.href for link in reversed(block.links))


def _players(
    page: Page, placed: Sequence[Placed], captions: Collection[int], base: str
) -> list[tuple[int, str]]:
    """The block that follows each player of the body, and its address.

    A player is in the body if there is body, or a caption, right before or after it; after the last
    paragraph, if it is in the element around that.
    """
    last, around = _end(page, placed)
    near = {*captions, *(block for one in placed for block in one.blocks)}
    seen = {one.paragraph.address for one in placed}
    found: list[tuple[int, str]] = []
    for address, block, element in page.players:
        whole = joined(base, address)
        if whole in seen or near.isdisjoint((block - 1, block)):
            continue
        if block > last and around not in page.ancestors(element):
            continue
        if is_web(whole) and is_player(whole):
            seen.add(whole)
            found.append((block, whole))
    return found


def _end(page: Page, placed: Sequence[Placed]) -> tuple[int, int]:
    """The last block of the body, and the element around that of it."""
    last = max((block for one in placed for block in one.blocks), default=-1)
    return last, page.elements[page.blocks[last].element].parent if last >= 0 else -1


def _merged(placed: Sequence[Placed], players: Sequence[tuple[int, str]]) -> Iterator[Placed]:
    """The paragraphs and the players in page order; each player before what follows it."""
    waiting = sorted(players, reverse=True)
    for one in placed:
        while waiting and one.blocks and one.blocks[-1] >= waiting[-1][0]:
            yield _player(waiting.pop()[1])
        yield one
    while waiting:
        yield _player(waiting.pop()[1])


def _player(address: str) -> Placed:
    return Placed(Paragraph(Kind.EMBED, "", address=address), ())
