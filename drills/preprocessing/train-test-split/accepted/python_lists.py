"""Plain Python: sample from a private random.Random, which refuses counts below 0 or above n; lists as parts, rounded to the nearest count."""

import random


def train_test_split(X, y, test_size=0.2, random_state=None):
    if len(X) != len(y):
        raise ValueError("different lengths")
    count = round(len(X) * test_size)
    if count in (0, len(X)):
        raise ValueError("empty part")
    test = random.Random(random_state).sample(range(len(X)), count)
    train = [i for i in range(len(X)) if i not in test]
    return [X[i].tolist() for i in train], [X[i].tolist() for i in test], [y[i].item() for i in train], [y[i].item() for i in test]
