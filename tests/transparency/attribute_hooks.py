"""__getattr__, __setattr__, __slots__, private and mangled names, descriptors, vars and dir."""


# %% solution
class Settings:
    def __init__(self, **values):
        self.__dict__["_values"] = values

    def __getattr__(self, name):
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"no setting {name}") from None

    def __setattr__(self, name, value):
        self._values[name] = value


class Point:
    __slots__ = ("x", "__secret")

    def __init__(self, x):
        self.x = x
        self.__secret = 7


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError("must be positive")
        setattr(instance, self.name, value)


class Order:
    amount = Positive()

    def __init__(self, amount):
        self.amount = amount


# %% test
import unittest
from solution import Order, Point, Settings


class HookTest(unittest.TestCase):
    def test_getattr(self):
        settings = Settings(debug=True)
        self.assertIs(settings.debug, True)
        settings.port = 80
        self.assertEqual(settings.port, 80)
        with self.assertRaisesRegex(AttributeError, "no setting host"):
            settings.host

    def test_slots(self):
        with self.assertRaises(AttributeError):
            Point(1).y = 2
        self.assertEqual(Point(1)._Point__secret, 7)
        self.assertFalse(hasattr(Point(1), "__secret"))
        self.assertFalse(hasattr(Point(1), "__dict__"))

    def test_descriptor(self):
        order = Order(5)
        with self.assertRaises(ValueError):
            order.amount = 0
        self.assertEqual(order.amount, 5)
        self.assertEqual(vars(order), {"_amount": 5})
        self.assertIn("amount", dir(order))


# %% wrong
Positive.__set__ = lambda self, instance, value: setattr(instance, self.name, value)
# %% wrong
del Point.__slots__


class Point:
    def __init__(self, x):
        self.x = x
        self._Point__secret = 7
