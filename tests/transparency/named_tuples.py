"""Named tuples of both kinds: fields, unpacking, equality with tuples, _replace, _asdict, isinstance."""

# %% solution
from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")


class Employee(NamedTuple):
    name: str
    salary: float = 100.0

    def raised(self, percent):
        return self._replace(salary=self.salary * (1 + percent / 100))

    @property
    def initial(self):
        return self.name[0]


def mirror(p):
    return Point(p.y, p.x)


# %% test
import unittest
from solution import Employee, Point, mirror


class NamedTest(unittest.TestCase):
    def test_fields(self):
        p = mirror(Point(1, 2))
        self.assertEqual((p.x, p.y), (2, 1))
        self.assertEqual(p, (2, 1))
        self.assertEqual(p, Point(2, 1))
        self.assertEqual(p[0], 2)
        x, y = p
        self.assertEqual(x + y, 3)
        self.assertIsInstance(p, Point)
        self.assertIsInstance(p, tuple)
        self.assertEqual(Point._fields, ("x", "y"))
        self.assertEqual(p._asdict(), {"x": 2, "y": 1})
        self.assertEqual(p._replace(x=9), Point(9, 1))

    def test_defaults_and_methods(self):
        one = Employee("Ann")
        self.assertEqual(one.salary, 100.0)
        self.assertAlmostEqual(one.raised(10).salary, 110.0)
        self.assertEqual(one.initial, "A")
        self.assertEqual(repr(one), "Employee(name='Ann', salary=100.0)")
        with self.assertRaises(AttributeError):
            one.salary = 3

    def test_not_each_other(self):
        self.assertNotIsInstance(Employee("Ann"), Point)


# %% wrong
def mirror(p):
    return p


# %% wrong
def mirror(p):
    return (p.y, p.x)
