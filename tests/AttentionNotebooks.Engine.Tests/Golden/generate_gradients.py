#!/usr/bin/env python3
"""Writes head-gradients.json and layer-gradients.json beside this script: what PyTorch's autograd makes of attention.

Run it like generate.py, whose cases these are with all that is drawn to be differentiated:

    /usr/bin/python3 tests/AttentionNotebooks.Engine.Tests/Golden/generate_gradients.py

The loss is the sum of output_gradient times output, so output_gradient is dL/dO. Every gradient has the name and the layout of its tensor.
"""

import torch

import generate
from generate import additive, bilinear, dot_product, grouped, head, multi_head, relu_per_key, scaled_dot_product, softmax, sparsemax

draw = generate.draw


def draw_to_differentiate(*shape):
    return draw(*shape).requires_grad_()


def differentiate(case):
    tensors = {name: value for name, value in case.items() if isinstance(value, torch.Tensor) and value.requires_grad}
    for tensor in tensors.values():
        tensor.retain_grad()
    output_gradient = draw(*case["output"].shape).to(case["output"])
    (output_gradient * case["output"]).sum().backward()
    # What was computed from the results, and not on the way to them, has no gradient.
    gradients = {name: tensor.grad.tolist() for name, tensor in tensors.items() if tensor.grad is not None}
    return {**case, "output_gradient": output_gradient, "gradients": gradients}


def head_cases(dtype):
    causal = torch.ones(4, 4, dtype=torch.bool).tril()
    sizes = {"tokens": 4, "size": 3, "head_size": 2, "value_size": 2}
    for score in (dot_product, scaled_dot_product, additive, bilinear):
        for normalise in (softmax, torch.relu, relu_per_key, torch.sigmoid, sparsemax):
            yield head(f"{score.__name__}, {normalise.__name__}, causal", dtype, score, normalise, causal, **sizes)
    for normalise in (softmax, torch.relu, relu_per_key, torch.sigmoid, sparsemax):
        yield head(normalise.__name__, dtype, normalise=normalise, **sizes)
    yield head("softmax, temperature 0.25", dtype, temperature=0.25, **sizes)
    yield head("softmax, temperature 4, causal", dtype, temperature=4, mask=causal, **sizes)
    for rotary in ("interleaved", "halves"):
        yield head(f"rotary, {rotary}", dtype, rotary=rotary)
        yield head(f"rotary, {rotary}, additive, sparsemax, cross-attention", dtype, additive, sparsemax, rotary=rotary, source_tokens=7)
    yield head("ALiBi, causal", dtype, slope=0.25, mask=causal, **sizes)
    yield head("ALiBi, both directions, ReLU", dtype, slope=0.5, normalise=torch.relu, **sizes)
    yield head("cross-attention, bilinear", dtype, bilinear, source_tokens=3, **sizes)


def layer_cases(dtype):
    causal = torch.ones(4, 4, dtype=torch.bool).tril()
    padding = torch.tensor([1, 1, 0, 1], dtype=torch.bool)
    yield multi_head("heads: 1", dtype, 1, size=4)
    yield multi_head("heads: 2, biases", dtype, 2, size=4, bias=True)
    yield multi_head("causal and padding, biases", dtype, 4, mask=causal, padding=padding, bias=True)
    yield multi_head("cross-attention, biases", dtype, 2, size=4, source_tokens=6, bias=True)
    yield grouped("grouped-query, 4 heads in 2 groups", dtype, heads=4, groups=2)
    yield grouped("multi-query, 4 heads", dtype, heads=4, groups=1)


if __name__ == "__main__":
    torch.set_num_threads(1)
    generate.draw = draw_to_differentiate
    generate.write("head-gradients.json", lambda dtype: map(differentiate, head_cases(dtype)))
    generate.write("layer-gradients.json", lambda dtype: map(differentiate, layer_cases(dtype)))
