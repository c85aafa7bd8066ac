# %% [markdown]
# # First steps
# One page of the source tree, its article, and the reasons behind it.
# Run this notebook in a checkout.

# %%
from pathlib import Path

import newsclean

ROOT = next(path for path in [Path.cwd(), *Path.cwd().parents] if (path / "fixtures").is_dir())
page = (ROOT / "fixtures" / "city-paper-utf8" / "page.html").read_bytes()
article = newsclean.extract(page)

# %% [markdown]
# An article as the last value of a cell is a card.

# %%
article

# %% [markdown]
# Its fields are plain values: text, a `datetime`, tuples.

# %%
article.kicker, article.title, article.date, article.source, article.authors

# %%
{credit.role: credit.names for credit in article.credits}

# %% [markdown]
# The page has the article twice, once for phones; the body has it once.

# %%
article.copies, len(article.paragraphs), article.paragraphs[0].text

# %% [markdown]
# Where did a field come from, and what was left out? `explain` keeps the reasons.

# %%
report = newsclean.explain(page)
report.evidence["source"].chosen.origin, report.evidence["source"].chosen.text

# %%
[(removed.label.value, removed.text[:20]) for removed in report.removed[-5:]]
