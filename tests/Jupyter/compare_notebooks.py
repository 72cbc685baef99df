"""Compares executed notebooks: what Jupyter stored must be what the Runner stored.

    compare_notebooks.py FOLDER FOLDER

Every notebook must be in both folders, and each cell must have the same source, execution count and outputs. Two things are not
compared, as they are no outputs: the times that Jupyter notes in a cell's metadata, and the notebook's own metadata, where Jupyter
enters what the kernel says of itself. A list of lines counts as the text it stands for, and neighbouring pieces of one stream as one.
Of a cell that is tagged "measured" only the kinds of the outputs are compared: it shows times, which no two runs share.
"""

import itertools
import json
import pathlib
import sys


def text(value):
    return "".join(value) if isinstance(value, list) else value


def merged(outputs):
    for (kind, name), group in itertools.groupby(outputs, key=lambda output: (output["output_type"], output.get("name"))):
        if kind == "stream":
            yield {"output_type": kind, "name": name, "text": "".join(text(output["text"]) for output in group)}
        else:
            yield from group


def comparable(output):
    if "data" in output:
        output = {**output, "data": {mime: text(value) for mime, value in output["data"].items()}}
    return output


def kinds(output):
    return {"output_type": output["output_type"], "data": sorted(output.get("data", {}))}


def cells(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        compared = kinds if "measured" in cell["metadata"].get("tags", []) else comparable
        yield {
            "source": text(cell["source"]),
            "execution_count": cell.get("execution_count"),
            "outputs": [compared(output) for output in merged(cell.get("outputs", []))],
        }


def first_difference(one, other):
    """Names the first place where two values differ; None if they are equal."""
    if type(one) is not type(other):
        return f": {one!r:.200} is not {other!r:.200}"
    if isinstance(one, dict) and one.keys() == other.keys():
        parts = ((f"[{key!r}]", one[key], other[key]) for key in one)
    elif isinstance(one, list) and len(one) == len(other):
        parts = ((f"[{index}]", *pair) for index, pair in enumerate(zip(one, other)))
    elif isinstance(one, str) and one != other:
        place = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
        return f" at letter {place}: …{one[max(0, place - 40):place + 60]!r} is not …{other[max(0, place - 40):place + 60]!r}"
    else:
        return None if one == other else f": {one!r:.200} is not {other!r:.200}"
    return next((name + found for name, a, b in parts if (found := first_difference(a, b)) is not None), None)


def main(one, other):
    names = sorted({path.name for folder in (one, other) for path in folder.glob("*.ipynb")})
    failed = not names
    for name in names:
        missing = [str(folder) for folder in (one, other) if not (folder / name).exists()]
        found = f" is not in {missing[0]}" if missing else first_difference(list(cells(one / name)), list(cells(other / name)))
        failed |= found is not None
        print(f"{name}: {'equal' if found is None else found}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:3])))
