"""An object keeps its identity between calls: fit returns the very model, nodes link to each other."""


# %% solution
class Model:
    def __init__(self):
        self.weights = None

    def fit(self, x):
        self.weights = x * 2
        return self


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


def last(node):
    while node.next is not None:
        node = node.next
    return node


# %% test
import unittest
from solution import Model, Node, last


class IdentityTest(unittest.TestCase):
    def test_fit(self):
        model = Model()
        self.assertIs(model.fit(3), model)
        self.assertEqual(model.fit(3).weights, 6)

    def test_nodes(self):
        tail = Node(2)
        head = Node(1, tail)
        self.assertIs(head.next, tail)
        self.assertIs(last(head), tail)
        tail.next = extra = Node(3)
        self.assertIs(last(head), extra)
        self.assertIsNot(head, tail)
        self.assertIsNone(extra.next)


# %% wrong
def _fit(self, x):
    made = Model()
    made.weights = x * 2
    return made


Model.fit = _fit


# %% wrong
def last(node):
    while node.next is not None:
        node = node.next
    return Node(node.value)
