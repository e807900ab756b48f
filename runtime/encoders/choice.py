"""Which encoder a name means."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ...grammar.diagnostics import SaysoError, problem
from .base import Encoder
from .bow import BowEncoder
from .pretrained import BUNDLED, Pretrained
from .transformer import FineTunedEncoder, FrozenEncoder

NAMES = (BowEncoder.kind, *BUNDLED)
"""The encoders that have a short name."""

KINDS: dict[str, type[Encoder]] = {kind.kind: kind for kind in (BowEncoder, FrozenEncoder, FineTunedEncoder)}


def choose(name: str, *, fine_tune: bool, cache: bool, device: str) -> Encoder:
    """The encoder that ``name`` means: a short name, the folder of a transformer, or its name on the hub.

    A hub name has a slash or a hyphen; whatever else is no folder is a slip, and is not looked for on the network.

    Raises:
        SaysoError: SAY406 if the name means nothing, SAY407 if a package is missing, SAY408 if the transformer cannot
            be loaded, SAY411 if ``fine_tune`` is asked of an encoder that has nothing to tune.
    """
    if name == BowEncoder.kind:
        if fine_tune:
            raise SaysoError(problem("SAY411", name="fine_tune", found="True", expected="False for the encoder 'bow'"))
        return BowEncoder()
    if name not in BUNDLED and not Path(name).is_dir():
        near = get_close_matches(name.lower(), NAMES, n=1)
        if near or not ("/" in name or "-" in name):
            names = ", ".join(map(repr, NAMES))
            hint = f"did you mean {near[0]!r}?" if near else None
            raise SaysoError(problem("SAY406", encoder=name, names=names, fix=hint))
    pretrained = Pretrained.open(name)
    return FineTunedEncoder(pretrained) if fine_tune else FrozenEncoder(pretrained, cache=cache, device=device)


def restore(folder: Path, config: dict[str, Any], *, device: str) -> Encoder:
    """The encoder that was saved in ``folder`` with the configuration ``config``."""
    return KINDS[config["kind"]].load(folder, config, device=device)
