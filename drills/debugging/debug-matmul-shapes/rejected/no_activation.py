"""Loses the activation — test_relu_on_hidden_layer"""


def predict(X, W1, b1, W2, b2):
    return (X @ W1.T + b1) @ W2.T + b2
