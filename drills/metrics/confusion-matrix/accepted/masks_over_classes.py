"""A double loop over the classes with boolean masks; nested lists come back, and the metrics are plain Python."""

import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    if y_true.size != y_pred.size:
        raise ValueError("lengths differ")
    if labels is None:
        classes = sorted(set(np.unique(y_true).tolist()) | set(np.unique(y_pred).tolist()))
    else:
        classes = list(labels)
    rows = [y_true == label for label in classes]
    columns = [y_pred == label for label in classes]
    cm = [[int(np.count_nonzero(row & column)) for column in columns] for row in rows]
    if sum(map(sum, cm)) != y_true.size:
        raise ValueError("unknown label")
    return cm


def compute_metrics(cm):
    cells = [[int(value) for value in row] for row in cm]
    c = len(cells)
    precision = recall = f1 = 0.0
    for i in range(c):
        tp = cells[i][i]
        fn = sum(cells[i]) - tp
        fp = sum(cells[j][i] for j in range(c)) - tp
        precision += tp / (tp + fp) if tp + fp else 0
        recall += tp / (tp + fn) if tp + fn else 0
        f1 += tp / (tp + (fp + fn) / 2) if tp + fp + fn else 0
    total = sum(sum(row) for row in cells)
    accuracy = sum(cells[i][i] for i in range(c)) / total if total else 0
    return {"f1": f1 / c, "recall": recall / c, "precision": precision / c, "accuracy": accuracy}
