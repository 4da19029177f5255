"""Precision, recall and F1 with averages."""

import numpy as np


def precision_recall_f1(y_true: np.ndarray, y_pred: np.ndarray, average: str = "binary", pos_label: object = 1) -> tuple[float, float, float]:
    """Precision, recall and F1; `average` is "binary" (of `pos_label` alone), "macro", "micro" or "weighted".

    A ratio with denominator 0 is 0.0.  ValueError for different shapes or another `average`.
    """
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    if y_true.shape != y_pred.shape:
        raise ValueError(f"y_true has shape {y_true.shape}, y_pred {y_pred.shape}")
    if average not in ("binary", "macro", "micro", "weighted"):
        raise ValueError(f"unknown average {average!r}")
    if y_true.size == 0:
        return 0.0, 0.0, 0.0

    if average == "binary":
        truth, guess = y_true == pos_label, y_pred == pos_label
        hits, actual, predicted = (np.sum(rows, keepdims=True) for rows in (truth & guess, truth, guess))
    else:
        hits, actual, predicted = counts(y_true, y_pred)
    if average == "micro":
        hits, actual, predicted = (np.sum(count, keepdims=True) for count in (hits, actual, predicted))

    weights = actual if average == "weighted" else np.ones(len(hits))
    scores = ratio(hits, predicted), ratio(hits, actual), ratio(2 * hits, predicted + actual)
    return tuple(float(np.average(score, weights=weights)) for score in scores)


def counts(y_true: np.ndarray, y_pred: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each class that occurs anywhere: hits (TP), how often it is true (TP + FN), how often predicted (TP + FP)."""
    n = len(y_true)
    classes, codes = np.unique(np.concatenate([y_true, y_pred]), return_inverse=True)
    truth, guess = codes[:n], codes[n:]
    c = len(classes)
    return np.bincount(truth[truth == guess], minlength=c), np.bincount(truth, minlength=c), np.bincount(guess, minlength=c)


def ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """The quotient, and 0.0 where the denominator is 0."""
    return np.divide(numerator, denominator, out=np.zeros(len(numerator)), where=denominator != 0)
