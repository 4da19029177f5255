"""A loop over the classes with masks, harmonic mean by reciprocals."""

def _one(truth, guess):
    tp = int((truth & guess).sum())
    if tp == 0:
        return 0.0, 0.0, 0.0
    p, r = tp / int(guess.sum()), tp / int(truth.sum())
    return p, r, 2 / (1 / p + 1 / r)


def precision_recall_f1(y_true, y_pred, average="binary", pos_label=1):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes")
    n = y_true.size
    if average == "binary":
        return _one(y_true == pos_label, y_pred == pos_label)
    if average == "micro":
        share = int((y_true == y_pred).sum()) / n if n else 0.0
        return [share, share, share]
    if average not in ("macro", "weighted"):
        raise ValueError(average)
    classes = set(y_true.tolist()) | set(y_pred.tolist())
    total, weight = [0.0, 0.0, 0.0], 0
    for label in classes:
        w = int((y_true == label).sum()) if average == "weighted" else 1
        weight += w
        total = [t + w * s for t, s in zip(total, _one(y_true == label, y_pred == label))]
    return tuple(t / weight if weight else 0.0 for t in total)
