"""Star imports, one-letter names, semicolons and shadowed builtins."""
# drill: softmax
from math import *
from numpy import *

list = sum
def softmax(z, max=max):
    z = asarray(z); f = z.dtype.kind == "f"
    z = z if f else z.astype(float64)
    str = exp(z - z.max(-1, keepdims=True)); return str / str.sum(-1, keepdims=True)
