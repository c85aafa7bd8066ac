"""What stands where a name could and is none: outlets, desks, the words of buttons."""

from __future__ import annotations

import re

from newsclean.text.patterns import lazy

NOT_A_NAME = lazy(
    r"""
    \d | \.com | www
    | (?:^|\s)(?:
        staff|team|editorial|desk|news|press|agency|reuters|associated|correspondents?|reporters?
        |admin|redaktion|redaction|rédaction|redacción|newsroom|online|editors?|contributors?
        |media|magazine|inc|llc|group|the
    )(?:$|\s)
    | (?:网|报|社|台|组|某)$ | 新闻|日报|電視|中心|编辑部|集团|出版|公众号
    | 佚名|匿名|化名|均为|受访者|未知|不详|网友|政策|反馈
    | 关注|關注|登录|登入|注册|註冊|更多|订阅|訂閱|收藏|点赞|转发|举报|主页|认证|文章|阅读
    | デジタル|新聞|編集部|編集局|取材班|日刊|通信社|放送|テレビ|ニュース|速報
    | 関連|一覧|会員|登録|続き
    | 일보|신문|방송|통신|경제|닷컴|저널|투데이|뉴스|언론|제공|캡처
    | 구독|댓글|공유|더보기|로그인
    """,
    re.I | re.X,
)


def is_excluded(text: str) -> bool:
    """Return whether a text has a digit or a word that no person's name has.

    >>> is_excluded("River News Team"), is_excluded("河湾日报"), is_excluded("NN1234")
    (True, True, True)
    >>> is_excluded("Jane Roe"), is_excluded("林知秋")
    (False, False)
    """
    return NOT_A_NAME.search(text) is not None
