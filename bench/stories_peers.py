"""Stories: what others do, for the same run as ours. Each takes texts and a score and returns a label for each text.

Both choose the threshold that scores best on the answer, which is more than anyone has in practice; needs scikit-learn.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

Score = Callable[[Sequence[int]], float]


def average_link(texts: Sequence[str], score: Score) -> list[int]:
    """TF-IDF of words, average-link clustering."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    near = (vectors @ vectors.T).toarray()
    tree = linkage(np.maximum(0.0, 1 - near[np.triu_indices(len(texts), 1)]), "average")
    return max((fcluster(tree, cut, "distance").tolist() for cut in np.arange(0.5, 0.98, 0.03)), key=score)


def taranis(texts: Sequence[str], score: Score) -> list[int]:
    """The recipe of Taranis AI's story clustering bot (its default model `louvain`, first clustering, as of 2026).

    As there: a graph of keywords joined where texts have both, without edges under a Jaccard of .05; Louvain
    communities of it (resolution 1); each text goes to the community nearest by TF-IDF, where a community's keyword
    weighs the mean over its edges of the larger conditional probability; in a community the first text left begins a
    story and takes each other whose first five sentences each find one near among its own, on average.

    Not as there: keywords are all words but the most common, capitals weighing as its names do, in place of what its
    tagger finds; texts of under five keywords are kept (most headlines have fewer); sentences are compared by TF-IDF of
    letters in place of a multilingual sentence encoder, which needs trained weights: languages meet in spellings
    only, and its threshold of .5 means nothing, so the best is taken. A text no community is near to is its own story.
    """
    return max((labels for share in (20, 50) for labels in _louvain(texts, share)), key=score)


def _louvain(texts: Sequence[str], share: int) -> Iterator[list[int]]:
    """Yield labels for one threshold after another; words in more than one text of `share` are no keywords."""
    import networkx
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    keywords = _keywords(texts, share)
    having = Counter(word for found in keywords for word in found)
    rarity = {word: math.log2(len(texts) / (n + 1)) for word, n in having.items()}
    pairs = Counter(pair for found in keywords for pair in combinations(sorted(found), 2))
    graph = networkx.Graph()
    for (one, other), n in sorted(pairs.items()):
        if n / (having[one] + having[other] - n) >= 0.05:
            graph.add_edge(one, other, weight=n)
    communities = networkx.community.louvain_communities(graph, seed=42)
    place = {word: n for n, word in enumerate(sorted(having))}

    weights: list[dict[str, float]] = []
    for community in communities:
        inside = graph.subgraph(community)
        weights.append({})
        for word in sorted(community):
            parts = [n["weight"] / min(having[word], having[other]) for other, n in inside[word].items()]
            if parts:
                weights[-1][word] = sum(parts) / len(parts) * rarity[word]

    def matrix(rows: Sequence[dict[str, float]]) -> csr_matrix:
        entries = [(n, place[word], weight) for n, row in enumerate(rows) for word, weight in row.items()]
        down, across, values = zip(*entries, strict=True)
        return normalize(csr_matrix((values, (down, across)), shape=(len(rows), len(place))))

    told = [{word: n * rarity[word] for word, n in found.items() if word in graph} for found in keywords]
    groups: dict[int, list[int]] = defaultdict(list)
    near = matrix(told) @ matrix(weights).T
    for n in range(len(texts)):
        row = near[n].toarray()[0]
        groups[int(row.argmax()) if row.max() > 0 else -1 - n].append(n)
    alike = _sentences_alike(texts, list(groups.values()))
    yield from (_taken(groups.values(), alike, least) for least in np.arange(0.1, 0.71, 0.05))


def _keywords(texts: Sequence[str], share: int) -> list[dict[str, float]]:
    """Words of three letters or more in no more than one text of `share`, and how much each weighs before rarity."""
    found: list[dict[str, float]] = []
    for text in texts:
        weights: dict[str, float] = {}
        for word in re.findall(r"[^\W_]{3,}", text)[:200]:
            start = 1.0 if word[0].islower() else 3.0
            weights[word.lower()] = max(start, weights.get(word.lower(), 0.0)) + 1
        found.append(weights)
    having = Counter(word for weights in found for word in weights)
    return [{w: n for w, n in weights.items() if having[w] <= max(2, len(texts) / share)} for weights in found]


def _sentences_alike(texts: Sequence[str], groups: Sequence[Sequence[int]]) -> list[np.ndarray]:
    """For each group, how near to any sentence of the other (column) those of one text (row) are on average."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    cut = [[s for s in re.split(r"[.\n]", text) if s.strip()][:5] or [text] for text in texts]
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True)
    letters.fit(s for sentences in cut for s in sentences)
    found = []
    for group in groups:
        sizes = [len(cut[n]) for n in group]
        starts = np.cumsum([0, *sizes[:-1]])
        vectors = letters.transform(s for n in group for s in cut[n])
        nearest = np.maximum.reduceat((vectors @ vectors.T).toarray(), starts, axis=1)
        found.append(np.add.reduceat(nearest, starts, axis=0) / np.array(sizes)[:, None])
    return found


def _taken(groups: Iterable[Sequence[int]], alike: Sequence[np.ndarray], least: float) -> list[int]:
    label: dict[int, int] = {}
    for group, near in zip(groups, alike, strict=True):
        for place, first in enumerate(group):
            if first not in label:
                label[first] = first
                fellows = [n for n, value in zip(group, near[place], strict=True) if value >= least and n not in label]
                label |= dict.fromkeys(fellows, first)
    return [label[n] for n in range(len(label))]
