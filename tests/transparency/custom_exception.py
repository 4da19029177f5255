"""A solution's exception class is imported by the test and raised with its message."""


# %% solution
class StackEmpty(Exception):
    """Raised when nothing is left."""


class Stack:
    def __init__(self):
        self._items = []

    def push(self, item):
        self._items.append(item)

    def pop(self):
        if not self._items:
            raise StackEmpty("the stack is empty")
        return self._items.pop()


# %% test
import unittest
from solution import Stack, StackEmpty


class StackTest(unittest.TestCase):
    def test_pop(self):
        stack = Stack()
        stack.push(1)
        stack.push(2)
        self.assertEqual([stack.pop(), stack.pop()], [2, 1])

    def test_empty(self):
        with self.assertRaises(StackEmpty) as err:
            Stack().pop()
        self.assertEqual(type(err.exception), StackEmpty)
        self.assertEqual(err.exception.args[0], "the stack is empty")
        self.assertTrue(issubclass(StackEmpty, Exception))

    def test_message(self):
        self.assertRaisesRegex(StackEmpty, "is empty$", Stack().pop)


# %% wrong
class Other(Exception):
    pass


def _pop(self):
    if not self._items:
        raise Other("the stack is empty")
    return self._items.pop()


Stack.pop = _pop
