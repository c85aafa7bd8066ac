"""Learns the weights of words and the boosted trees. Needs lightgbm, unlike the package itself."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import lightgbm
import numpy as np

from newsclean.label.features import NAMES, feature_table
from newsclean.label.features.ancestors import CLASS_WORD
from newsclean.label.features.blocks import first_words
from newsclean.label.features.scores import new_reader, read_rows
from newsclean.learned.trees import UNIT
from tools.train.pages import Sample

# News is the purpose; other types of pages are included so that training sees pages without an
# article. The page of a site that has no other counts so much.
FOLDER_WEIGHTS = {"articles-mixed": 2.0, "news-cjk": 1.5, "news-fields": 1.2, "other-types": 0.7}
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 63,
    "learning_rate": 0.05,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbose": -1,
    # With more threads, a busy machine spends the time on waiting for the slowest.
    "num_threads": 1,
    "seed": 0,
    "deterministic": True,
    "force_row_wise": True,
}
ROUNDS = 300
# On how many sites a word of a class name, or of the text, must occur. There are more of the
# latter.
NAME_SITES, WORD_SITES = 6, 12


def is_body(sample: Sample) -> list[bool]:
    return [share >= 0.5 for share in sample.shares]


def pages_of_sites(samples: Iterable[Sample]) -> Counter[str]:
    """How many pages each site has."""
    return Counter(sample.site for sample in samples)


def log_odds(
    items: Callable[[Sample, int], Iterable[str]],
    samples: Sequence[Sample],
    sites: int,
    least: float,
) -> dict[str, float]:
    """For each item on enough sites the log odds in sites that its block is body."""
    within: dict[str, set[str]] = defaultdict(set)
    outside: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for index, (body, optional) in enumerate(
            zip(is_body(sample), sample.optional, strict=True)
        ):
            if optional:
                continue
            for item in set(items(sample, index)):
                (within if body else outside)[item].add(sample.site)
    found = {}
    for item in sorted(within.keys() | outside.keys()):
        weight = round(math.log((len(within[item]) + 1) / (len(outside[item]) + 1)), 2)
        if len(within[item] | outside[item]) >= sites and abs(weight) >= least:
            found[item] = weight
    return found


def names_of(sample: Sample, index: int) -> list[str]:
    """The words in classes and ids of the block's element and of three ancestors."""
    found: list[str] = []
    element = sample.page.blocks[index].element
    for _ in range(4):
        if element < 0:
            break
        found += [
            part
            for part in CLASS_WORD.findall(sample.page.elements[element].class_names)
            if len(part) > 1
        ]
        element = sample.page.elements[element].parent
    return found


def words_of(sample: Sample, index: int) -> list[str]:
    return first_words(sample.page.blocks[index].text)


def tables(samples: Sequence[Sample]) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of the words in class names and in texts."""
    return log_odds(names_of, samples, NAME_SITES, 0.1), log_odds(
        words_of, samples, WORD_SITES, 0.4
    )


def features_of(
    samples: Sequence[Sample], names: dict[str, float], words: dict[str, float]
) -> Iterator[tuple[list[int], np.ndarray]]:
    """For each sample the blocks that are scored, and the rows of their features."""
    reader = new_reader(words, names)
    for sample in samples:
        if reader is not None:
            scored, _, rows = read_rows(reader, sample.page, sample.signals)
            values = np.frombuffer(rows)
        else:
            signals = sample.signals._replace(class_weights=names, word_weights=words)
            table = feature_table(sample.page, signals)
            scored = [*table.scored]
            values = np.array([row for row in table.rows() if row is not None])
        yield scored, values.reshape(-1, len(NAMES)).astype(np.float32)


def weights_of_blocks(sample: Sample, pages_of_site: int = 1) -> np.ndarray:
    """The weight of each block: its share of the body, so that long pages do not count more.

    Nor do the pages of a site count more for being many. Optional blocks count nothing.
    """
    lengths = np.array(sample.lengths, dtype=float)
    body = lengths[is_body(sample)].sum() if sample.lengths else 0.0
    share = np.minimum((lengths + 2) / max(body, 30.0), 0.5)
    weight = 40 * FOLDER_WEIGHTS.get(sample.folder, 1.0) / pages_of_site
    counted: np.ndarray = np.where(sample.optional, 0.0, share * weight)
    return counted


def boost(samples: Sequence[Sample], names: dict[str, float], words: dict[str, float]) -> list[Any]:
    """Boosted trees for the probability of body, in the format of newsclean.learned.

    Blocks without a row of features are left out, and optional ones.
    """
    sites = pages_of_sites(samples)
    rows: list[np.ndarray] = []
    truth: list[np.ndarray] = []
    weights: list[np.ndarray] = []
    read = features_of(samples, names, words)
    for sample, (scored, values) in zip(samples, read, strict=True):
        indices = np.array(scored, dtype=int)
        own = weights_of_blocks(sample, sites[sample.site])[indices]
        counted = own > 0
        rows.append(values[counted])
        truth.append(np.array(is_body(sample))[indices[counted]])
        weights.append(own[counted])
    data = lightgbm.Dataset(
        np.vstack(rows),
        np.concatenate(truth),
        weight=np.concatenate(weights),
        free_raw_data=True,
    )
    model = lightgbm.train(PARAMETERS, data, ROUNDS)
    return [_node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def _node(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"] * UNIT)
    return [
        NAMES[node["split_feature"]],
        float(f"{node['threshold']:.6g}"),
        _node(node["left_child"]),
        _node(node["right_child"]),
    ]
