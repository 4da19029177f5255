"""A class whose metaclass says that everything is an instance of everything."""
# expect: failed
# outcomes: failed


class Meta(type):
    def __instancecheck__(cls, instance):
        return True

    def __subclasscheck__(cls, other):
        return True

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Anything(metaclass=Meta):
    pass


def attack(*args, **kwargs):
    return Anything
