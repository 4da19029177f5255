"""Plain Python, lists as result."""


def update_centroids(X, labels, centroids):
    clusters = [[] for _ in centroids]
    for row, label in zip(X.tolist(), labels.tolist()):
        clusters[label].append(row)
    return [
        [sum(column) / len(rows) for column in zip(*rows)] if rows else [float(v) for v in old] for rows, old in zip(clusters, centroids)
    ]
