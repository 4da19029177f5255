"""Class attributes are read and set through the class, shared by instances, and shadowed by them."""


# %% solution
class Robot:
    count = 0
    names = ("a", "b")

    def __init__(self):
        type(self).count += 1
        self.serial = Robot.count


# %% test
from solution import Robot


def test_counter():
    first, second = Robot(), Robot()
    assert Robot.count == 2
    assert (first.serial, second.serial) == (1, 2)
    assert first.count == 2


def test_fresh_for_each_test():
    assert Robot.count == 0
    Robot.count = 10
    assert Robot().serial == 11


def test_shadow():
    robot = Robot()
    robot.names = ()
    assert Robot.names == ("a", "b")
    assert robot.names == ()
    assert hasattr(robot, "serial")
    assert not hasattr(robot, "colour")
    assert getattr(robot, "colour", "grey") == "grey"


# %% wrong
def _init(self):
    self.count = self.serial = Robot.count + 1


Robot.__init__ = _init
