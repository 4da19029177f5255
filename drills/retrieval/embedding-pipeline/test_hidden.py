"""Hidden tests for the embedding pipeline."""

import math

import numpy as np
from solution import EmbeddingPipeline, SimilarityResult

from drillkit.testing import (
    check,
    close,
    contract,
    correctness,
    each,
    edge,
    equal,
    flat_growth,
    memory,
    number,
    numerics,
    peak_memory,
    raises,
    stretch,
    vectorised,
)

VECTORS = {
    "east": [2.0, 0.0],
    "north": [0.0, 3.0],
    "west": [-1.0, 0.0],
    "northeast": [30.0, 40.0],
    "east by north": [0.4, 0.3],
    "nowhere": [0.0, 0.0],
}


class Embedder:
    """An `embed` that looks vectors up and keeps a list of what it was asked for."""

    def __init__(self, vectors):
        self.vectors = {text: np.asarray(vector) for text, vector in vectors.items()}
        self.asked = []

    def __call__(self, text):
        check(type(text) is str, f"embed is called with {type(text).__name__}, expected a string", returned=text)
        self.asked.append(text)
        return self.vectors[text]


def indexed(vectors, texts):
    """A pipeline over these texts, and what it embeds with."""
    embedder = Embedder(vectors)
    pipeline = EmbeddingPipeline(lambda text: embedder(text))
    pipeline.index(texts)
    return pipeline, embedder


def cosine(a, b):
    a, b = np.asarray(a).tolist(), np.asarray(b).tolist()
    length = math.hypot(*a) * math.hypot(*b)
    return math.fsum(p * q for p, q in zip(a, b, strict=True)) / length if length else 0.0


def listed(results, query):
    """The results for one query as pairs of text and score, once they are a list of records for that query."""
    check(type(results) in (list, tuple), f"expected a list of SimilarityResult, got {type(results).__name__}", returned=results)
    pairs = []
    for result in results:
        check(isinstance(result, SimilarityResult), f"expected SimilarityResult, got {type(result).__name__}", returned=results)
        equal(result.query, query, what="query")
        check(type(result.text) is str, f"text is {type(result.text).__name__}, expected a string", returned=results)
        pairs.append((result.text, number(result.score, what="score")))
    return pairs


def judge(results, query, texts, k, vectors):
    """The k best of `texts`, best first, each as often as it is indexed; equal scores in any order."""
    pairs = listed(results, query)
    truth = sorted((cosine(vectors[query], vectors[text]) for text in texts), reverse=True)[:k]
    check(len(pairs) == len(truth), f"expected {len(truth)} results, got {len(pairs)}", returned=results)
    for text, score in pairs:
        check(text in texts, f"{text!r} is not indexed", returned=results)
        close(score, cosine(vectors[query], vectors[text]), what=f"the score of {text!r} for {query!r}")
        many = sum(other == text for other, _ in pairs)
        check(many <= texts.count(text), f"{text!r} is returned {many} times", returned=results)
    close([cosine(vectors[query], vectors[text]) for text, _ in pairs], truth, what=f"the cosines of the texts for {query!r}, best first")


def judge_batch(batch, queries, texts, k, vectors):
    check(type(batch) in (list, tuple), f"expected a list of lists, got {type(batch).__name__}", returned=batch)
    check(len(batch) == len(queries), f"expected one list for each of {len(queries)} queries, got {len(batch)}", returned=batch)
    for results, query in zip(batch, queries, strict=True):
        judge(results, query, texts, k, vectors)


def random_vectors(count, d, seed):
    rng = np.random.default_rng(seed)
    return {f"text {i}": rng.normal(size=d) * rng.uniform(0.1, 10.0) for i in range(count)}


@correctness
def test_by_hand():
    """Texts and cosines of a small corpus, best first"""
    pipeline, _ = indexed(VECTORS, ["north", "west", "northeast", "east by north", "nowhere"])
    pairs = listed(pipeline.search("east", k=5), "east")
    equal([text for text, _ in pairs][:2], ["east by north", "northeast"], what="the first two texts")
    equal(sorted(text for text, _ in pairs[2:4]), ["north", "nowhere"], what="the third and fourth text, sorted")
    equal(pairs[4][0], "west", what="the last text")
    close([score for _, score in pairs], [0.8, 0.6, 0.0, 0.0, -1.0], what="the scores")


@contract
def test_results_are_records():
    """Each result is a SimilarityResult that holds the query and the text"""
    pipeline, _ = indexed(VECTORS, ["north", "east"])
    pairs = listed(pipeline.search("northeast", k=1), "northeast")
    equal([text for text, _ in pairs], ["north"], what="the texts")
    batch = pipeline.batch_search(["west"], k=2)
    check(type(batch) in (list, tuple) and len(batch) == 1, "expected a list with one list of results", returned=batch)
    equal([text for text, _ in listed(batch[0], "west")], ["north", "east"], what="the texts of batch_search")


@contract
def test_score_is_a_number():
    """score is a single number, not an array with one entry"""
    pipeline, _ = indexed(VECTORS, ["east", "north"])
    results = pipeline.search("east", k=1)
    check(type(results) in (list, tuple) and len(results) == 1, "expected a list with one result", returned=results)
    close(number(results[0].score, what="score"), 1.0, what="score")
    batch = pipeline.batch_search(["north"], k=1)
    check(type(batch) in (list, tuple) and len(batch) == 1 and type(batch[0]) in (list, tuple) and len(batch[0]) == 1, "expected a list with one list with one result", returned=batch)
    close(number(batch[0][0].score, what="score in batch_search"), 1.0, what="score in batch_search")


@correctness
def test_length_does_not_matter():
    """A long embedding does not win by its length, neither the text's nor the query's counts"""
    vectors = {"long": [500.0, 1200.0], "short": [0.03, 0.04], "query": [7.0, 0.0]}
    pipeline, _ = indexed(vectors, ["long", "short"])
    judge(pipeline.search("query"), "query", ["long", "short"], 5, vectors)
    judge_batch(pipeline.batch_search(["query"]), ["query"], ["long", "short"], 3, vectors)


@correctness
@each(("n", "d", "k"), [(1, 1, 1), (2, 5, 2), (30, 4, 7), (20, 12, 19)])
def test_random_corpus(n, d, k):
    """{k} of {n} texts, d = {d}"""
    vectors = random_vectors(n + 3, d, seed=n)
    texts, queries = list(vectors)[:n], list(vectors)[n:]
    pipeline, _ = indexed(vectors, texts)
    judge(pipeline.search(queries[0], k=k), queries[0], texts, k, vectors)
    judge(pipeline.search(texts[-1], k), texts[-1], texts, k, vectors)
    judge_batch(pipeline.batch_search(queries, k=k), queries, texts, k, vectors)


@correctness
@each("k", [1, 300])
def test_many_results_are_sorted(k):
    """{k} of 600 texts come best first, in search and in batch_search"""
    embedded = np.random.default_rng(12).normal(size=(600, 2))
    pipeline = EmbeddingPipeline(lambda text: embedded[int(text)])
    pipeline.index([str(i) for i in range(600)])
    directions = embedded / np.hypot(embedded[:, 0], embedded[:, 1])[:, None]
    truth = directions @ directions[431]
    batch = pipeline.batch_search(["431"], k=k)
    check(type(batch) in (list, tuple) and len(batch) == 1, "expected a list with one list of results", returned=batch)
    for results in (pipeline.search("431", k=k), batch[0]):
        pairs = listed(results, "431")
        check(len(pairs) == k, f"expected {k} results, got {len(pairs)}")
        check(all(text.isdecimal() and int(text) < 600 for text, _ in pairs), "a text is not indexed", returned=results)
        close([truth[int(text)] for text, _ in pairs], np.sort(truth)[::-1][:k], what="the cosines of the texts, best first")
        close([score for _, score in pairs], np.sort(truth)[::-1][:k], what="the scores")


@contract
def test_five_and_three_by_default():
    """Without k, search gives five results and batch_search three for each query"""
    vectors = random_vectors(12, 4, seed=5)
    texts = list(vectors)
    pipeline, _ = indexed(vectors, texts)
    judge(pipeline.search("text 3"), "text 3", texts, 5, vectors)
    judge_batch(pipeline.batch_search(["text 7", "text 0"]), ["text 7", "text 0"], texts, 3, vectors)


@edge
@each(("n", "k"), [(1, 2), (3, 3), (3, 4), (4, 100)])
def test_k_above_the_corpus(n, k):
    """k = {k} with {n} texts gives all of them, best first"""
    vectors = random_vectors(n + 1, 3, seed=20 + n)
    texts, query = list(vectors)[:n], f"text {n}"
    pipeline, _ = indexed(vectors, texts)
    judge(pipeline.search(query, k=k), query, texts, k, vectors)
    judge_batch(pipeline.batch_search([query, query], k=k), [query, query], texts, k, vectors)


@edge
def test_repeated_texts():
    """A text that is indexed twice is two results"""
    texts = ["north", "east", "north", "northeast", "east", "north"]
    pipeline, _ = indexed(VECTORS, texts)
    judge(pipeline.search("north", k=6), "north", texts, 6, VECTORS)
    judge_batch(pipeline.batch_search(["east"], k=2), ["east"], texts, 2, VECTORS)


@edge
def test_zero_embeddings():
    """An embedding of zeros scores 0, as text and as query"""
    texts = ["west", "nowhere", "northeast", "nowhere"]
    pipeline, _ = indexed(VECTORS, texts)
    judge(pipeline.search("east", k=4), "east", texts, 4, VECTORS)
    judge(pipeline.search("nowhere", k=3), "nowhere", texts, 3, VECTORS)
    judge_batch(pipeline.batch_search(["nowhere", "east"], k=4), ["nowhere", "east"], texts, 4, VECTORS)


@numerics
@each("factor", [1e-6, 1e6], ids=str)
def test_short_and_long_embeddings(factor):
    """Embeddings of length {factor} keep their cosines"""
    vectors = {"query": [0.6, 0.0, 0.8], "a": [1.0, 2.0, 2.0], "b": [-2.0, 6.0, 3.0], "c": [2.0, -3.0, 6.0]}
    for text in ("a", "c"):
        vectors[text] = np.array(vectors[text]) * factor / np.linalg.norm(vectors[text])
    pipeline, _ = indexed(vectors, ["a", "b", "c"])
    judge(pipeline.search("query"), "query", ["a", "b", "c"], 5, vectors)
    judge(pipeline.search("a"), "a", ["a", "b", "c"], 5, vectors)
    judge_batch(pipeline.batch_search(["query", "c"]), ["query", "c"], ["a", "b", "c"], 3, vectors)


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_integer_embeddings(dtype):
    """embed may return {dtype}: products do not wrap around"""
    low, high = (0, 255) if dtype == "uint8" else (-128, 127)
    rng = np.random.default_rng(7)
    vectors = {f"text {i}": rng.integers(low, high, size=6, endpoint=True).astype(dtype) for i in range(9)}
    texts = list(vectors)[:8]
    pipeline, _ = indexed(vectors, texts)
    judge(pipeline.search("text 8", k=8), "text 8", texts, 8, vectors)
    judge_batch(pipeline.batch_search(["text 0", "text 8"], k=8), ["text 0", "text 8"], texts, 8, vectors)


@numerics
def test_integers_and_floats_mixed():
    """Some embeddings are integers and some are floats: none is cut to whole numbers"""
    vectors = {"whole": np.array([1, 0], dtype=np.int8), "large": np.array([300, 400]), "half": np.array([0.6, -0.8]), "query": np.array([2, 1])}
    pipeline, _ = indexed(vectors, ["whole", "large", "half"])
    judge(pipeline.search("query"), "query", ["whole", "large", "half"], 5, vectors)
    judge_batch(pipeline.batch_search(["query", "half"]), ["query", "half"], ["whole", "large", "half"], 3, vectors)


@correctness
def test_index_again_replaces():
    """A second call of index replaces the texts of the first"""
    vectors = random_vectors(11, 3, seed=8)
    pipeline, _ = indexed(vectors, [f"text {i}" for i in range(6)])
    for texts in (["text 6", "text 7", "text 8"], [f"text {i}" for i in range(10)], ["text 9"]):
        pipeline.index(texts)
        judge(pipeline.search("text 10", k=20), "text 10", texts, 20, vectors)
        judge_batch(pipeline.batch_search(["text 1", "text 10"], k=20), ["text 1", "text 10"], texts, 20, vectors)
    pipeline.index([])
    equal(len(listed(pipeline.search("text 10"), "text 10")), 0, what="the number of results after index([])")


@contract
def test_two_pipelines():
    """Two pipelines do not share their texts"""
    first, _ = indexed(VECTORS, ["north", "east"])
    second, _ = indexed(VECTORS, ["west"])
    judge(first.search("northeast"), "northeast", ["north", "east"], 5, VECTORS)
    judge(second.search("northeast"), "northeast", ["west"], 5, VECTORS)


@contract
def test_index_embeds_each_text_once():
    """embed is called for each text while it is indexed, repeated ones included, and not before"""
    embedder = Embedder(VECTORS)
    pipeline = EmbeddingPipeline(lambda text: embedder(text))
    equal(len(embedder.asked), 0, what="the number of calls of embed before index")
    pipeline.index(["north", "east", "north", "west"])
    equal(sorted(embedder.asked), ["east", "north", "north", "west"], what="the texts that index embeds, sorted")
    embedder.asked.clear()
    pipeline.index(["east", "west"])
    equal(sorted(embedder.asked), ["east", "west"], what="the texts that the second index embeds, sorted")


@contract
def test_search_embeds_the_query_once():
    """search embeds the query, each time it is given, and no text"""
    pipeline, embedder = indexed(VECTORS, ["north", "east", "west"])
    for _ in range(2):
        embedder.asked.clear()
        listed(pipeline.search("northeast", k=2), "northeast")
        equal(embedder.asked, ["northeast"], what="what search embeds")
    embedder.asked.clear()
    listed(pipeline.search("east", k=2), "east")
    equal(embedder.asked, ["east"], what="what search embeds for a query that is also a text")


@contract
def test_batch_embeds_each_query_once():
    """batch_search embeds each query, repeated ones included, and no text"""
    pipeline, embedder = indexed(VECTORS, ["north", "east", "west"])
    embedder.asked.clear()
    queries = ["west", "northeast", "west", "nowhere"]
    judge_batch(pipeline.batch_search(queries), queries, ["north", "east", "west"], 3, VECTORS)
    equal(sorted(embedder.asked), sorted(queries), what="what batch_search embeds, sorted")


@correctness
def test_batch_results_belong_to_their_queries():
    """batch_search gives a list for each query, in the order of the queries"""
    texts, queries = ["west", "north", "east"], ["north", "east", "west", "east"]
    pipeline, _ = indexed(VECTORS, texts)
    batch = pipeline.batch_search(queries, k=1)
    judge_batch(batch, queries, texts, 1, VECTORS)
    equal([listed(results, query)[0][0] for results, query in zip(batch, queries, strict=True)], queries, what="the best text for each query")


@correctness
def test_batch_equals_search():
    """batch_search finds what search finds for each query"""
    vectors = random_vectors(25, 6, seed=9)
    texts, queries = list(vectors)[:20], list(vectors)[18:]
    pipeline, _ = indexed(vectors, texts)
    batch = pipeline.batch_search(queries, k=4)
    judge_batch(batch, queries, texts, 4, vectors)
    for results, query in zip(batch, queries, strict=True):
        alone, together = listed(pipeline.search(query, k=4), query), listed(results, query)
        equal([text for text, _ in together], [text for text, _ in alone], what=f"the texts for {query!r}")
        close([score for _, score in together], [score for _, score in alone], what=f"the scores for {query!r}")


@edge
def test_batch_of_one_and_of_none():
    """One query gives a list with one list, no queries give an empty list"""
    pipeline, _ = indexed(VECTORS, ["north", "east"])
    judge_batch(pipeline.batch_search(["west"], k=2), ["west"], ["north", "east"], 2, VECTORS)
    judge_batch(pipeline.batch_search([], k=2), [], ["north", "east"], 2, VECTORS)


@contract
def test_search_before_index():
    """search and batch_search before index raise RuntimeError"""
    pipeline = EmbeddingPipeline(lambda text: np.array(VECTORS[text]))
    with raises(RuntimeError):
        pipeline.search("north")
    with raises(RuntimeError):
        pipeline.batch_search(["north", "east"])
    with raises(RuntimeError):
        pipeline.batch_search([])
    pipeline.index(["east"])
    judge(pipeline.search("north"), "north", ["east"], 5, VECTORS)


@edge
def test_empty_index():
    """After index([]) there are no results, and no error"""
    pipeline, _ = indexed(VECTORS, [])
    equal(len(listed(pipeline.search("north"), "north")), 0, what="the number of results of search")
    judge_batch(pipeline.batch_search(["north", "east"]), ["north", "east"], [], 3, VECTORS)


@contract
@each("k", [0, -1])
def test_refuses_k_below_one(k):
    """k = {k} raises ValueError in search and in batch_search, after index([]) too"""
    for texts in (["north", "east", "west"], []):
        pipeline, _ = indexed(VECTORS, texts)
        with raises(ValueError):
            pipeline.search("north", k=k)
        with raises(ValueError):
            pipeline.batch_search(["north", "east"], k=k)


@memory
def test_one_matrix_product():
    """batch_search has the scores of all queries and texts in one matrix, as one product gives them"""
    n = 160
    embedded = np.random.default_rng(10).normal(size=(n, 2))
    pipeline = EmbeddingPipeline(lambda text: embedded[int(text)])
    names = [str(i) for i in range(n)]
    pipeline.index(names)
    used = peak_memory(lambda: pipeline.batch_search(names, k=1))
    check(
        used > 0.95 * 8 * n * n,
        f"{used:,} bytes at the peak for {n} queries and {n} texts: the {n} × {n} scores of one matrix product take {8 * n * n:,}",
    )


@stretch
@vectorised
def test_no_loop_over_texts():
    """The interpreter's work in a search does not grow with the number of texts"""
    rng = np.random.default_rng(11)
    pipelines = {}
    for n in (10, 510):
        embedded = rng.normal(size=(n, 3))
        pipelines[n] = EmbeddingPipeline(lambda text, embedded=embedded: embedded[int(text)])
        pipelines[n].index([str(i) for i in range(n)])
    flat_growth(lambda n: pipelines[n].batch_search(["1", "2"], k=3), sizes=(10, 510), what="texts")
