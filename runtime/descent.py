"""Two ways down the gradient: one whose cost follows the features of a batch, one for dense networks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import torch
from torch import Tensor, nn

from .encoders.base import Recipe

CLIP = 1.0
"""The length to which longer gradients of dense networks are cut."""


class Descent(Protocol):
    """Takes steps; ``settle`` is called after each round of them."""

    def step(self, loss: Tensor) -> None:
        """Take a step down the gradient of ``loss``."""
        ...

    def settle(self) -> None:
        """Do what is left over from the steps since the last call."""
        ...


class SparseDescent:
    """Plain stochastic gradient descent, which touches only the embeddings in a batch.

    A feature that is seen rarely moves rarely, and never far (Adam would move it as far as any other, and so learn the
    noise in rare words by heart). Weight decay would touch every embedding at every step; it is made up for once a
    round instead, which comes to nearly the same.
    """

    def __init__(self, trunk: nn.Module, head: nn.Module, recipe: Recipe) -> None:
        """Descend in all weights alike."""
        self._weights = [*trunk.parameters(), *head.parameters()]
        self._sgd = torch.optim.SGD(self._weights, lr=recipe.learning_rate)
        self._kept = 1.0 - min(recipe.learning_rate * recipe.weight_decay, 1.0)
        self._steps = 0

    def step(self, loss: Tensor) -> None:
        """Take a step down the gradient of ``loss``."""
        self._sgd.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._sgd.step()
        self._steps += 1

    def settle(self) -> None:
        """Decay the weights, once for each step since the last call."""
        with torch.no_grad():
            for weight in self._weights:
                weight.mul_(self._kept**self._steps)
        self._steps = 0


class DenseDescent:
    """AdamW with clipped gradients; a pretrained trunk may go more slowly than its head."""

    def __init__(self, trunk: nn.Module, head: nn.Module, recipe: Recipe) -> None:
        """Descend in the head at the learning rate, in the trunk at its own."""
        rate = recipe.learning_rate if recipe.trunk_rate is None else recipe.trunk_rate
        parts = [(list(trunk.parameters()), rate), (list(head.parameters()), recipe.learning_rate)]
        self._weights = [weight for weights, _ in parts for weight in weights]
        groups = [{"params": weights, "lr": lr} for weights, lr in parts if weights]
        self._adam = torch.optim.AdamW(groups, weight_decay=recipe.weight_decay)

    def step(self, loss: Tensor) -> None:
        """Take a step down the gradient of ``loss``."""
        self._adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._weights, CLIP)
        self._adam.step()

    def settle(self) -> None:
        """Nothing is left over."""


def descent(trunk: nn.Module, head: nn.Module, recipe: Recipe) -> Descent:
    """The way down that ``recipe`` asks for."""
    kinds: dict[str, Callable[..., Descent]] = {"sparse": SparseDescent, "dense": DenseDescent}
    return kinds[recipe.descent](trunk, head, recipe)
