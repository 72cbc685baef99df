#!/usr/bin/env python3
"""Writes layers.json, embedding.json and cross-entropy.json beside this script: what a token passes by itself, forwards and backwards.

    /usr/bin/python3 tests/AttentionNotebooks.Engine.Tests/Golden/generate_layers.py

What holds for generate.py holds here too. Every case has a given dL/dY, from which PyTorch's autograd goes back.
"""

import torch
import torch.nn.functional as F

from generate import draw, write

SIZE, HIDDEN, TOKENS = 6, 10, 5


class RmsNorm(torch.nn.Module):
    """Zhang & Sennrich 2019; PyTorch has its own only from 2.4 on."""

    def __init__(self, size, eps):
        super().__init__()
        self.weight, self.eps = torch.nn.Parameter(torch.empty(size)), eps

    def forward(self, x):
        return x / torch.sqrt(x.square().mean(-1, keepdim=True) + self.eps) * self.weight


class FeedForward(torch.nn.Module):
    """linear1, an activation and linear2 of nn.TransformerEncoderLayer; with SwiGLU (Shazeer 2020) a gate beside linear1."""

    def __init__(self, activation, bias):
        super().__init__()
        self.linear1, self.linear2 = torch.nn.Linear(SIZE, HIDDEN, bias), torch.nn.Linear(HIDDEN, SIZE, bias)
        self.activation = activation
        if activation is None:
            self.linear_gate = torch.nn.Linear(SIZE, HIDDEN, bias)

    def forward(self, x):
        hidden = self.linear1(x)
        return self.linear2(F.silu(self.linear_gate(x)) * hidden if self.activation is None else self.activation(hidden))


def as_matrix(parameter):
    """A vector is a matrix of one column."""
    return parameter.reshape(len(parameter), -1).tolist()


def layer(kind, module, dtype, name=None, scale=1):
    module = module.to(dtype)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(draw(*parameter.shape))
    x = (scale * draw(TOKENS, SIZE)).to(dtype).requires_grad_()
    output = module(x)
    given = draw(*output.shape).to(dtype)
    output.backward(given)
    parameters = dict(module.named_parameters())
    return {
        "name": name or kind, "kind": kind, "input": x, "output_gradient": given,
        "parameters": {key: as_matrix(parameter) for key, parameter in parameters.items()},
        "output": output, "input_gradient": x.grad,
        "gradients": {key: as_matrix(parameter.grad) for key, parameter in parameters.items()},
    }


def layer_cases(dtype):
    yield layer("linear", torch.nn.Linear(SIZE, 4), dtype)
    yield layer("linear", torch.nn.Linear(SIZE, 4, bias=False), dtype, "linear without bias")
    yield layer("layer_norm", torch.nn.LayerNorm(SIZE, eps=1e-5), dtype)
    yield layer("layer_norm", torch.nn.LayerNorm(SIZE, eps=1e-5), dtype, "layer_norm of large numbers", scale=100)
    yield layer("rms_norm", RmsNorm(SIZE, eps=1e-5), dtype)
    for kind, activation in (("relu", F.relu), ("gelu", F.gelu), ("swi_glu", None)):
        yield layer(kind, FeedForward(activation, bias=True), dtype)
        yield layer(kind, FeedForward(activation, bias=False), dtype, f"{kind} without biases", scale=4)


def embedding_cases(dtype):
    weight, ids = draw(7, SIZE).to(dtype).requires_grad_(), torch.tensor([3, 0, 6, 3, 3])
    output = F.embedding(ids, weight)
    given = draw(*output.shape).to(dtype)
    output.backward(given)
    yield {"name": "embedding", "ids": ids, "weight": weight, "output_gradient": given, "output": output, "gradient": weight.grad}


def cross_entropy_cases(dtype):
    for name, reduction, targets in (
            ("mean", "mean", [3, -1, 0, 6, 3]), ("sum", "sum", [1, 2, -1, -1, 5]), ("every token", "mean", [0, 1, 2, 3, 4])):
        logits = (4 * draw(TOKENS, 7)).to(dtype).requires_grad_()
        loss = F.cross_entropy(logits, torch.tensor(targets), ignore_index=-1, reduction=reduction)
        loss.backward()
        count = sum(target >= 0 for target in targets)
        yield {
            "name": f"cross_entropy, {name}", "logits": logits, "targets": targets, "scale": 1 / count if reduction == "mean" else 1,
            "loss": loss.item(), "gradient": logits.grad,
        }


if __name__ == "__main__":
    torch.set_num_threads(1)
    write("layers.json", layer_cases)
    write("embedding.json", embedding_cases)
    write("cross-entropy.json", cross_entropy_cases)
