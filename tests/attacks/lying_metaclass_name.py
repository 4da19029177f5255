"""A class whose name and ancestors are read through code of its own."""
# expect: failed,not_loaded
# outcomes: failed error crashed


class Meta(type):
    @property
    def __name__(cls):
        raise ValueError("no name")

    @property
    def __mro__(cls):
        raise ValueError("no ancestors")

    @property
    def __module__(cls):
        raise ValueError("no module")


class Nameless(metaclass=Meta):
    pass


def attack(*args, **kwargs):
    return Nameless()
