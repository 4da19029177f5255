"""Strings and numbers of subclasses that are equal to everything."""
# expect: failed
# outcomes: failed


class Text(str):
    def __eq__(self, other):
        return True

    def __str__(self):
        return self

    __hash__ = str.__hash__


class Whole(int):
    def __eq__(self, other):
        return True

    def __add__(self, other):
        return self

    __hash__ = int.__hash__


def attack(*args, **kwargs):
    return [Text("a"), Whole(3)]
