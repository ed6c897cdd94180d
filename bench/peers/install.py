"""Installs every system apart: a virtual environment each, with what requirements/ names.

``python -m bench.peers.install`` installs what is missing, and anew those that it is told by name.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from bench.peers.material import ROOT
from bench.peers.processes import environment
from bench.peers.systems import SYSTEMS

WORK = ROOT / "var" / "peers"
DONE = ".installed"
REQUIREMENTS = Path(__file__).parent / "requirements"


def install(work: Path, name: str) -> None:
    """Make the virtual environment of the system ``name`` anew."""
    folder = environment(work, name)
    venv.create(folder, clear=True, with_pip=True)
    # Isolated: what lies in the folder of the project is not installed.
    pip = [str(folder / "bin" / "python"), "-I", "-m", "pip"]
    wanted = ["-r", str(REQUIREMENTS / f"{name}.txt")]
    subprocess.run([*pip, "install", *wanted], cwd=ROOT, check=True)
    subprocess.run([*pip, "uninstall", "--yes", "--quiet", "pip"], check=True)
    (folder / DONE).touch()


def missing(work: Path) -> list[str]:
    """The systems that are not installed, or not wholly."""
    names = [system.name for system in SYSTEMS]
    return [name for name in names if not (environment(work, name) / DONE).exists()]


if __name__ == "__main__":
    for one in sys.argv[1:] or missing(WORK):
        install(WORK, one)
