"""Counter, OrderedDict, defaultdict and deque come back as what they are."""

# %% solution
from collections import Counter, OrderedDict, defaultdict, deque


def count(words):
    return Counter(words)


def ordered(pairs):
    return OrderedDict(pairs)


def group(words):
    out = defaultdict(list)
    for word in words:
        out[word[0]].append(word)
    return out


def last(items, n):
    return deque(items, maxlen=n)


# %% test
from collections import Counter, OrderedDict, defaultdict, deque
from solution import count, group, last, ordered


def test_counter():
    got = count("abca")
    assert got == Counter("abca") == {"a": 2, "b": 1, "c": 1}
    assert got.most_common(1) == [("a", 2)]
    assert isinstance(got, Counter)
    assert got["zzz"] == 0


def test_ordered():
    assert ordered([("b", 1), ("a", 2)]) == OrderedDict([("b", 1), ("a", 2)])
    assert ordered([("b", 1), ("a", 2)]) != OrderedDict([("a", 2), ("b", 1)])


def test_default():
    got = group(["ab", "ac", "b"])
    assert got == {"a": ["ab", "ac"], "b": ["b"]}
    assert isinstance(got, defaultdict)


def test_deque():
    got = last([1, 2, 3], 2)
    assert got == deque([2, 3])
    assert got.maxlen == 2
    assert last(deque([1, 2]), 1) == deque([2])


# %% wrong
def ordered(pairs):
    return OrderedDict(sorted(pairs))


# %% wrong
def last(items, n):
    return list(items)[-n:]
