"""The figure of the report that shows how labeling functions depend on each other: a graph and a matrix.

Dependencies come from the meaning of the functions and, where there are rows enough, from their votes. Here the
geometry is worked out, ``templates/structure.html.j2`` draws it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..compiler.structure import Kind, Structure
from ..corpora.label_matrix import LabelMatrix
from .identifiability import untold
from .structure_learning import learn_structure

WIDTH = 1000.0
"""Of the graph, in its own units."""

ROOM, MARGIN, APART, CLEAR = 62.0, 26.0, 40.0, 30.0
"""What a function takes, the border of a group of functions, how far those that stand alone are apart, and any two."""

ROWS_TO_LEARN = 200
"""With fewer rows the votes say too little of dependencies."""

CROWDED = 40
"""Kinds that say little are hidden at first if there are more pairs of them than this."""

KINDS: dict[Kind, str] = {
    "same": "say the same",
    "implied": "one holds wherever the other does",
    "alternative": "readings of one explanation",
    "learned": "votes depend on each other",
    "shared": "look at the same things",
    "exclusive": "never hold together",
}
"""What the kinds of dependency mean, the strongest first."""

MINOR: frozenset[Kind] = frozenset({"shared", "exclusive"})
"""Kinds that do not draw functions together."""

Floats = npt.NDArray[np.float64]


def dependence(structure: Structure, matrix: LabelMatrix, hues: Sequence[int], said: Sequence[str]) -> dict[str, Any]:
    """Everything that the figure shows, as plain values.

    Args:
        structure: what the meaning of the functions tells.
        matrix: their votes.
        hues, said: the colour and the English of each function.
    """
    if len(matrix) >= ROWS_TO_LEARN and len(matrix.lf_names) > 2:
        structure = learn_structure(matrix, structure=structure)
    edges = sorted(structure.dependencies, key=lambda edge: list(KINDS).index(edge.kind), reverse=True)
    counts = {kind: sum(edge.kind == kind for edge in edges) for kind in KINDS}
    places, height = _places(structure)
    order, cliques = _order(structure)
    spot = {lf: i for i, lf in enumerate(order)}
    names = structure.names
    pairs = [
        {
            "kind": edge.kind,
            "weight": edge.weight,
            "ends": (*places[edge.first], *places[edge.second]),
            "wide": 1.0 + 2.5 * edge.weight,
            "cell": sorted((spot[edge.first], spot[edge.second])),
            "title": f"{names[edge.first]} and {names[edge.second]}: {KINDS[edge.kind]} ({edge.weight:.0%})",
        }
        for edge in edges
    ]
    return {
        "kinds": [
            {"name": kind, "said": KINDS[kind], "count": n, "shown": kind not in MINOR or n <= CROWDED}
            for kind, n in counts.items()
            if n
        ],
        "height": height,
        "nodes": [
            {"name": name, "short": name.removeprefix("LF"), "x": x, "y": y, "hue": hue, "said": own}
            for name, (x, y), hue, own in zip(names, places, hues, said, strict=True)
        ],
        "pairs": pairs,
        "order": [{"name": names[lf], "hue": hues[lf]} for lf in order],
        "cliques": cliques,
        "cell": max(9.0, min(22.0, 900.0 / max(len(order), 1))),
        "untold": [{"name": names[lf], "why": why} for lf, why in untold(matrix, structure)],
    }


def _places(structure: Structure) -> tuple[list[tuple[float, float]], float]:
    """Where each function stands, and the height of it all: groups side by side, below them those that stand alone."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(len(structure.names)))
    for edge in structure.dependencies:
        if edge.kind != "exclusive":
            pull = 0.3 + edge.weight if edge.kind in MINOR else 1.0 + edge.weight
            graph.add_edge(edge.first, edge.second, weight=pull, distance=1.0 / pull)
    groups = sorted((sorted(own) for own in nx.connected_components(graph)), key=lambda own: (-len(own), own))
    places: dict[int, tuple[float, float]] = {}
    left, top, tall = 0.0, 0.0, 0.0
    for own in groups:
        if len(own) == 1:
            break
        high = ROOM * np.sqrt(len(own)) + MARGIN
        wide = min(high * (1.0 if len(own) < 8 else 1.6), WIDTH)
        if left + wide > WIDTH:
            left, top, tall = 0.0, top + tall, 0.0
        inner = np.array([wide, high]) - 2 * MARGIN
        for lf, place in zip(own, _apart(_layout(graph.subgraph(own), own) * inner, inner), strict=True):
            places[lf] = float(left + MARGIN + place[0]), float(top + MARGIN + place[1])
        left, tall = left + wide, max(tall, high)
    top += tall
    alone = [own[0] for own in groups if len(own) == 1]
    per_row = int((WIDTH - MARGIN) // APART)
    for i, lf in enumerate(sorted(alone)):
        places[lf] = MARGIN + APART * (i % per_row), top + MARGIN + APART * (i // per_row)
    rows = -(-len(alone) // per_row)
    return [places[i] for i in range(len(structure.names))], top + (rows * APART + MARGIN if rows else 0.0)


def _layout(graph: Any, own: Sequence[int]) -> Floats:
    """The places of a group's functions in a square from 0 to 1, ``(g, 2)``; the same on every run."""
    import networkx as nx

    if len(own) == 2:
        return np.array([[0.1, 0.5], [0.9, 0.5]])
    start = nx.circular_layout(own)
    if len(own) <= CROWDED:
        found = nx.kamada_kawai_layout(graph, pos=start, weight="distance")
    else:
        found = nx.spring_layout(graph, pos=start, seed=0, iterations=200, k=2.0 / np.sqrt(len(own)))
    places = np.array([found[lf] for lf in own])
    low, high = places.min(axis=0), places.max(axis=0)
    return np.asarray(np.where(high > low, (places - low) / np.maximum(high - low, 1e-9), 0.5))


def _apart(places: Floats, size: Floats) -> Floats:
    """The places, moved a little so that no two lie over each other, within ``size`` as far as that can be."""
    for _ in range(200):
        gaps = places[:, None] - places[None, :]
        distance = np.hypot(gaps[..., 0], gaps[..., 1])
        np.fill_diagonal(distance, np.inf)
        short = np.maximum(CLEAR - distance, 0.0)
        if not short.any():
            break
        slope = gaps / np.maximum(distance, 1e-3)[..., None]
        places = np.clip(places + 0.35 * (slope * short[..., None]).sum(axis=1), 0.0, size)
    return places


def _order(structure: Structure) -> tuple[list[int], list[tuple[int, int]]]:
    """The functions in an order in which cliques stand together, and the cliques: first place and size."""
    cliques = sorted(structure.cliques(), key=lambda own: (len(own) == 1, own))
    order = [lf for own in cliques for lf in own]
    first = np.cumsum([0, *map(len, cliques)])
    return order, [(int(at), len(own)) for at, own in zip(first, cliques, strict=False) if len(own) > 1]
