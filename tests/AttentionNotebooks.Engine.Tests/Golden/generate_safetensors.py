#!/usr/bin/env python3
"""State dicts as safetensors files, from PyTorch to the engine and back.

    /usr/bin/python3 tests/AttentionNotebooks.Engine.Tests/Golden/generate_safetensors.py

writes StateDicts/torch-*.safetensors, the state dicts of PyTorch's layers, and beside each a -run.safetensors with an input, the layer's output, and how the
layer was made, for the tests of the engine to compare with. What holds for generate.py holds here too.

    /usr/bin/python3 tests/AttentionNotebooks.Engine.Tests/Golden/generate_safetensors.py --check

loads StateDicts/engine-*.safetensors, which the engine wrote, into PyTorch's layers, strictly, and compares their outputs with those of the engine. To have the
engine write them again:

    ATTENTION_NOTEBOOKS_WRITE_GOLDEN=1 dotnet test --project tests/AttentionNotebooks.Engine.Tests -- --filter-class '*EngineStateDictTests'
"""

import json
import sys

import torch

from generate import FOLDER, PRECISIONS, draw

STATE_DICTS = FOLDER / "StateDicts"
DTYPES = {"F32": torch.float32, "F64": torch.float64}
TOLERANCES = {torch.float32: 1e-6, torch.float64: 1e-12}


# The format: the length of a header, the header, the numbers


def read(path):
    content = path.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    made = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        numbers = torch.frombuffer(bytearray(content[start + first:start + last]), dtype=DTYPES[entry["dtype"]])
        tensors[name] = numbers.reshape(entry["shape"])
    return tensors, made


def write(path, tensors, made):
    header, data = {"__metadata__": made}, b""
    for name, tensor in tensors.items():
        numbers = tensor.detach().contiguous().numpy().tobytes()
        dtype = next(key for key, value in DTYPES.items() if value == tensor.dtype)
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)


# The layers: how each is made is told by texts, which go with the files


def multi_head(dtype, heads, size="8", source_size=None, bias="True"):
    source_size = None if source_size is None else int(source_size)
    return torch.nn.MultiheadAttention(
        int(size), int(heads), bias=bias == "True", kdim=source_size, vdim=source_size, batch_first=True, dtype=dtype)


def encoder_layer(dtype, heads, size="8", inner_size="12", activation="relu", norm_first="False"):
    return torch.nn.TransformerEncoderLayer(
        int(size), int(heads), int(inner_size), dropout=0, activation=activation, norm_first=norm_first == "True", batch_first=True, dtype=dtype)


def encoder(dtype, heads, layers="2", final_norm="True", size="8", **layer):
    norm = torch.nn.LayerNorm(int(size), dtype=dtype) if final_norm == "True" else None
    return torch.nn.TransformerEncoder(encoder_layer(dtype, heads, size, **layer), int(layers), norm)


LAYERS = {"multi-head": multi_head, "encoder-layer": encoder_layer, "encoder": encoder}

CASES = {
    "multi-head-plain": {"layer": "multi-head", "heads": "4", "bias": "False"},
    "multi-head-biases": {"layer": "multi-head", "heads": "2"},
    "multi-head-source": {"layer": "multi-head", "heads": "2", "source_size": "5"},
    "encoder-layer-post-norm": {"layer": "encoder-layer", "heads": "2"},
    "encoder-layer-pre-norm": {"layer": "encoder-layer", "heads": "4", "activation": "gelu", "norm_first": "True"},
    "encoder-post-norm": {"layer": "encoder", "heads": "2", "final_norm": "False"},
    "encoder-pre-norm": {"layer": "encoder", "heads": "2", "activation": "gelu", "norm_first": "True"},
}


def run(layer, tensors):
    x = tensors["input"][None]
    if not isinstance(layer, torch.nn.MultiheadAttention):
        return layer(x)[0]
    source = tensors["source"][None] if "source" in tensors else x
    return layer(x, source, source, need_weights=False)[0][0]


def make(made, dtype):
    return LAYERS[made["layer"]](dtype, **{name: text for name, text in made.items() if name not in ("layer", "prefix")})


def write_torch(name, made, precision, dtype):
    layer = make(made, dtype)
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter.copy_(draw(*parameter.shape) / 4)
        for module in layer.modules():
            if isinstance(module, torch.nn.LayerNorm):
                module.weight += 1
    tensors = {"input": draw(5, 8).to(dtype)}
    if "source_size" in made:
        tensors["source"] = draw(6, int(made["source_size"])).to(dtype)
    tensors["output"] = run(layer, tensors)
    write(STATE_DICTS / f"torch-{name}-{precision}.safetensors", layer.state_dict(), {"format": "pt"})
    write(STATE_DICTS / f"torch-{name}-{precision}-run.safetensors", tensors, made)


def check_engine(path):
    tensors, made = read(path.with_stem(f"{path.stem}-run"))
    dtype = tensors["input"].dtype
    layer = make(made, dtype)
    state, _ = read(path)
    # A file may hold a whole model, of which the layer is a part.
    layer.load_state_dict({name: state[made.get("prefix", "") + name] for name in layer.state_dict()}, strict=True)
    output = run(layer, tensors)
    print(f"{path.name}: PyTorch's output differs by at most {(output - tensors['output']).abs().max().item():.1e}")
    assert torch.allclose(output, tensors["output"], rtol=TOLERANCES[dtype], atol=TOLERANCES[dtype]), path.name


if __name__ == "__main__":
    torch.set_num_threads(1)
    if "--check" in sys.argv:
        files = [path for path in sorted(STATE_DICTS.glob("engine-*.safetensors")) if not path.stem.endswith("-run")]
        assert files, "the engine wrote no files"
        for file in files:
            check_engine(file)
    else:
        torch.manual_seed(1)
        for name, made in CASES.items():
            for precision, dtype in PRECISIONS.items():
                write_torch(name, made, precision, dtype)
