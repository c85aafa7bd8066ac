"""Learns the weights of words and the boosted trees. Needs lightgbm, unlike the package itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import lightgbm
import numpy as np

from newsclean.label.features import NAMES, feature_table
from newsclean.label.features.scores import new_reader, read_rows
from newsclean.learned.trees import UNIT
from tools.train.pages import Sample, folds
from tools.train.words import log_odds

# The page of a site that has no other counts so much. News is the purpose; other types of pages are
# included so that training sees pages without an article. Without the set and its sites in
# training, body F1 of news-world is .927 with .7 for other types, .934 with .4, .936 with .2 or 0;
# that of articles-en, whose maker is theirs, .944 with .7, .941 with .2, .886 with 0.
FOLDER_WEIGHTS = {"articles-mixed": 2.0, "news-cjk": 1.5, "news-fields": 1.2, "other-types": 0.4}
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 63,
    "learning_rate": 0.1,
    "max_bin": 127,
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
# The trees of each forest.
ROUNDS = 100
# The lightest blocks, so many of all, hold 2 % of the weight.
LIGHTEST = 0.3
# Features whose meaning is known: the more, the likelier (1) or unlikelier (-1) the body.
DIRECTIONS = {
    **dict.fromkeys(
        (
            "log_words words ends_sentence title_words mean_word_weight own_class_weight"
            " least_class_weight greatest_class_weight template_word_weight to_comment to_related"
            " to_menu to_footer to_advert to_sign_up to_hidden to_form window_word_weight"
            " in_json_ld prose_share prose_of_most like_center in_core"
        ).split(),
        1,
    ),
    **dict.fromkeys(
        (
            "link_density template_link_density in_aside in_footer repeats window_link_density"
            " window_bad_words under_related parent_link_density grandparent_link_density"
            " notices_in_grandparent hidden"
        ).split(),
        -1,
    ),
}
# On how many sites a word of a class name, or of the text, must occur. There are more of the
# latter.
NAME_SITES, WORD_SITES = 6, 12
# The least weight, for or against the body, with which such a word is kept.
NAME_WEIGHT, WORD_WEIGHT = 0.1, 0.4
# The weights of words in the rows of a page are learned from the sites of all parts but its own.
PARTS = 4


Rows = tuple[list[int], np.ndarray]
"""The indices of a page's blocks that are scored, and the rows of their features."""


def pages_of_sites(samples: Iterable[Sample]) -> Counter[str]:
    """How many pages each site has."""
    return Counter(sample.site for sample in samples)


def word_weights(samples: Sequence[Sample]) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of the words in class names and in texts."""
    names = [(sample.site, sample.words.names) for sample in samples]
    texts = [(sample.site, sample.words.texts) for sample in samples]
    return log_odds(names, NAME_SITES, NAME_WEIGHT), log_odds(texts, WORD_SITES, WORD_WEIGHT)


def features_of(
    samples: Sequence[Sample], names: dict[str, float], words: dict[str, float]
) -> Iterator[Rows]:
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


def features_apart(samples: Sequence[Sample]) -> list[Rows]:
    """For each sample the blocks that are scored, and their rows as a page of a new site has them.

    The weights of words are learned without the sites of the sample's part: trees that see what was
    learned from the labels of the same site rely on it more than a new site allows.
    """
    part = folds([sample.site for sample in samples], PARTS)
    found: dict[int, Rows] = {}
    for k in range(PARTS):
        own = [index for index, at in enumerate(part) if at == k]
        others = [sample for sample, at in zip(samples, part, strict=True) if at != k]
        rows = features_of([samples[index] for index in own], *word_weights(others))
        found.update(zip(own, rows, strict=True))
    return [found[index] for index in range(len(samples))]


def weights_of_blocks(sample: Sample, pages_of_site: int = 1) -> np.ndarray:
    """The weight of each block: its share of the body, so that long pages do not count more.

    Nor do the pages of a site count more for being many. Optional blocks count nothing.
    """
    lengths = np.array(sample.lengths, dtype=float)
    body = lengths[sample.body].sum() if sample.lengths else 0.0
    share = np.minimum((lengths + 2) / max(body, 30.0), 0.5)
    weight = 40 * FOLDER_WEIGHTS.get(sample.folder, 1.0) / pages_of_site
    counted: np.ndarray = np.where(sample.optional, 0.0, share * weight)
    return counted


def boost(samples: Sequence[Sample]) -> list[Any]:
    """Boosted trees for the probability of body, in the format of newsclean.learned.

    They are forests that each learn in another way, and the sum of their trees is the mean of their
    log odds: one from the rows as they are, one from rows whose words have the weights of other
    sites, and one in which some features speak only for the body and others only against it.
    """
    rows = [*features_of(samples, *word_weights(samples))]
    directions = {"monotone_constraints": [DIRECTIONS.get(name, 0) for name in NAMES]}
    forests = (
        _forest(samples, rows, {}),
        _forest(samples, features_apart(samples), {}),
        _forest(samples, rows, directions),
    )
    return [_node(tree, UNIT / len(forests)) for trees in forests for tree in trees]


def _forest(
    samples: Sequence[Sample], rows: Sequence[Rows], parameters: dict[str, Any]
) -> list[dict[str, Any]]:
    """Trees from the blocks with a row of features, without optional ones and the lightest."""
    sites = pages_of_sites(samples)
    values: list[np.ndarray] = []
    truth: list[np.ndarray] = []
    weights: list[np.ndarray] = []
    for sample, (scored, own) in zip(samples, rows, strict=True):
        indices = np.array(scored, dtype=int)
        values.append(own)
        truth.append(np.array(sample.body, dtype=bool)[indices])
        weights.append(weights_of_blocks(sample, sites[sample.site])[indices])
    weight = np.concatenate(weights)
    counted = weight > np.quantile(weight[weight > 0], LIGHTEST)
    data = lightgbm.Dataset(
        np.vstack(values)[counted],
        np.concatenate(truth)[counted],
        weight=weight[counted],
        free_raw_data=True,
    )
    model = lightgbm.train(PARAMETERS | parameters, data, ROUNDS)
    return [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]


def _node(node: dict[str, Any], unit: float) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"] * unit)
    return [
        NAMES[node["split_feature"]],
        float(f"{node['threshold']:.6g}"),
        _node(node["left_child"], unit),
        _node(node["right_child"], unit),
    ]
