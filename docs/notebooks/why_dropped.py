# %% [markdown]
# # Why was this dropped, and a rule for it
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

# %% [markdown]
# ## A rule for it
# newsclean has no rules for single sites, but you can write your own. This one says that the line
# belongs to the body, on all pages of the site.

# %%
import tempfile

folder = Path(tempfile.mkdtemp())
(folder / "meridian.example.toml").write_text("""format = 1
domain = "meridian.example"

[[element]]
text = "Our Standards:"
is = "body"
""")
rules = newsclean.read_rules(folder)
url = "https://www.meridian.example/business/calder-port-cranes-2024-05-14/"
with_rule = newsclean.explain(page, url, rules=rules)
with_rule.article.body.splitlines()[-1]

# %% [markdown]
# The report names the file and the line of the rule.

# %%
[(span.label.value, span.rule) for span in with_rule.spans if span.block == removed.block]
