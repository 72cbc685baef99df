#!/usr/bin/env python3
"""Writes the golden files beside this script with PyTorch, for the tests of the engine to compare with.

Run it with PyTorch 1.13.1 (Debian 12: `apt install python3-torch`):

    /usr/bin/python3 tests/AttentionNotebooks.Engine.Tests/Golden/generate.py

It is seeded and single-threaded: run again on the same machine, it leaves `git diff` clean. The files keep PyTorch's own layout,
[tokens, features] and one row a query; the loader of the tests turns it into columns.

Inputs and weights are multiples of 1/16, so they are short as text and exact in both precisions. Results are written with all their digits.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

FOLDER = pathlib.Path(__file__).parent
PRECISIONS = {"float32": torch.float32, "float64": torch.float64}


def draw(*shape):
    return torch.randint(-16, 17, shape) / 16


def split(tensor, heads):
    """[tokens, heads * size] -> [heads, tokens, size]"""
    return tensor.unflatten(-1, (heads, -1)).transpose(0, 1)


def join(tensor):
    """[heads, tokens, size] -> [tokens, heads * size]"""
    return tensor.transpose(0, 1).flatten(1)


# nn.MultiheadAttention


def multi_head(name, dtype, heads, tokens=4, size=8, source_tokens=None, source_size=None, mask=None, padding=None, bias=False):
    layer = torch.nn.MultiheadAttention(
        size, heads, bias=bias, batch_first=True, dtype=dtype, kdim=source_size, vdim=source_size)
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter.copy_(draw(*parameter.shape))
    x = draw(tokens, size).to(dtype)
    is_cross = source_tokens is not None
    source = draw(source_tokens, source_size or size).to(dtype) if is_cross else x
    # PyTorch's masks say what is forbidden, the engine's what is allowed.
    output, weights = layer(
        x[None], source[None], source[None], attn_mask=None if mask is None else ~mask, key_padding_mask=None if padding is None else ~padding[None],
        need_weights=True, average_attn_weights=False)

    parts = [layer.q_proj_weight, layer.k_proj_weight, layer.v_proj_weight] if source_size else layer.in_proj_weight.chunk(3)
    projections = dict(zip(("q_proj_weight", "k_proj_weight", "v_proj_weight"), parts)) if source_size else {
        "in_proj_weight": layer.in_proj_weight}
    values = source @ parts[2].T + (layer.in_proj_bias.chunk(3)[2] if bias else 0)
    head_outputs = weights[0] @ split(values, heads)
    return {
        "name": name, "heads": heads, "input": x, "source": source if is_cross else None, **projections,
        "in_proj_bias": layer.in_proj_bias, "out_proj_weight": layer.out_proj.weight, "out_proj_bias": layer.out_proj.bias, "allows": mask, "is_token": padding,
        "weights": weights[0], "head_outputs": head_outputs, "output": output[0],
    }


def multi_head_cases(dtype):
    causal = torch.ones(4, 4, dtype=torch.bool).tril()
    custom = torch.tensor([[1, 0, 1, 0], [0, 1, 1, 1], [1, 1, 0, 0], [0, 0, 0, 1]], dtype=torch.bool)
    padding = torch.tensor([1, 1, 0, 1], dtype=torch.bool)
    for heads in (1, 2, 4, 8):
        yield multi_head(f"heads: {heads}", dtype, heads)
    yield multi_head("causal", dtype, 2, mask=causal)
    yield multi_head("padding", dtype, 2, padding=padding)
    yield multi_head("custom mask", dtype, 2, mask=custom)
    yield multi_head("causal and padding", dtype, 4, mask=causal, padding=padding)
    yield multi_head("cross-attention", dtype, 2, source_tokens=6)
    yield multi_head("cross-attention, shorter source", dtype, 2, tokens=5, source_tokens=3)
    yield multi_head("cross-attention, kdim and vdim", dtype, 2, source_tokens=6, source_size=5)
    yield multi_head("biases", dtype, 2, bias=True)
    yield multi_head("biases, causal and padding", dtype, 4, mask=causal, padding=padding, bias=True)
    yield multi_head("biases, cross-attention", dtype, 2, source_tokens=6, bias=True)
    yield multi_head("biases, cross-attention, kdim and vdim", dtype, 2, source_tokens=6, source_size=5, bias=True)


# Grouped-query attention: key and value heads repeated


def grouped(name, dtype, heads, groups, tokens=4, size=8, head_size=2):
    x = draw(tokens, size).to(dtype)
    q_weight, k_weight, v_weight, o_weight = (
        draw(*shape).to(dtype) for shape in
        ((heads * head_size, size), (groups * head_size, size), (groups * head_size, size), (size, heads * head_size)))
    q = split(x @ q_weight.T, heads)
    k, v = (split(x @ weight.T, groups).repeat_interleave(heads // groups, dim=0) for weight in (k_weight, v_weight))
    weights = torch.softmax(q @ k.mT / math.sqrt(head_size), dim=-1)
    return {
        "name": name, "heads": heads, "key_value_heads": groups, "input": x,
        "q_proj_weight": q_weight, "k_proj_weight": k_weight, "v_proj_weight": v_weight, "out_proj_weight": o_weight,
        "weights": weights, "head_outputs": weights @ v, "output": join(weights @ v) @ o_weight.T,
    }


def grouped_cases(dtype):
    yield grouped("grouped-query, 4 heads in 2 groups", dtype, heads=4, groups=2)
    yield grouped("grouped-query, 6 heads in 3 groups", dtype, heads=6, groups=3)
    yield grouped("multi-query, 4 heads", dtype, heads=4, groups=1)


# One head with every score, normalisation and position


def dot_product(q, k):
    return q @ k.T, {}


def scaled_dot_product(q, k):
    return q @ k.T / math.sqrt(q.shape[1]), {}


def additive(q, k, size=5):
    w1, w2, u = draw(size, q.shape[1]).to(q), draw(size, k.shape[1]).to(q), draw(size).to(q)
    scores = torch.tanh((q @ w1.T)[:, None] + (k @ w2.T)[None]) @ u
    return scores, {"score_query_weights": w1, "score_key_weights": w2, "score_combination": u}


def bilinear(q, k):
    w = draw(k.shape[1], q.shape[1]).to(q)
    every_k, every_q = k[None].expand(len(q), -1, -1).contiguous(), q[:, None].expand(-1, len(k), -1).contiguous()
    return F.bilinear(every_k, every_q, w[None])[..., 0], {"score_weights": w}


def softmax(scores, temperature=1):
    return torch.softmax(scores / temperature, dim=-1)


def relu_per_key(scores):
    return torch.relu(scores) / torch.isfinite(scores).sum(-1, keepdim=True)


def sparsemax(scores):
    """Martins & Astudillo 2016, algorithm 1."""
    z, _ = scores.sort(dim=-1, descending=True)
    k = torch.arange(1, z.shape[-1] + 1).to(z)
    sums = z.cumsum(-1)
    size = (1 + k * z > sums).sum(-1, keepdim=True)
    return torch.relu(scores - (sums.gather(-1, size - 1) - 1) / size)


def rotate(x, layout):
    """Su et al. 2021: interleaved pairs as complex numbers; halves as published models write it, x·cos + rotate_half(x)·sin."""
    n, d = x.shape
    angles = torch.outer(torch.arange(n, dtype=torch.float64), 10000 ** (-torch.arange(0, d, 2, dtype=torch.float64) / d))
    if layout == "interleaved":
        pairs = torch.view_as_complex(x.unflatten(-1, (-1, 2)).contiguous())
        return torch.view_as_real(pairs * torch.polar(torch.ones_like(angles), angles).to(pairs.dtype)).flatten(1)
    cos, sin = (torch.cat([part, part], dim=-1).to(x) for part in (angles.cos(), angles.sin()))
    first, second = x.chunk(2, dim=-1)
    return x * cos + torch.cat([-second, first], dim=-1) * sin


def sinusoids(n, size):
    """Vaswani et al. 2017, section 3.5."""
    positions = torch.zeros(n, size, dtype=torch.float64)
    frequencies = torch.exp(torch.arange(0, size, 2, dtype=torch.float64) * (-math.log(10000) / size))
    angles = torch.outer(torch.arange(n, dtype=torch.float64), frequencies)
    positions[:, 0::2], positions[:, 1::2] = angles.sin(), angles.cos()
    return positions


def head(name, dtype, score=scaled_dot_product, normalise=softmax, mask=None, rotary=None, slope=None, sinusoidal=False,
         tokens=5, size=6, head_size=4, value_size=3, source_tokens=None, **rule):
    x = draw(tokens, size).to(dtype)
    source = x if source_tokens is None else draw(source_tokens, size).to(dtype)
    q_weight, k_weight, v_weight = (draw(rows, size).to(dtype) for rows in (head_size, head_size, value_size))
    placed, placed_source = (t + sinusoids(*t.shape).to(dtype) if sinusoidal else t for t in (x, source))
    q, k, v = placed @ q_weight.T, placed_source @ k_weight.T, placed_source @ v_weight.T
    turned_q, turned_k = (rotate(q, rotary), rotate(k, rotary)) if rotary else (q, k)
    scores, score_weights = score(turned_q, turned_k)
    if slope:
        scores = scores - slope * (torch.arange(len(k))[None] - torch.arange(len(q))[:, None]).abs()
    masked = scores if mask is None else scores.masked_fill(~mask, -math.inf)
    weights = normalise(masked, **rule)
    return {
        "name": name, "input": x, "source": None if source_tokens is None else source,
        "q_proj_weight": q_weight, "k_proj_weight": k_weight, "v_proj_weight": v_weight,
        "score": score.__name__, **score_weights, "normalisation": normalise.__name__, **rule, "allows": mask,
        "rotary": rotary, "slope": slope, "sinusoidal": sinusoidal,
        "queries": q, "keys": k, "values": v, "scores": scores, "weights": weights, "output": weights @ v,
    }


def head_cases(dtype):
    causal = torch.ones(5, 5, dtype=torch.bool).tril()
    for score in (dot_product, scaled_dot_product, additive, bilinear):
        yield head(score.__name__, dtype, score)
    for normalise in (torch.relu, relu_per_key, torch.sigmoid, sparsemax):
        yield head(normalise.__name__, dtype, normalise=normalise)
        yield head(f"{normalise.__name__}, causal", dtype, normalise=normalise, mask=causal)
    yield head("softmax, temperature 0.25", dtype, temperature=0.25)
    yield head("softmax, temperature 4, causal", dtype, temperature=4, mask=causal)
    yield head("additive, sparsemax, causal", dtype, additive, sparsemax, causal)
    yield head("rotary, interleaved", dtype, rotary="interleaved")
    yield head("rotary, halves", dtype, rotary="halves")
    yield head("rotary, halves, cross-attention", dtype, rotary="halves", source_tokens=7)
    yield head("ALiBi, causal", dtype, slope=0.25, mask=causal)
    yield head("ALiBi, both directions", dtype, slope=0.5)
    yield head("sinusoidal", dtype, sinusoidal=True)


# Files


def plain(value):
    return value.tolist() if isinstance(value, torch.Tensor) else value


def to_text(case):
    """One line for every entry, so that a change shows as what it is."""
    entries = (f"      {json.dumps(name)}: {json.dumps(plain(value), ensure_ascii=False)}" for name, value in case.items() if value is not None)
    return "    {\n" + ",\n".join(entries) + "\n    }"


def write(file, cases):
    texts = []
    for precision, dtype in PRECISIONS.items():
        torch.manual_seed(1)
        texts += [to_text({"precision": precision, **case}) for case in cases(dtype)]
    (FOLDER / file).write_text("[\n" + ",\n".join(texts) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    torch.set_num_threads(1)
    write("multi-head.json", multi_head_cases)
    write("grouped-query.json", grouped_cases)
    write("head.json", head_cases)
