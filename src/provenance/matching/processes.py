"""Work shared out to several processes, with the result that one would give."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def share_out(work: Callable[[Task], Result], tasks: Sequence[Task], workers: int) -> list[Result]:
    """Do tasks in several processes, started the way the platform or the program prefers; results come in the order of the tasks.

    A process that may have no children of its own does everything itself.

    Args:
        work: What is done with each task. Every process gets a copy once, so it may carry what all tasks need; it must be picklable where
            processes are not forked.
        tasks: Small descriptions of the tasks.
        workers: How many processes.

    """
    if workers == 1 or len(tasks) < 2 or multiprocessing.current_process().daemon:
        return [work(task) for task in tasks]
    with multiprocessing.get_context().Pool(min(workers, len(tasks)), _remember, (work,)) as processes:
        return processes.map(_do, tasks, chunksize=1)


_remembered: list[Callable[[Any], Any]] = []


def _remember(work: Callable[[Any], Any]) -> None:
    _remembered[:] = [work]


def _do(task: Any) -> Any:
    return _remembered[0](task)
