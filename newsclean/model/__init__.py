"""Every value that one stage hands to the next, up to the article; all of them immutable."""

from newsclean.model.article import Article, Credit
from newsclean.model.block import Block, Inline, InlineElement, Link
from newsclean.model.budget import UNLIMITED, Budget, BudgetSpentError
from newsclean.model.frozen import FrozenMapping
from newsclean.model.limits import Limits
from newsclean.model.page import Decoded, Element, Image, MachineDate, Metadata, Page, Player
from newsclean.model.paragraph import Cell, Chunk, Kind, Mark, MarkKind, Paragraph, Table
from newsclean.model.report import KEPT, Candidate, Evidence, Label, Opinion, Removed, Report, Span
from newsclean.model.rights import Rights

__all__ = [
    "KEPT",
    "UNLIMITED",
    "Article",
    "Block",
    "Budget",
    "BudgetSpentError",
    "Candidate",
    "Cell",
    "Chunk",
    "Credit",
    "Decoded",
    "Element",
    "Evidence",
    "FrozenMapping",
    "Image",
    "Inline",
    "InlineElement",
    "Kind",
    "Label",
    "Limits",
    "Link",
    "MachineDate",
    "Mark",
    "MarkKind",
    "Metadata",
    "Opinion",
    "Page",
    "Paragraph",
    "Player",
    "Removed",
    "Report",
    "Rights",
    "Span",
    "Table",
]
