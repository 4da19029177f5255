"""Objects of the test with methods and attributes are used by the solution."""


# %% solution
class Checkout:
    def __init__(self, gateway, clock=None):
        self.gateway, self.clock = gateway, clock

    def pay(self, amount):
        if not self.gateway.ready:
            return None
        receipt = self.gateway.charge(amount, currency="EUR")
        self.gateway.last = amount
        return {"receipt": receipt, "at": self.clock() if self.clock else None}

    def same(self):
        return self.gateway


# %% test
import unittest
from solution import Checkout


class FakeGateway:
    def __init__(self):
        self.ready = True
        self.charged = []

    def charge(self, amount, currency):
        self.charged.append((amount, currency))
        return len(self.charged)


class CheckoutTest(unittest.TestCase):
    def setUp(self):
        self.gateway = FakeGateway()
        self.checkout = Checkout(self.gateway, clock=lambda: 12.5)

    def test_pay(self):
        self.assertEqual(self.checkout.pay(10), {"receipt": 1, "at": 12.5})
        self.checkout.pay(20)
        self.assertEqual(self.gateway.charged, [(10, "EUR"), (20, "EUR")])
        self.assertEqual(self.gateway.last, 20)

    def test_not_ready(self):
        self.gateway.ready = False
        self.assertIsNone(self.checkout.pay(10))
        self.assertEqual(self.gateway.charged, [])

    def test_same_object(self):
        self.assertIs(self.checkout.gateway, self.gateway)
        self.assertIs(self.checkout.same(), self.gateway)


# %% wrong
def _pay(self, amount):
    return {"receipt": self.gateway.charge(amount, currency="EUR"), "at": self.clock()}


Checkout.pay = _pay
