# %% [markdown]
# # A batch and its report
# All pages of one kind in `fixtures/`, what became of each, and where to look first.

# %%
from collections import Counter
from pathlib import Path

import newsclean
from newsclean.display import gallery, summary

ROOT = next(path for path in [Path.cwd(), *Path.cwd().parents] if (path / "fixtures").is_dir())
paths = sorted((ROOT / "fixtures").glob("*-local*/page.html"))
pages = (newsclean.Input(path.read_bytes(), id=path.parent.name) for path in paths)
results = list(newsclean.extract_many(pages, processes=0))
Counter(result.status.value for result in results)

# %% [markdown]
# `processes=0` extracts in this process, which is quicker for a few pages. For many, leave it out.

# %%
[(result.id, result.article.language, round(result.article.quality, 2)) for result in results]

# %% [markdown]
# The gallery begins with the articles of the lowest quality.

# %%
gallery(results[:2])

# %% [markdown]
# The summary counts what is missing, by site.

# %%
summary(results)
