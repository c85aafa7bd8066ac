"""Labels, copies and fields -> the article, and a report with one label for every character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.assemble.paragraphs import place_paragraphs
from newsclean.assemble.pictures import place_pictures
from newsclean.assemble.quality import Known, assess
from newsclean.assemble.spans import label_spans
from newsclean.collapse import Collapse
from newsclean.fields import READERS, Context, Found, add_confidence
from newsclean.fields.page_type import choose_page_type
from newsclean.label import Labels
from newsclean.mentions.language import language_of
from newsclean.metadata.embedded import DataBody, read_data_body
from newsclean.model import (
    UNLIMITED,
    Article,
    Budget,
    BudgetSpentError,
    Candidate,
    Decoded,
    Evidence,
    Kind,
    Page,
    Paragraph,
    Report,
    Span,
)

if TYPE_CHECKING:
    from newsclean.rules import Applied

# With less text than this on the page itself, the article is in the page's data if they hold one.
# In characters.
HARDLY_A_BODY = 140
# Which field gets the text that several fields claim: a date inside a byline is the date's.
CLAIM_ORDER = ("date", "source", "authors", "credits", "title")
DATA = "body in the page's data"
# A longer message of an error would make the sentence in `faults` unreadable.
LONGEST_MESSAGE = 200


class Body(NamedTuple):
    """The paragraphs of the article, and the page's data that they were read from, if they were.

    `blocks` are those of each paragraph; none are of data.

    `missed` and `faults` say that the data were not reached, or could not be read.
    """

    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[tuple[int, ...], ...] = ()
    data: DataBody | None = None
    missed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def assemble(
    decoded: Decoded,
    page: Page,
    labels: Labels,
    copies: Collapse,
    reference_date: datetime | None = None,
    budget: Budget = UNLIMITED,
    rules: Applied | None = None,
) -> Report:
    """The report of one page, with its article.

    Dates such as "3 hours ago" are counted from `reference_date`. Fields that are not reached
    within the budget stay empty. What `rules` name is as they say.
    """
    day_first = rules.day_first if rules else None
    context = _context(page, labels, copies, reference_date, budget, day_first)
    found, faults, missed = read_fields(context)
    fields = _with_rules(context, add_confidence(found), rules)
    claims = [fields[name].spans for name in CLAIM_ORDER if name in fields]
    first = [copies.spans, rules.spans] if rules else [copies.spans]
    spans = label_spans(page.blocks, labels.verdicts, first + claims)
    body = _body(page, spans, budget)
    missed += [*_unlabelled(labels, copies), *body.missed]
    about = {
        "copies": copies.copies,
        "encoding": decoded.encoding,
        "truncations": _truncations(decoded, page, body, missed, budget),
        "faults": (*faults, *body.faults),
    }
    return Report(
        article=_article(page, labels, fields, body, spans, about),
        decoded=decoded,
        page=page,
        spans=spans,
        evidence=_evidence(fields, body),
        copies=copies.ranges,
    )


def _with_rules(context: Context, found: Found, rules: Applied | None) -> Found:
    """The fields, with those that rules name."""
    if rules is None:
        return found
    from newsclean.rules import apply_fields  # most pages are read without rules

    return apply_fields(context, found, rules)


def _context(
    page: Page,
    labels: Labels,
    copies: Collapse,
    reference_date: datetime | None,
    budget: Budget,
    day_first: bool | None,
) -> Context:
    """The page as the field readers see it: a block that is wholly a copy is no body."""
    body = labels.body
    for span in copies.spans:
        if span.start == 0:
            body[span.block] = False
    asks_to_pay = "notice.paywall" in [verdict.group for verdict in labels.verdicts]
    return Context.from_page(
        page, labels.headline, body, reference_date, asks_to_pay, budget, day_first
    )


def read_fields(context: Context) -> tuple[Found, tuple[str, ...], list[str]]:
    """The results of all readers, a sentence for each that failed, and those not reached.

    An error in one reader leaves its fields empty; it never loses the article.
    """
    found: Found = {}
    faults: list[str] = []
    missed: list[str] = []
    for name, read in READERS:
        try:
            context.budget.check()
            found |= read(context, found)
        except BudgetSpentError:
            missed.append(name)
        except Exception as error:  # the article's other fields are right all the same
            faults.append(_fault(name, error))
    return found, tuple(faults), missed


def _fault(name: str, error: Exception) -> str:
    message = " ".join(str(error).split())[:LONGEST_MESSAGE]
    return f"The reader of the {name} failed: {type(error).__name__}: {message}"


def _unlabelled(labels: Labels, copies: Collapse) -> list[str]:
    return [name for name, part in (("body", labels), ("copies", copies)) if not part.reached]


def _truncations(
    decoded: Decoded, page: Page, body: Body, missed: Sequence[str], budget: Budget
) -> tuple[str, ...]:
    """A sentence for each limit that cut something, and one on what the budget did not reach."""
    cut = (*decoded.truncations, *page.truncations, *(body.data.truncations if body.data else ()))
    if not missed:
        return cut
    seconds = f"{budget.seconds:g} seconds of computing"
    return (*cut, f"Not reached within {seconds}: {', '.join(missed)}.")


def _body(page: Page, spans: Sequence[Span], budget: Budget) -> Body:
    """The body as labelled; if the page shows hardly any, the one in its data."""
    placed = place_paragraphs(page, spans)
    paragraphs = tuple(one.paragraph for one in placed)
    printed = Body(paragraphs, tuple(one.blocks for one in placed))
    if sum(len(paragraph.text) for paragraph in paragraphs) >= HARDLY_A_BODY:
        return printed
    try:
        data = read_data_body(page.metadata, budget)
    except BudgetSpentError:
        return printed._replace(missed=(DATA,))
    except Exception as error:
        return printed._replace(faults=(_fault(DATA, error),))
    if data is None:
        return printed
    return Body(tuple(Paragraph(Kind.PARAGRAPH, text) for text in data.paragraphs), data=data)


def _article(
    page: Page,
    labels: Labels,
    fields: Found,
    body: Body,
    spans: Sequence[Span],
    about: Mapping[str, Any],
) -> Article:
    """The article with its fields and its body, and how good they are.

    `about` has the values of the fields that say how it was made.
    """
    known = Known(*(name in fields and bool(fields[name].value) for name in Known._fields))
    texts = tuple(paragraph for paragraph in body.paragraphs if paragraph.text)
    assessment = assess(page, labels, texts, known, body.data is not None)
    return Article(
        **_values(page, fields, body, spans, assessment.is_article),
        paragraphs=body.paragraphs,
        quality=assessment.quality,
        is_article=assessment.is_article,
        article_probability=assessment.probability,
        **about,
    )


def _values(
    page: Page, fields: Found, body: Body, spans: Sequence[Span], is_article: bool
) -> dict[str, Any]:
    """The values of the fields, with what depends on the body as it was read."""
    values = {name: result.value for name, result in fields.items()}
    values["images"] = place_pictures(page, values.get("images", ()), body.blocks, spans)
    values["page_type"] = choose_page_type(values.get("page_type", ()), is_article)
    if body.data:
        values["language"] = _language(body, page)
    return values


def _language(body: Body, page: Page) -> str | None:
    text = "\n".join(paragraph.text for paragraph in body.paragraphs)
    return language_of(text, page.metadata.language)


def _evidence(fields: Mapping[str, Any], body: Body) -> dict[str, Evidence]:
    evidence = {name: result.evidence for name, result in fields.items() if result.evidence}
    if body.data:
        chosen = Candidate(body.data.paragraphs[0], body.data.place)
        evidence["body"] = Evidence(chosen)
    return evidence
