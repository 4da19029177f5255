"""Dataclasses the stub does not have: fields, defaults, equality, repr, order, replace."""

# %% solution
from dataclasses import dataclass, field


@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list)

    def total(self, n):
        return self.price * n


def cheapest(items):
    return min(items, key=lambda item: item.price)


# %% test
import dataclasses
import pytest
from solution import Item, cheapest


def test_equality():
    assert Item("a", 1.0) == Item("a", 1.0)
    assert Item("a", 1.0) != Item("a", 2.0)
    assert Item("a") < Item("b")


def test_repr():
    assert repr(Item("a", 1.5)) == "Item(name='a', price=1.5, tags=[])"


def test_fields():
    item = Item("a", price=2.0)
    assert item.total(3) == 6.0
    assert item.tags == []
    item.price = 4.0
    assert item.price == 4.0
    assert dataclasses.is_dataclass(item) and dataclasses.is_dataclass(Item)
    assert [f.name for f in dataclasses.fields(Item)] == ["name", "price", "tags"]
    assert dataclasses.asdict(item) == {"name": "a", "price": 4.0, "tags": []}
    assert dataclasses.replace(item, name="z") == Item("z", 4.0)


def test_passed_back():
    a, b = Item("a", 2.0), Item("b", 1.0)
    assert cheapest([a, b]) is b


def test_unhashable():
    with pytest.raises(TypeError):
        hash(Item("a"))


# %% wrong
Item.__eq__ = lambda self, other: self.name == other.name
