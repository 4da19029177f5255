"""Classes inside classes, classes returned by functions, metaclasses."""


# %% solution
class Tree:
    class Node:
        def __init__(self, value):
            self.value = value

    def __init__(self, value):
        self.root = Tree.Node(value)


def make_class(name):
    return type(name, (Tree,), {"label": name.lower()})


class Registry(type):
    known = []

    def __new__(mcls, name, bases, body):
        made = super().__new__(mcls, name, bases, body)
        mcls.known.append(name)
        return made


class Plugin(metaclass=Registry):
    pass


class Sound(Plugin):
    pass


# %% test
from solution import Plugin, Registry, Sound, Tree, make_class


def test_inner():
    assert isinstance(Tree(1).root, Tree.Node)
    assert Tree.Node(5).value == 5


def test_made():
    kind = make_class("Oak")
    assert kind.__name__ == "Oak"
    assert kind.label == "oak"
    assert issubclass(kind, Tree)
    assert isinstance(kind(3), Tree)
    assert isinstance(kind(3), kind)
    assert kind(3).root.value == 3


def test_metaclass():
    assert Registry.known == ["Plugin", "Sound"]
    assert isinstance(Sound(), Plugin)


# %% wrong
def make_class(name):
    return type(name, (), {"label": name.lower()})
