"""A list subclass that has another length and other items each time one looks."""
# expect: failed
# outcomes: failed error
import random


class Lying(list):
    def __len__(self):
        return random.Random().randrange(10)

    def __iter__(self):
        return iter([random.Random().random()] * random.Random().randrange(10))

    def __getitem__(self, key):
        return 0.5

    def __eq__(self, other):
        return True


def attack(*args, **kwargs):
    return Lying([1, 2, 3])
