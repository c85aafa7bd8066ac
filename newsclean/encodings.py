"""Encodings of the web: which Python codec a label means, and how likely it is that bytes are a text in one."""

from __future__ import annotations

import codecs
import re

# The labels of the WHATWG Encoding Standard whose Python codec is not the one that the web means, or that Python does not know.
WEB_CODECS = {
    **dict.fromkeys(
        "gb2312 gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 ms936 windows-936".split(), "gb18030"
    ),
    **dict.fromkeys(
        "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1 cp819 x-cp1252".split(), "cp1252"
    ),
    **dict.fromkeys("iso-8859-9 iso8859-9 iso88599 latin5 l5 windows-1254 x-cp1254".split(), "cp1254"),
    **dict.fromkeys("iso-8859-11 iso8859-11 iso885911 tis-620 dos-874 windows-874".split(), "cp874"),
    **dict.fromkeys("shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis ms932 windows-31j cp932".split(), "cp932"),
    **dict.fromkeys("euc-jp x-euc-jp cseucpkdfmtjapanese eucjp".split(), "euc_jp"),
    **dict.fromkeys("iso-2022-jp csiso2022jp".split(), "iso2022_jp_2"),
    **dict.fromkeys("euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cseuckr cp949 uhc".split(), "cp949"),
    **dict.fromkeys("big5 big5-hkscs cn-big5 csbig5 x-x-big5 big5hkscs".split(), "big5hkscs"),
    **dict.fromkeys("utf8 unicode-1-1-utf-8 utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8".split(), "utf-8"),
    # A label that could be read byte by byte is not in UTF-16.
    **dict.fromkeys("utf-16 utf-16le utf-16be ucs-2 unicode csunicode iso-10646-ucs-2 unicodefeff unicodefffe".split(), "utf-8"),
    **dict.fromkeys("koi8-u koi8-ru".split(), "koi8_u"),
    **dict.fromkeys("koi8-r koi koi8 koi8_r cskoi8r".split(), "koi8_r"),
    **dict.fromkeys("macintosh mac x-mac-roman csmacintosh".split(), "mac_roman"),
    **dict.fromkeys("x-mac-cyrillic x-mac-ukrainian".split(), "mac_cyrillic"),
    "hz-gb-2312": "hz",
    "x-user-defined": "cp1252",
}
WINDOWS = re.compile(r"(?:x-)?(?:windows-|cp-?)(125[0-8])")
# Codecs that Python has and no web page is in.
NOT_TEXT = frozenset("base64 bz2 hex quopri rot13 uu zlib punycode idna unicode-escape raw-unicode-escape undefined utf-7 mbcs oem".split())

# Tried on a page without a label that fits, in this order where two are as likely.
CODECS = (
    "gb18030",
    "big5hkscs",
    "cp932",
    "euc_jp",
    "cp949",
    "cp1251",
    "koi8_r",
    "cp1252",
    "cp1250",
    "cp1256",
    "cp1253",
    "cp1255",
    "cp1254",
    "cp874",
)

COMMON = {
    "gb18030": frozenset(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    ),
    "big5hkscs": frozenset(
        "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界台灣灣臺"
    ),
}
KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
HANGUL = re.compile("[\uac00-\ud7a3]")
COMMON_HANGUL = frozenset(
    "이다는의에을가고하를은한로지사자서도으기인시대어정일리해보나아수부있장스전주제그동구상원적라과경조만비국선치여오공안유성당위중들된관했계개면트소미말방진할연회실화생문금"
)
CYRILLIC = re.compile("[\u0430-\u044f]{3,}")
CYRILLIC_COMMON = re.compile("[оеаинтсрвл]")
LETTERS = {
    "cp1252": re.compile(
        "(?<=[a-zA-Z])[éèêëàâäöüßñçíóúáîôûùïåæøœ’](?=[a-z\\s.,;:!?]|$)|[“”’–—«»€£©·…‘ ]|[ÉÀÄÖÜ](?=[a-z])|(?<=\\s)[éàèäöüåø](?=[a-z])"
    ),
    "cp1250": re.compile("[ąćęłńóśźżěščřžýáíéúůťďňőűşţăâî](?=[a-z\\s.,;:!?]|$)|[„”’–]"),
    "cp1254": re.compile("[ışğçöüİŞĞ](?=[a-zışğçöü\\s.,]|$)"),
    "cp1253": re.compile("[α-ωάέήίόύώ]{3,}"),
    "cp1255": re.compile("[א-ת]{2,}"),
    "cp1256": re.compile("[ء-ي]{2,}"),
    "cp874": re.compile("[ก-๎]{3,}"),
}


def codec_of(label: str) -> str | None:
    """The Python codec of an encoding label, as the web understands the label; None for one that names no encoding of text.

    >>> codec_of(" GB2312 ")
    'gb18030'
    >>> codec_of("klingon") is None
    True
    """
    label = label.strip().lower()
    if label in WEB_CODECS:
        return WEB_CODECS[label]
    if found := WINDOWS.fullmatch(label):
        return f"cp{found[1]}"
    try:
        name = codecs.lookup(label).name if label else ""
    except (LookupError, UnicodeError, ValueError):
        return None
    return name if name and name not in NOT_TEXT and not name.startswith("utf-") else None


def plausibility(sample: bytes, codec: str) -> float:
    """How much of a sample's characters beyond ASCII are common ones of the languages that the codec is for: 0 to 1, and 0 for errors.

    >>> plausibility("新闻记者在北京".encode("gbk"), "gb18030") > plausibility("新闻记者在北京".encode("gbk"), "big5hkscs")
    True
    """
    if codec == "utf-8":
        return 0.0
    text = sample.decode(codec, "replace")
    beyond = sum(character > "\x7f" for character in text)
    if not beyond:
        return 0.0
    bad = text.count("\ufffd")
    if bad > 1 + 0.05 * beyond:
        return 0.0
    return max(0.0, (_common(text, codec) - 3 * bad) / beyond)


def _common(text: str, codec: str) -> float:
    """The weight of the text's common characters."""
    if codec in COMMON:
        common = COMMON[codec]
        return sum(1.0 for character in text if character in common or character in "，。、：；！？“”（）《》　")
    if codec in ("cp932", "euc_jp"):
        kana = len(KANA.findall(text))
        other = sum(
            character in COMMON["big5hkscs"] or character in COMMON["gb18030"] or character in "、。「」（）　" for character in text
        )
        return 1.0 * kana + 0.8 * other if kana else 0.3 * other
    if codec == "cp949":
        found = HANGUL.findall(text)
        return 0.7 * len(found) + 0.6 * sum(character in COMMON_HANGUL for character in found)
    if codec in ("cp1251", "koi8_r", "koi8_u", "mac_cyrillic", "iso8859-5"):
        words = CYRILLIC.findall(text)
        return sum(len(word) * 0.5 + len(CYRILLIC_COMMON.findall(word)) * 0.7 for word in words)
    pattern = LETTERS.get(codec, LETTERS["cp1252"])
    return sum(len(found) for found in pattern.findall(text))
