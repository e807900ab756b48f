"""Dependencies that are learned from votes: found where plain correlation shows others, joined to what is known."""

from __future__ import annotations

import numpy as np
import pytest
import sayso
from planted import planted


def pairs_of(structure):
    return set(structure.pairs)


def true_pairs(own):
    return {(int(i), int(j)) for i, j in np.argwhere(np.triu(own.edges))}


def _right(own, structure, labels):
    """The share of labels that the label model gets right, given this structure."""
    model = sayso.LabelModel(labels=labels, structure=structure, random_state=0).fit(own.votes)
    return (model.predict(own.votes) == own.labels).mean()


@pytest.mark.parametrize(
    "settings",
    [
        {"strength": 0.3},
        {"strength": 0.3, "coverage": (0.4, 0.9)},
        {"strength": 0.4, "one_sided": True, "coverage": (0.2, 0.8)},
        {"strength": 0.4, "labels": 4},
        {"strength": 0.6, "rows": 1_000},
        {"strength": 0.999, "groups": (2, 3)},
    ],
)
def test_weak_functions_that_copy_are_told_from_accurate_ones_that_agree(settings):
    own = planted(0, **settings)
    correlation = np.abs(np.corrcoef(own.votes.T))
    if "coverage" not in settings and "labels" not in settings:  # where plain correlation shows the wrong pairs
        others = ~own.edges & ~np.eye(len(correlation), dtype=bool)
        assert correlation[others].max() > np.median(correlation[own.edges]) or settings["strength"] > 0.9
    found, true = pairs_of(sayso.learn_structure(own.votes, labels=settings.get("labels", 2))), true_pairs(own)
    assert len(found & true) >= 0.9 * len(true)
    assert len(found - true) <= 0.1 * len(true)


def test_where_nothing_depends_nothing_is_found():
    for settings in ({}, {"one_sided": True, "coverage": (0.02, 0.3)}, {"labels": 4, "coverage": (0.1, 0.5)}):
        own = planted(1, groups=(), **settings)
        assert not pairs_of(sayso.learn_structure(own.votes, labels=settings.get("labels", 2)))


def test_a_link_in_a_chain_is_told_from_what_follows_from_two():
    own = planted(2, chain=True, groups=(4, 5), strength=0.5, coverage=(0.7, 0.9))
    found, true = pairs_of(sayso.learn_structure(own.votes, labels=2)), true_pairs(own)
    assert found >= true
    assert len(found - true) <= 2


def test_the_label_model_is_saved_from_a_group_as_large_as_all_others():
    own = planted(0, strength=0.8, lfs=12, groups=(6,), others=(0.6, 0.75), within=(0.55, 0.6))
    structure = sayso.learn_structure(own.votes, labels=2)
    alone, informed = (_right(own, given, 2) for given in (None, structure))
    assert informed >= alone


@pytest.mark.parametrize(
    "settings",
    [
        {"lfs": 16, "groups": (4, 6), "strength": 0.6},
        {"lfs": 16, "groups": (4, 6), "strength": 0.6, "balance": (0.8, 0.2)},
        {"lfs": 15, "groups": (5, 5), "strength": 0.6},
        {"lfs": 10, "groups": (5,), "strength": 0.7},
        {"lfs": 12, "groups": (4, 4), "strength": 0.6, "coverage": (0.4, 0.9)},
        {"lfs": 30, "groups": (5, 5, 4), "strength": 0.6, "labels": 3, "one_sided": True, "coverage": (0.4, 0.9)},
    ],
)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_accurate_functions_are_no_group_beside_groups_of_weak_ones(settings, seed):
    own = planted(seed, **settings)
    structure = sayso.learn_structure(own.votes, labels=settings.get("labels", 2))
    found, true = pairs_of(structure), true_pairs(own)
    assert len(found & true) >= 0.9 * len(true)
    assert len(found - true) <= 0.1 * len(true)
    alone, informed = (_right(own, given, settings.get("labels", 2)) for given in (None, structure))
    assert informed >= alone - 0.005


def test_groups_that_take_in_all_functions_are_still_found():
    for seed in range(3):
        own = planted(seed, lfs=12, groups=(4, 4, 4), strength=0.6, within=(0.6, 0.8))
        structure = sayso.learn_structure(own.votes, labels=2)
        assert pairs_of(structure) == true_pairs(own)
        assert _right(own, structure, 2) >= _right(own, None, 2)


def test_it_is_joined_to_what_the_analysis_knows():
    program = sayso.compile(
        'task t: a, b\na if it mentions "x"\na if it mentions "x y"\nb if it has a link\nb if it has an emoji'
    )
    known = program.structure()
    own = planted(3, lfs=4, groups=())
    matrix = sayso.LabelMatrix(own.votes, tuple(lf.name for lf in program.lfs), ("a", "b"))
    joined = sayso.learn_structure(matrix, structure=known)
    assert joined.names == known.names
    assert set(known.dependencies) <= set(joined.dependencies)


def test_odd_votes_have_no_structure():
    for votes in (np.full((5, 3), -1), np.zeros((4, 2)), np.array([[0, 1, -1]])):
        assert not sayso.learn_structure(votes.astype(np.int8), labels=2).pairs


def test_what_is_no_structure_of_these_functions_is_refused():
    other = sayso.learn_structure([[0, 1, 1]], labels=2)
    for structure in ([(0, 1)], other):
        with pytest.raises(sayso.SaysoError, match=r"SAY341.*structure"):
            sayso.learn_structure([[0, 1], [1, 1]], labels=2, structure=structure)


def test_the_order_of_rows_does_not_matter():
    own = planted(4, rows=800)
    once = sayso.learn_structure(own.votes, labels=2)
    again = sayso.learn_structure(own.votes[::-1].copy(), labels=2)
    assert once.pairs == again.pairs
