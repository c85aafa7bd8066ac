"""The steps in order; this module is the table of contents of the others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from newsclean.arguments import PageInput, check
from newsclean.assemble import assemble
from newsclean.collapse import collapse
from newsclean.decode import decode
from newsclean.errors import ExtractionError, NewscleanError
from newsclean.label import label_displayed
from newsclean.model import Article, Budget, Limits, Report
from newsclean.parse import parse

if TYPE_CHECKING:
    from newsclean.label import Labels
    from newsclean.model import Page
    from newsclean.rules import Applied, Rules, SiteRules

LIMITS = Limits()
# Pages on which most readers have something to do, in scripts that have patterns of their own.
WARM_UP_PAGES = (
    """<title>轮渡复航 - 河湾网</title><h1>轮渡复航</h1>
    <p>2024-05-10 06:58 来源：河湾日报 记者：苏明</p>
    <p>河湾日报讯（记者 苏明 通讯员 林青）停航四个月之后，轮渡于昨天复航。</p><p>责编：周远</p>""",
    """<title>Ferry returns - Harbour Post</title><h1>Ferry returns</h1>
    <p>By Jane Roe, 10 May 2024</p>
    <p>The island ferry sails again from Monday, the council said.</p><p>© Harbour Post</p>
    <h3>Comments (2)</h3><div><b>Ola</b> <i>2 hours ago</i><p>I will be aboard.</p></div>
    <div><b>Signe</b> <i>yesterday</i><p>So will I, with my dog.</p></div>""",
    "<h1>渡船が再開</h1><p>2024年5月10日 6時58分 港新聞</p><p>渡船が再開した。【林青子】</p>",
    "<h1>여객선 재개</h1><p>입력 2024.05.10 06:58</p><p>여객선이 다시 다닌다. 이서연 기자</p>",
)


def extract(
    page: PageInput,
    url: str | bytes | None = None,
    content_type: str | bytes | None = None,
    *,
    reference_date: date | str | None = None,
    limits: Limits = LIMITS,
    rules: Rules | SiteRules | None = None,
) -> Article:
    """Extract the news article of a page.

    A page with no article gives an `Article` whose `is_article` is False, with whatever was found.

    Args:
        page: The page's bytes, its text (HTML, or the plain text of a page), or an lxml tree.
        url: The address it came from, which helps with dates, the site's name and relative links.
        content_type: The HTTP header, whose charset counts when `page` is bytes.
        reference_date: When the page was fetched, as a datetime, a date or text in ISO 8601; a date
            means its first moment. Dates without a year and times such as "3 hours ago" are
            resolved against it; without it they are ignored.
        limits: How much of the page is read. What they cut off is reported in `truncations`.
        rules: Rules for single sites, from `read_rules`; those of the page's domain apply. The
            rules of one site apply to any page.

    Raises:
        TypeError: An argument has an unsupported type.
        InputError: `page` is an address or a path, or `reference_date` is not a date.
        ExtractionError: A stage failed, which is a bug of newsclean.

    >>> page = "<h1>Ferry returns</h1><p>The island ferry sails again from Monday."
    >>> extract(page).title
    'Ferry returns'
    >>> extract("").body
    ''
    >>> extract("<p>The island ferry sails again.", limits=Limits(bytes=12)).truncations
    ('Of 32 characters the first 12 were read.',)
    """
    report = explain(
        page, url, content_type, reference_date=reference_date, limits=limits, rules=rules
    )
    return report.article


def explain(
    page: PageInput,
    url: str | bytes | None = None,
    content_type: str | bytes | None = None,
    *,
    reference_date: date | str | None = None,
    limits: Limits = LIMITS,
    rules: Rules | SiteRules | None = None,
) -> Report:
    """Extract the article of a page, and report the reasons.

    The report has a label and a rule for every character of the page, and says where each field
    was read. Arguments and errors are those of `extract`, and so is the article.
    """
    given = check(page, url, content_type, reference_date, limits)
    limits, site = given.limits, _site_rules(rules, given.url)
    try:
        budget = Budget(limits.seconds)
        decoded = decode(given.page, given.content_type, limits, budget)
        parsed = parse(decoded.text, given.url, limits, budget)
        parsed, labels = label_displayed(parsed, budget)
        labels, applied = _apply_rules(parsed, labels, site) if site else (labels, None)
        copies = collapse(parsed, labels.body, labels.scores, budget)
        return assemble(decoded, parsed, labels, copies, given.reference_date, budget, applied)
    except NewscleanError:
        raise
    except Exception as error:
        message = f"newsclean failed on this page: {type(error).__name__}: {error}"
        raise ExtractionError(message) from error


def _site_rules(rules: Rules | SiteRules | None, url: str | None) -> SiteRules | None:
    """The rules that a page at this address is read by."""
    if rules is None:
        return None
    from newsclean.rules import Rules, SiteRules  # most pages are read without rules

    given: object = rules
    if isinstance(given, SiteRules):
        return given
    if isinstance(given, Rules):
        return given.for_url(url)
    remedy = "give newsclean.read_rules(path)"
    raise TypeError(f"rules must be newsclean.Rules, not {type(rules).__name__}: {remedy}")


def _apply_rules(page: Page, labels: Labels, site: SiteRules) -> tuple[Labels, Applied]:
    """The labels as the rules of a site have them, and what else the rules say of the page."""
    from newsclean.rules import apply_labels, match_rules

    applied = match_rules(page, site)
    return apply_labels(page, labels, applied), applied


def warm_up() -> None:
    """Load data and compile patterns now, instead of during the first extractions.

    Without it, the first call of `extract` takes some tenths of a second longer. Call it when a
    worker process starts.
    """
    for page in WARM_UP_PAGES:
        explain(page)
