"""What kind of page it says it is, in the types of its JSON-LD and in `og:type`."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.metadata.json_ld import type_names

NEWS, ARTICLE = "news", "article"
TYPES = {
    NEWS: "NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle"
    " OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle LiveBlogPosting",
    ARTICLE: "Article BlogPosting Report ScholarlyArticle TechArticle article",
    "forum": "DiscussionForumPosting QAPage",
    "product": "Product ProductGroup product product.item product.group og:product",
    "listing": "CollectionPage SearchResultsPage",
    "profile": "ProfilePage profile",
    "questions": "FAQPage",
    "recipe": "Recipe",
    "event": "Event",
    "service": "Service LocalBusiness",
    "video": "video.other video.movie video.episode video.tv_show",
}
"""Each kind of page, and the types that state it; those of `og:type` are in lower case."""
KIND = {name: kind for kind, names in TYPES.items() for name in names.split()}


def read_page_type(context: Context, _: Found) -> Found:
    """Every kind that the page states, without the judgement whether it is an article."""
    kinds = tuple(dict.fromkeys(_stated(context)))
    return {"page_type": FieldResult(kinds, (), None)}


def choose_page_type(stated: tuple[str, ...], is_article: bool) -> str | None:
    """The kind of a page that was judged to be an article or not.

    Pages of products and of lists state articles that they only refer to, and the other way round,
    so what is stated counts only where it agrees with the judgement.

    >>> choose_page_type(("product", "news"), True), choose_page_type(("product", "news"), False)
    ('news', 'product')
    >>> choose_page_type((), True), choose_page_type((), False)
    ('article', None)
    """
    if is_article:
        return NEWS if NEWS in stated else ARTICLE
    return next((kind for kind in stated if kind not in (NEWS, ARTICLE)), None)


def _stated(context: Context) -> Iterator[str]:
    types = [name for node in context.json_ld.nodes for name in sorted(type_names(node))]
    for name in (*types, context.first("og:type").lower()):
        if name in KIND:
            yield KIND[name]
