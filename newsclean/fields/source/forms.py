"""The set forms in which pages credit a source without a label and a colon.

Each pattern finds the outlet as the group `value`, or as `title` if it is in title marks.
"""

from __future__ import annotations

from newsclean.text.patterns import lazy

# A sentence or a bracket: 本文来源于国家统计局, （转自《河湾日报》）.
FROM = lazy(
    r"^[（(【\[]?\s?(?:本文|文章|稿件|内容)?"
    r"(?:来源于|來源於|来源自|转载自|轉載自|转自|轉自|摘自|原载于?|原載於?)\s{0,2}[:：]?\s{0,2}"
    r"(?:《\s?(?P<title>[^《》]{2,20}?)\s?》|(?P<value>[^\s《》（）()【】\[\]，。,]{2,30}))"
)
ORIGINAL = lazy(r"^(?:原创|原創)\s{0,2}[:：]\s{0,2}(?P<value>\S{2,30}?)(?=\s|\d{4}|$)")
# The start of an agency's report: HARBOUR CITY (Reuters) - ; Hafenstadt (dpa) - ; PORT, 10 mai
# (AFP) –
LEAD = lazy(
    r"^[A-ZÀ-ÞА-Я][^()（）.!?]{1,60}\((?P<value>[A-Za-zÀ-ÿА-я][A-Za-zÀ-ÿА-я&./ -]{1,28})\)\s?\.?\s?"
    r"[-–—]{1,2}\s"
)
# The print edition: 《光明日报》（2024年05月20日 03版）
PRINT_EDITION = lazy(
    r"《\s?(?P<value>[^《》]{2,20}?)\s?》\s?"
    r"[（(]\s?(?:\d{2,4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日[\s,，·]{0,3}"
    r"(?:第\s?)?[A-Z]?\d{1,3}\s?[版面]?[^（()）]{0,12}[)）]"
)
# The paper after the date, as in （2011年4月15日12時24分 読売新聞）.
AFTER_DATE = lazy(
    r"^(?:配信|公開|掲載|更新)?[\s　]{0,3}[（(]?(?P<value>[^\s\d（）():：]{2,20}"
    r"(?:新聞|新闻|日报|日報|晚报|晚報|通信|通讯社|社|网|網|台))[）)]?$"
)
# The line of a portal, whose date may lack the year: 5/10(金) 6:58配信 河湾新聞
DELIVERED = lazy(
    r"^[\d/年月日.()（）月火水木金土日\s]{3,20}\d{1,2}:\d\d\s?配信\s{1,3}(?P<value>[^\s\d]{2,20})$"
)
# The paper before the date, with nothing else on the line: 河湾日报 2024年5月10日
BEFORE_DATE = lazy(
    r"^[\s　]{0,3}(?P<value>[\u4e00-\u9fff]{2,10}"
    r"(?:新闻网|新聞網|日报|日報|晚报|晚報|时报|時報|早报|早報|周刊|週刊|通讯社|客户端|发布))"
    r"[\s　|｜]{1,3}$"
)
REPORTERS = ("記者", "记者")
# 2020-10-04 15:05 聯合報 記者林宸誼／即時報導; 河湾新闻 | 记者 林知秋
BEFORE_REPORTER = lazy(
    r"^[\s　]{0,3}(?P<value>(?![本该該])[\u4e00-\u9fff]{2,10}"
    r"(?:報|报|社|网|網|台|周刊|週刊|新闻|新聞))"
    r"(?:\s{1,3}[|｜·]?|[|｜])\s{0,3}(?:記者|记者)"
)
# 스포츠조선=선수민 기자 ; [부산=스포츠조선 선수민 기자]
KOREAN_REPORTER = "기자"
KOREAN = lazy(
    r"^(?P<value>[\uac00-\ud7a3A-Z]{0,10}(?:일보|신문|뉴스|조선|중앙|경제|방송|타임스|투데이|저널"
    r"|닷컴|통신|데일리|[A-Z]{2,4}))\s?=\s?[\uac00-\ud7a3]{2,4}\s?기자"
)
LAST_BRACKET = lazy(r"[（(][^（()）]{4,40}[)）]\s*$")
