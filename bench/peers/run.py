"""``python -m bench.peers.run``: measures all systems, and writes the table and the pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from bench.peers.install import WORK
from bench.peers.material import prepare
from bench.peers.measuring import Plan, measure
from bench.peers.processes import PeerError, Places
from bench.peers.results import RESULTS, Results
from bench.peers.systems import SYSTEMS
from index.export import cached_encoder

FULL = Plan(builds=2, starts=3, rounds=3, shared=160)
QUICK = Plan(builds=1, starts=1, rounds=1, shared=48)
# Open questions of a quick run.
FEW = 60


@click.command()
@click.option("--quick", is_flag=True, help="Few questions, everything once: to try it out.")
@click.option("--builds", type=click.IntRange(1), help="How often each is built.")
@click.option("--only", multiple=True, help="Only these systems, by name.")
@click.option("--into", type=click.Path(path_type=Path), default=RESULTS, help="Results file.")
@click.option("--write", is_flag=True, help="Measure nothing: table and pictures from the file.")
def main(quick: bool, builds: int | None, only: tuple[str, ...], into: Path, write: bool) -> None:
    """Measure all systems side by side; write the table and pictures of docs/performance.md."""
    if not write:
        try:
            _measured(quick, builds, only).save(into)
        except PeerError as error:
            raise click.ClickException(str(error)) from error
    if write or into == RESULTS:
        from bench.peers.pictures import draw
        from bench.peers.table import put

        results = Results.load_from(into)
        put(results)
        draw(results)


def _measured(quick: bool, builds: int | None, only: tuple[str, ...]) -> Results:
    material = prepare(WORK / "material")
    if quick:
        step = max(1, len(material.open) // FEW)
        material = replace(material, open=material.open[::step])
    places = Places(WORK, cached_encoder("default", click.echo), material)
    chosen = [system for system in SYSTEMS if not only or system.name in only]
    plan = QUICK if quick else FULL
    return measure(chosen, places, replace(plan, builds=builds or plan.builds), click.echo)


if __name__ == "__main__":
    main()
