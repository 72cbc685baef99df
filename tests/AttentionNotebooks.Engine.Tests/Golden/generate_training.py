#!/usr/bin/env python3
"""Writes training.json beside this script: several steps of PyTorch's AdamW, and its clipping of gradients by their norm.

    /usr/bin/python3 tests/AttentionNotebooks.Engine.Tests/Golden/generate_training.py

What holds for generate.py holds here too. A matrix [out, in] is the engine's out×in.
"""

import torch

from generate import draw, write


def adamw(name, dtype, weight_decay=0.1, betas=(0.9, 0.95), clip_norm=None, rates=(0.001, 0.01, 0.1, 0.05, 0.02)):
    weight, bias = (torch.nn.Parameter(draw(*shape).to(dtype)) for shape in ((3, 7), (5,)))
    start = {"weight": weight.detach().clone(), "bias": bias.detach().clone()}
    groups = [{"params": [weight], "weight_decay": weight_decay}, {"params": [bias], "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=1.0, betas=betas)
    return {
        "name": name, "weight_decay": weight_decay, "beta1": betas[0], "beta2": betas[1], "clip_norm": clip_norm, **start,
        "steps": [step(optimiser, weight, bias, rate, clip_norm, dtype) for rate in rates],
    }


def step(optimiser, weight, bias, rate, clip_norm, dtype):
    for parameter in (weight, bias):
        parameter.grad = draw(*parameter.shape).to(dtype)
    gradients = {"weight_gradient": weight.grad.tolist(), "bias_gradient": bias.grad.tolist()}
    norm = torch.nn.utils.clip_grad_norm_([weight, bias], clip_norm or torch.inf)
    for group in optimiser.param_groups:
        group["lr"] = rate
    optimiser.step()
    return {"rate": rate, **gradients, "norm": norm.item(), "weight_after": weight.tolist(), "bias_after": bias.tolist()}


def cases(dtype):
    yield adamw("with weight decay", dtype)
    yield adamw("without weight decay", dtype, weight_decay=0.0, betas=(0.9, 0.999))
    yield adamw("clipped", dtype, clip_norm=0.5)
    yield adamw("not clipped, as the norm is small", dtype, clip_norm=100.0)


if __name__ == "__main__":
    torch.set_num_threads(1)
    write("training.json", cases)
