"""Test classes of pytest with setup_method, class fixtures, and one method name in two classes."""


# %% solution
class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)


# %% test
import pytest
from solution import Stack


@pytest.fixture(scope="module")
def shared():
    return Stack()


class TestEmpty:
    def setup_method(self):
        self.stack = Stack()

    def test_size(self):
        """An empty stack has no items."""
        assert len(self.stack) == 0


class TestFull:
    @pytest.fixture(autouse=True)
    def filled(self, shared):
        shared.push(1)
        shared.push(2)
        self.stack = shared

    def test_size(self):
        assert len(self.stack) == 2

    @pytest.mark.parametrize("count", [1, 2])
    def test_pop(self, count):
        for _ in range(count):
            self.stack.pop()
        assert len(self.stack) == 2 - count


# %% wrong
Stack.pop = lambda self: self.items[-1]
