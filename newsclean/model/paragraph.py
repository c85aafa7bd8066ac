"""The parts of an article's body: paragraphs with their marks, and tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsclean.model.pickling import get_state, set_state
from newsclean.model.value import Value


class Kind(StrEnum):
    """What a paragraph of the body is.

    Attributes:
        PARAGRAPH: Running text.
        HEADING: A heading inside the body; `level` is its rank.
        LIST_ITEM: An item of a list; `level` is its depth, `list_id` its list.
        QUOTE: Text of a block quotation.
        TABLE: A table of data, with its cells in `table`.
        CODE: Preformatted text.
        CAPTION: A caption, on pages whose captions are the article.
        TERM: A term of a list of definitions.
        DEFINITION: The definition of the term before it.
        VERSE: Lines of a poem.
        FOOTNOTE: The text of a footnote.
        EMBED: A post, video or recording of another place that is embedded; `address` is its
            address, and the text that of a post, or "".
    """

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    CAPTION = "caption"
    TERM = "term"
    DEFINITION = "definition"
    VERSE = "verse"
    FOOTNOTE = "footnote"
    EMBED = "embed"

    @classmethod
    def _missing_(cls, value: object) -> Kind | None:
        # Articles that were saved before tables had rows have a paragraph for each row.
        return cls.TABLE if value == "table_row" else None


class MarkKind(StrEnum):
    """What a mark says about its text.

    Attributes:
        LINK: It is a hyperlink; `value` is the address.
        STRONG: It is important, or bold.
        EM: It is emphasised, or italic.
        CODE: It is code.
        SUP: It is superscript.
        SUB: It is subscript.
        STRIKE: It is struck out.
        RUBY: It has a reading above it; `value` is the reading.
        NOTE: A note is referred to here; `value` is its id, and the mark is empty.
    """

    LINK = "link"
    STRONG = "strong"
    EM = "em"
    CODE = "code"
    SUP = "sup"
    SUB = "sub"
    STRIKE = "strike"
    RUBY = "ruby"
    NOTE = "note"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mark(Value):
    """A property of some characters of a paragraph or of a table's cell.

    The marks of a text are sorted by where they begin, outer ones first, and nest properly.

    Attributes:
        start: Offset of the first character in the text.
        end: Offset after the last character; of a note it is `start`.
        kind: Link, strong …
        value: The whole address of a link, the reading of ruby, the id of a note; else "".
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""

    __getstate__ = get_state
    __setstate__ = set_state


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cell(Value):
    """A cell of a table.

    Attributes:
        text: Its text.
        header: Whether it is the head of a row or a column.
        colspan: How many columns it takes.
        rowspan: How many rows it takes.
        marks: The marks of its text.
    """

    text: str
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    marks: tuple[Mark, ...] = ()

    __getstate__ = get_state
    __setstate__ = set_state


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Table(Value):
    """A table of data.

    Attributes:
        rows: Its rows, each with its cells.
        caption: The text of its caption.
    """

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""

    __getstate__ = get_state
    __setstate__ = set_state


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Paragraph(Value):
    """One paragraph of the body.

    Attributes:
        kind: Paragraph, heading, list item …
        text: The text. Code, verses and tables have a line feed between their lines or rows, and
            the cells of a row have " | " between them.
        level: The rank of a heading (1 to 6), the depth of a list item (1 …), else 0.
        marks: Links, emphasis and the like, with offsets into `text`.
        quote: How many quotations it is in.
        list_id: The list that a list item, term or definition belongs to, counted from 0 in each
            article; of another kind, that of the item that it goes on with. Else None.
        number: The number of an item of an ordered list, or of a footnote; else None.
        language: The language of code, such as "python"; else None.
        table: The cells of a table; else None.
        address: The address of an embedded post, video or recording; else None.
    """

    kind: Kind
    text: str
    level: int = 0
    marks: tuple[Mark, ...] = ()
    quote: int = 0
    list_id: int | None = None
    number: int | None = None
    language: str | None = None
    table: Table | None = None
    address: str | None = None

    __getstate__ = get_state
    __setstate__ = set_state


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Chunk(Value):
    """A piece of the body, for retrieval.

    Attributes:
        text: Its text.
        headings: The path of headings that it stands under, outermost first.
        paragraphs: The indices of the article's paragraphs that it is from.
    """

    text: str
    headings: tuple[str, ...]
    paragraphs: tuple[int, ...]
