"""A class that always gives the same object, by __new__ or by a decorator."""


# %% solution
class Config:
    _made = None

    def __new__(cls):
        if cls._made is None:
            cls._made = super().__new__(cls)
        return cls._made


def singleton(cls):
    made = {}

    def get(*args):
        if cls not in made:
            made[cls] = cls(*args)
        return made[cls]

    return get


@singleton
class Logger:
    def __init__(self, name="log"):
        self.name = name


# %% test
from solution import Config, Logger


def test_new():
    assert Config() is Config()
    Config().port = 5
    assert Config().port == 5


def test_decorator():
    assert Logger("a") is Logger("b")
    assert Logger().name == "a"


# %% wrong
class Config:
    pass
