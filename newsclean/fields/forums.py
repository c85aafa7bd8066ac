"""What Chinese forums, and platforms with accounts, print beside a post."""

from __future__ import annotations

from newsclean.text.patterns import lazy

# A pattern for what marks the post, or the person, that began a thread.
FIRST_POST = "(?:楼主|樓主|LZ|主题帖|1楼|1樓|1F|1#|#1)"
# The address of the page of an account, which may be an outlet's.
ACCOUNT_PAGE = lazy(r"/(?:users?|u|media|members?|space|people)/|space-uid")
# The same, and what only forums have, whose members are no outlets.
MEMBER_PAGE = lazy(rf"{ACCOUNT_PAGE.pattern}|/profile/|space-u|\buid=|mod=space|profile\.")
# Words of the line of a post. News pages print 发布于, too.
POST_LINE = lazy("发表于|發表於|发帖|發帖|发贴|楼主|樓主")
