#!/usr/bin/env python3
"""Writes attention-layers.json and blocks.json beside this script: multi-head attention and the layers of a transformer, forwards and backwards.

    /usr/bin/python3 tests/AttentionNotebooks.Engine.Tests/Golden/generate_transformer.py

What holds for generate.py holds here too. A batch holds two sentences, which the files have one behind the other: [sentences * tokens, features]. Every case has a
given dL/dY, from which PyTorch's autograd goes back. Weights are multiples of 1/64, so that softmax is not all zeros and ones.
"""

import torch

from generate import draw, write
from generate_layers import as_matrix

SIZE, HEADS, HIDDEN, SENTENCES, TOKENS, SOURCE_TOKENS = 6, 2, 5, 2, 4, 3


def fill(module, dtype):
    module = module.to(dtype).eval()
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(draw(*parameter.shape) / 4)
    return module


def batch(tokens, dtype):
    return draw(SENTENCES, tokens, SIZE).to(dtype).requires_grad_()


def causal_mask():
    """PyTorch's masks say what is forbidden."""
    return ~torch.ones(TOKENS, TOKENS, dtype=torch.bool).tril()


def flat(tensor):
    return None if tensor is None else tensor.flatten(0, 1)


def both_passes(name, module, inputs, run):
    """Runs the module forwards and, from a drawn dL/dY, backwards."""
    output = run()
    given = draw(*output.shape).to(output)
    output.backward(given)
    parameters = dict(module.named_parameters())
    source = inputs.get("source")
    return {
        "name": name, "heads": HEADS, "sentences": SENTENCES, "input": flat(inputs["input"]), "source": flat(source), "output_gradient": flat(given),
        "parameters": {key: as_matrix(parameter) for key, parameter in parameters.items()},
        "output": flat(output), "input_gradient": flat(inputs["input"].grad), "source_gradient": None if source is None else flat(source.grad),
        "gradients": {key: as_matrix(parameter.grad) for key, parameter in parameters.items()},
    }


def attention(name, dtype, causal=False, cross=False, bias=True):
    module = fill(torch.nn.MultiheadAttention(SIZE, HEADS, bias=bias, batch_first=True), dtype)
    x, source = batch(TOKENS, dtype), batch(SOURCE_TOKENS, dtype) if cross else None
    keys = source if cross else x
    case = both_passes(
        name, module, {"input": x, "source": source}, lambda: module(x, keys, keys, attn_mask=causal_mask() if causal else None, need_weights=False)[0])
    return {**case, "causal": causal}


def attention_cases(dtype):
    yield attention("self-attention", dtype)
    yield attention("self-attention, causal", dtype, causal=True)
    yield attention("self-attention, no biases", dtype, bias=False)
    yield attention("cross-attention", dtype, cross=True)
    yield attention("cross-attention, no biases", dtype, cross=True, bias=False)


def block(dtype, activation, norm_first, causal=False, cross=False):
    kind = torch.nn.TransformerDecoderLayer if cross else torch.nn.TransformerEncoderLayer
    module = fill(kind(SIZE, HEADS, HIDDEN, dropout=0, activation=activation, batch_first=True, norm_first=norm_first), dtype)
    x, source = batch(TOKENS, dtype), batch(SOURCE_TOKENS, dtype) if cross else None
    mask = causal_mask() if causal else None
    name = f"{kind.__name__}, {activation}, norm {'first' if norm_first else 'last'}{', causal' if causal else ''}"
    case = both_passes(name, module, {"input": x, "source": source}, lambda: module(x, source, tgt_mask=mask) if cross else module(x, src_mask=mask))
    return {**case, "causal": causal, "activation": activation, "norm_first": norm_first}


def block_cases(dtype):
    for activation in ("relu", "gelu"):
        for norm_first in (False, True):
            yield block(dtype, activation, norm_first)
            yield block(dtype, activation, norm_first, causal=True, cross=True)
    yield block(dtype, "gelu", norm_first=True, causal=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    write("attention-layers.json", attention_cases)
    write("blocks.json", block_cases)
