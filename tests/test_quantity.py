"""Typed numbers are judged with tolerance and units; key words are found, whatever their form."""

from __future__ import annotations

import pytest

from drillkit.card import Number
from drillkit.quantity import judge
from drillkit.words import key_words, occurring, said_in


@pytest.mark.parametrize(
    ("value", "tolerance", "unit", "typed"),
    [
        (0.8, 0.005, "", "0.8"),
        (0.8, 0.005, "", " .8 "),
        (0.8, 0.005, "", "0.804"),
        (0.8, 0.005, "", "4/5"),
        (0.8, 0.005, "", "80%"),
        (0.8, 0.005, "", "80 percent"),
        (0.8, 0.005, "", "0,8"),
        (0.8, 0.005, "", "8e-1"),
        (0.8, 0.005, "", "precision = 0.8"),
        (0.8, 0.005, "", "≈ 0.8"),
        (-6, 0.001, "", "−6"),
        (80, 0.5, "%", "80"),
        (80, 0.5, "%", "80 %"),
        (286, 0.0, "", "286"),
        (128000128, 0.5, "", "128,000,128"),
        (128000128, 0.5, "", "128 000 128"),
        (128000128, 0.5, "", "128_000_128"),
        (1792, 0.5, "", "1,792"),
        (0.278, 0.005, "bits", "0.278"),
        (0.278, 0.005, "bits", "0.278 bit"),
        (0.278, 0.005, "bits", "0.1927 nats"),
        (50, 1, "ms", "0.05 s"),
        (2, 0.1, "GB", "2000 MB"),
    ],
)
def test_right_number(value, tolerance, unit, typed):
    """A value within the tolerance is right, however it is written."""
    found = judge(Number(label="n", value=value, tolerance=tolerance, unit=unit), typed)
    assert (found.right, found.remark) == (True, "")


@pytest.mark.parametrize(
    ("value", "unit", "typed", "remark"),
    [
        (0.8, "", "0.81", "it is not within the tolerance"),
        (0.8, "", "", "nothing was typed"),
        (0.8, "", "about a lot", "this is not a number"),
        (0.8, "", "nan", "this is not a number"),
        (0.8, "", "1/0", "this divides by zero"),
        (0.8, "", "-0.8", "the sign is wrong"),
        (0.8, "", "80", "it is off by a factor of 100: mind percent and shares"),
        (0.8, "", "0.8 ms", "the answer is a plain number, not in ms"),
        (0.8, "bits", "0.8 ms", "the answer is in bits, not in ms"),
        (0.8, "bits", "0.8 nats", "it is not within the tolerance"),
    ],
)
def test_wrong_number(value, unit, typed, remark):
    """A wrong number is told why it is wrong."""
    found = judge(Number(label="n", value=value, tolerance=0.005, unit=unit), typed)
    assert (found.right, found.remark) == (False, remark)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("normalize", "normalization"),
        ("regularized", "regularization"),
        ("predicting", "predictions"),
        ("query", "queries"),
        ("overfitting", "overfits"),
        ("three classes", "3 class"),
        ("Optimal", "optimally"),
    ],
)
def test_forms_of_a_word_are_one(one, other):
    """Forms of one word have one stem, and small number words are numbers."""
    assert key_words(one) == key_words(other)


def test_words_without_meaning_do_not_count():
    """Only words that carry meaning and numbers are key words."""
    assert key_words("It is not that which there was, 0.25 and 1,000") == {"0.25", "1000"}


def test_share_of_words():
    """The share counts key words of the point; close together means within some sentences in a row."""
    assert occurring("gradient descent converges", "Descent!") == pytest.approx(1 / 3)
    text = "Gradient first. Two here. Three here. Four here. Descent converges."
    assert said_in("gradient descent converges", text) == pytest.approx(2 / 3)
    assert occurring("gradient descent converges", text) == 1
