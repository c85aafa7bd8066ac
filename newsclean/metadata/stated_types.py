"""Whether a page says in its data that it is an article."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.model import Metadata
from newsclean.text.patterns import lazy

# The types by which JSON-LD says that a page is no article, or is one. They are searched for
# without reading the JSON, which need not be valid.
OTHER_TYPE = lazy(
    r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:Product|ItemList|CollectionPage|DiscussionForumPosting'
    r"|QAPage|FAQPage|Service|LocalBusiness|SearchResultsPage|ProfilePage)\""
)
ARTICLE_TYPE = lazy(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,20}Article|BlogPosting|Report)"')


class StatedTypes(NamedTuple):
    """What the data of a page say that it is; a page may say both."""

    article: bool = False
    """JSON-LD has an article."""
    other: bool = False
    """JSON-LD has a product, a list, a forum or the like."""
    og_article: bool = False
    """`og:type` is a kind of article."""
    og_other: bool = False
    """`og:type` is anything else."""


def stated_types(metadata: Metadata) -> StatedTypes:
    """What a page says that it is.

    >>> stated_types(Metadata(json_ld=('{"@type": "NewsArticle"}',)))
    StatedTypes(article=True, other=False, og_article=False, og_other=False)
    """
    og_type = metadata.first("og:type").lower()
    is_article = "article" in og_type
    return StatedTypes(
        any(map(ARTICLE_TYPE.search, metadata.json_ld)),
        any(map(OTHER_TYPE.search, metadata.json_ld)),
        is_article,
        bool(og_type) and not is_article,
    )
