"""Tokenising on all cores: helper processes that cut text and answer with offsets.

A helper is this module run as a program. It reads a length and that many bytes of UTF-8, and answers with a length and
the offsets of the tokens. It needs nothing of the program that started it, unlike a pool of :mod:`multiprocessing`,
which would run a script without a main guard once more in every process. While helpers still start (they import
spaCy), the work goes on without them.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread
from typing import IO

import numpy as np

from .tokenizer import Cuts, cut

BATCH = 100_000
"""Characters that are cut at once."""

MANY = 2_000_000
"""Characters for which it pays to start helpers."""

MOST = 8
"""Processes at most."""

_Task = tuple[str, list[Cuts | None], int]
_LENGTH = struct.Struct("<q")
_READY = b"ready"


class Cutters:
    """Cuts many chunks, with the help of other processes once there is much to do. Use it in a ``with``."""

    def __init__(self, *, helpers: int | None = None) -> None:
        self.wanted = min(_cores(), MOST) - 1 if helpers is None else helpers
        self._helpers: list[subprocess.Popen[bytes]] = []
        self._work: Queue[_Task | None] = Queue()

    def __enter__(self) -> Cutters:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the helpers."""
        for helper in self._helpers:
            self._work.put(None)
            helper.kill()
            helper.wait()
            for stream in (helper.stdin, helper.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()

    def cut(self, chunks: Sequence[str]) -> Iterator[tuple[str, Cuts]]:
        """The chunks, several at a time with line ends between them, and their tokens' starts and ends in that text."""
        batches = list(_batches(chunks))
        if not self._helpers and sum(map(len, batches)) >= MANY:
            with suppress(OSError):  # a system that refuses a process leaves us with those we have
                for _ in range(self.wanted):
                    self._helpers.append(_start())
            for helper in self._helpers:
                Thread(target=self._assist, args=[helper], daemon=True).start()
        cuts: list[Cuts | None] = [None] * len(batches)
        for i, batch in enumerate(batches):
            self._work.put((batch, cuts, i))
        while True:
            try:
                task = self._work.get_nowait()
            except Empty:
                break
            if task is not None:
                cuts[task[2]] = cut(task[0])
            self._work.task_done()
        self._work.join()
        for batch, found in zip(batches, cuts, strict=True):
            yield batch, cut(batch) if found is None else found

    def _assist(self, helper: subprocess.Popen[bytes]) -> None:
        """Hand batches to a helper, from when it is ready until it ends; what it leaves undone is not lost."""
        to, back = helper.stdin, helper.stdout
        alive = to is not None and back is not None and _receive(back) == _READY
        while alive and (task := self._work.get()) is not None:
            batch, cuts, i = task
            answer = None if to is None or back is None else _ask(to, back, batch)
            alive = answer is not None
            cuts[i] = answer
            self._work.task_done()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(chunks: Sequence[str]) -> Iterator[str]:
    begin = size = 0
    for i, chunk in enumerate(chunks):
        size += len(chunk) + 1
        if size >= BATCH:
            yield "\n".join(chunks[begin : i + 1])
            begin, size = i + 1, 0
    if begin < len(chunks):
        yield "\n".join(chunks[begin:])


def _start() -> subprocess.Popen[bytes]:
    """A helper that imports from where this process does."""
    program = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
    command = [sys.executable, "-I", "-c", program]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _ask(to: IO[bytes], back: IO[bytes], batch: str) -> Cuts | None:
    """What a helper makes of a batch; None if the helper is gone."""
    try:
        _send(to, batch.encode())
        answer = _receive(back)
    except OSError:
        return None
    return None if answer is None else np.frombuffer(answer, dtype="<u4").reshape(-1, 2).astype(np.int64)


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None if the stream ends before it does."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None


def serve() -> None:
    """Answer until the input ends: a helper's whole life."""
    cut("")
    _send(sys.stdout.buffer, _READY)
    while (message := _receive(sys.stdin.buffer)) is not None:
        _send(sys.stdout.buffer, cut(message.decode()).astype("<u4").tobytes())
