"""copy and deepcopy of the learner's objects are made by the learner's code."""

# %% solution
import copy


class Board:
    def __init__(self, rows):
        self.rows = rows
        self.copies = 0

    def set(self, row, column, value):
        self.rows[row][column] = value

    def __copy__(self):
        made = Board(list(self.rows))
        made.copies = self.copies + 1
        return made

    def clone(self):
        return copy.deepcopy(self)


# %% test
import copy
from solution import Board


def test_shallow():
    board = Board([[0]])
    other = copy.copy(board)
    assert other is not board
    assert other.copies == 1
    other.set(0, 0, 5)
    assert board.rows == [[5]]


def test_deep():
    board = Board([[0]])
    for other in (copy.deepcopy(board), board.clone(), copy.deepcopy([board])[0]):
        other.set(0, 0, 5)
        assert board.rows == [[0]]
        assert other.rows == [[5]]


# %% wrong
Board.__deepcopy__ = lambda self, memo: copy.copy(self)
