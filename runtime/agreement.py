"""How right labeling functions are, told from how often they agree: an estimate that a shared mood does not fool.

Votes for the same label fall together more often than by chance, votes for different labels less often. A labeling
function (LF) of *competence* ``c`` knows the label in a share ``c`` of its votes, and else guesses. For two LFs that
are independent given the label, with ``share`` that of the label,

    P(both vote it) = mood * chance * (1 - c c' + c c' / share),    P(votes for two labels) = mood * chance * (1 - c c')

so that agreement about a rare label is expected to be far beyond chance, and tells no more. The mood (one factor per
LF) takes up what makes LFs vote on the same rows whatever the label, such as the length of a text; competence is left
with the share of agreement, from which the mood cancels. Known one by one, products ``c c'`` of three LFs give each
``c``: the method of moments of M. Joglekar, H. Garcia-Molina and A. Parameswaran, *Evaluating the crowd with
confidence*, KDD 2013, equation 2, and of Ratner et al. 2019, section 3.2. Here all pairs are fitted at once, as
Poisson counts, and each competence is drawn to the mean of all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .dependence import THRESHOLD, PairCounts
from .vote_codes import Floats

Bools = npt.NDArray[np.bool_]

PRIOR = 100.0
"""Precision of the normal prior that draws each competence to the mean of all (its spread is a tenth)."""

ACCURACY = 0.75
"""What is believed of an LF's accuracy before any agreement is seen."""

BELIEVERS = 15.0
"""So many LFs of that accuracy are counted in when the mean of all is taken."""

RARITY = 0.5
"""How much the rarity of a vote counts."""

BALANCE = 0.5
"""How much what majority vote says of the shares of the labels counts, from 0 (they are equal) to 1.

It errs: a label whose LFs vote on more rows gets more.
"""

_MOST = 0.9  # of a competence: no vote is more than 95 % sure, of two labels
_LEAST = 0.1
_SWEEPS = 60
_ROUNDS = 2
_LOOKS = (10, 20, 30, 40)
_SPREADS = np.concatenate([[0.0], 10.0 ** np.arange(-4.0, 0.6, 0.125)])
_MOOD_ROWS = 5.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """``competence`` and ``mood`` ``(m,)`` of the LFs, and how much more than these say two LFs vote alike.

    ``shares`` ``(k,)`` are those of the labels that this was told by.
    ``excess`` ``(m, m)`` is that as a correlation; ``repeats`` ``(m, m)``, 0 to 1, as a share of the votes of the one
    that votes less: 1 for an LF that implies the other.
    """

    competence: Floats
    mood: Floats
    excess: Floats
    repeats: Floats
    spread: float
    shares: Floats

    def weights(self, votes: Floats) -> Floats:
        """Log-odds ``(m, k)`` that a vote for each label lends it against each other one, the shares apart.

        Those of the competence; and the rarer a vote, the more it tells: ``votes`` ``(m, k)`` is how often each LF
        votes each label. A vote whose odds against abstention are ``e^w`` times higher under its own label (``w``: what
        :data:`ACCURACY` is worth) is ``e^w / (1 + f (e^w - 1))`` times as likely there, if it is cast on a share ``f``
        of the rows. Half of how far that is from the average vote's counts: it is a prior, and known of votes in
        general, not of these.
        """
        k = votes.shape[1]
        own = np.log1p(np.outer(self.competence / (1.0 - self.competence), 1.0 / self.shares))
        rare = -np.log1p(votes * (ACCURACY * (k - 1) / (1.0 - ACCURACY) - 1.0))
        mean = float((rare * votes).sum() / max(votes.sum(), 1e-12))
        return np.asarray(np.maximum(own + RARITY * (rare - mean), _LEAST), dtype=np.float64)


def tempered(counts: Floats, power: float = BALANCE, *, rows: float = 20.0) -> Floats:
    """Shares of labels that were given to so many rows, ``(k,)``, drawn to equal ones.

    By ``rows`` of all labels alike, and to this ``power`` of their odds.
    """
    shares = ((counts + rows / len(counts)) / (counts.sum() + rows)) ** power
    return np.asarray(shares / shares.sum(), dtype=np.float64)


def agreement(pairs: PairCounts, shares: Floats, apart: Bools) -> Agreement:
    """Fit competences to the co-occurrences ``pairs`` of votes for labels that have these ``shares`` ``(k,)``.

    ``apart`` ``(m, m)`` are the pairs of LFs that may be taken for independent given the label; the others tell
    nothing. Pairs that turn out to agree much more than the fit says are left out of the next.
    """
    found, kept = _fitted(pairs, shares, apart), apart
    for _ in range(_ROUNDS):
        before, kept = kept, apart & (found.excess < THRESHOLD)
        if not (before ^ kept).any():
            break
        found = _fitted(pairs, shares, kept)
    return found


def _fitted(pairs: PairCounts, shares: Floats, apart: Bools) -> Agreement:
    alike, unlike, by_chance, gain, by_chance_unlike = _counts(pairs, shares, apart)
    m, k = pairs.lfs, len(shares)
    before = (k * ACCURACY - 1.0) / (k - 1)
    own, mood, centre = np.full(m, before), np.ones(m), before
    spread = 0.0
    for sweep in range(_SWEEPS):
        product, both = np.outer(own, own), np.outer(mood, mood)
        more, less = np.maximum(by_chance + gain * product, 1e-12), np.maximum(1.0 - product, 1e-3)
        expected, expected_unlike = both * more, both * by_chance_unlike * less
        if sweep in _LOOKS:
            spread = _spread(np.stack([alike, unlike]), np.stack([expected, expected_unlike]))
        sure, sure_unlike = 1.0 / (1.0 + spread * expected), 1.0 / (1.0 + spread * expected_unlike)
        seen = (alike * sure + unlike * sure_unlike).sum(axis=1) + _MOOD_ROWS
        told = (expected * sure + expected_unlike * sure_unlike).sum(axis=1) + _MOOD_ROWS
        mood = np.clip(mood * np.sqrt(seen / told), _LEAST, 1.0 / _LEAST)
        lift = gain / more
        slope = lift * sure * (alike - expected) - sure_unlike * (unlike - expected_unlike) / less
        bend = lift**2 * sure * alike + sure_unlike * unlike / less**2
        if sweep > 5:
            centre = float((own.sum() + BELIEVERS * before) / (m + BELIEVERS))
        step = (slope @ own - PRIOR * (own - centre)) / (bend @ own**2 + PRIOR)
        own = np.clip(own + 0.5 * step, 0.0, _MOST)
    return Agreement(own, mood, *_beyond(pairs, own, mood, shares), spread, shares)


def _spread(seen: Floats, expected: Floats) -> float:
    """The squared spread, from pair to pair, of how far counts are off beyond chance, by Pearson's statistic.

    A count's variance is ``expected + spread * expected ** 2``.
    """
    known = expected > 1.0
    off, variance = (seen[known] - expected[known]) ** 2, expected[known]
    if not known.any():
        return 0.0
    for spread in _SPREADS:
        if (off / (variance + spread * variance**2)).sum() <= known.sum():
            return float(spread)
    return float(_SPREADS[-1])


def _beyond(pairs: PairCounts, competence: Floats, mood: Floats, shares: Floats) -> tuple[Floats, Floats]:
    """How much more two LFs vote alike than competence and mood say, ``(m, m)`` each, 0 on the diagonal.

    As a correlation, and as a share of the votes of the one that votes less.
    """
    everyone = np.ones((pairs.lfs, pairs.lfs), dtype=bool)
    alike, _, by_chance, gain, _ = (table / pairs.rows for table in _counts(pairs, shares, everyone))
    expected = np.outer(mood, mood) * (by_chance + gain * np.outer(competence, competence))
    votes = np.bincount(pairs.lf, np.diag(pairs.together), minlength=pairs.lfs)
    spread = np.sqrt(votes * (1.0 - votes)) + 1e-9
    fewer = np.maximum(np.minimum.outer(votes, votes), 1e-12)
    share = (alike - expected) / np.maximum(fewer - expected, 1e-12)
    return (alike - expected) / np.outer(spread, spread), np.where(expected < fewer, np.clip(share, 0.0, 1.0), 0.0)


def _counts(pairs: PairCounts, shares: Floats, apart: Bools) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Rows on which two LFs vote alike, and differently; and what is expected of each, ``(m, m)`` all of them.

    In order: alike, differently; alike by chance, by how much more for competent LFs, differently by chance.
    """
    member = np.zeros((len(pairs.lf), pairs.lfs))
    member[np.arange(len(pairs.lf)), pairs.lf] = pairs.rows
    kept = apart & ~np.eye(pairs.lfs, dtype=bool)
    same = pairs.label[:, None] == pairs.label[None, :]
    alone = np.diag(pairs.together)
    chance = np.outer(alone, alone)
    rarer = (1.0 / shares - 1.0)[pairs.label]
    tables = (pairs.together * same, pairs.together * ~same, chance * same, chance * same * rarer, chance * ~same)
    one, two, three, four, five = (member.T @ table @ (member > 0.0) * kept for table in tables)
    return one, two, three, four, five
