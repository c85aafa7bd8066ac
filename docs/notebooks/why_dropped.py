# %% [markdown]
# # Why was this dropped?
# A line of the page is not in the body. The report says which rule or score decided.

# %%
from collections import Counter
from pathlib import Path

import newsclean

ROOT = next(path for path in [Path.cwd(), *Path.cwd().parents] if (path / "fixtures").is_dir())
page = (ROOT / "fixtures" / "english-agency-edits" / "page.html").read_bytes()
report = newsclean.explain(page)
print("Our Standards" in report.article.body)

# %% [markdown]
# Every visible character of the page is in exactly one span, so a search always finds it.

# %%
[removed] = [removed for removed in report.removed if "Our Standards" in removed.text]
removed.label.value, removed.rule, removed.text

# %% [markdown]
# The rule `score` is the learned probability that the block is body. The span has it.

# %%
[round(span.score, 2) for span in report.spans if span.block == removed.block]

# %% [markdown]
# A rule with two slashes is an entry of the lexicon: group, language, text.

# %%
[(removed.rule, removed.text[:30]) for removed in report.removed if removed.rule.count("/") == 2][
    :5
]

# %% [markdown]
# How much of the page is what?

# %%
characters = Counter()
for span in report.spans:
    characters[span.label.value] += span.end - span.start
characters.most_common()
