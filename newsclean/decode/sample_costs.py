"""What samples of a page cost in the encodings that it may be in."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclean.decode.byte_costs import single_byte_costs
from newsclean.decode.candidates import SINGLE_BYTE
from newsclean.decode.text_costs import text_cost, word_cost
from newsclean.decode.web import read
from newsclean.decode.windows import Window


def costs_by_codec(windows: Sequence[Window], codecs: Collection[str]) -> dict[str, int]:
    """The cost of windows, in bits, in each encoding.

    >>> costs_by_codec([Window("новости".encode("cp1251"), False)], ["cp1251", "cp1252"])
    {'cp1251': 39, 'cp1252': 81}
    """
    data = b" ".join([window.data for window in windows])
    found = single_byte_costs(data, [codec for codec in codecs if codec in SINGLE_BYTE])
    # Many encodings make the same text of a few quotation marks; it is judged once.
    judged: dict[str, int] = {}
    for codec in codecs:
        single = codec in SINGLE_BYTE
        text = read(data, codec) if single else text_of(windows, codec)
        if text not in judged:
            judged[text] = word_cost(text) if single else text_cost(text)
        found[codec] = judged[text] + found.get(codec, 0)
    return found


def cost(window: Window, codec: str) -> int:
    """What a window costs in one encoding, in bits."""
    return costs_by_codec((window,), (codec,))[codec]


def text_of(windows: Sequence[Window], codec: str) -> str:
    """The text of windows without the incomplete character that one may end with.

    >>> text_of([Window("渡轮".encode("gbk")[:3], True)], "gb18030")
    '渡'
    """
    return " ".join([_text(window, codec) for window in windows])


def _text(window: Window, codec: str) -> str:
    text = read(window.data, codec)
    return text.removesuffix("\ufffd") if window.cut else text
