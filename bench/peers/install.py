"""Installs every system apart: a virtual environment each, with what requirements/ names."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from bench.peers.material import ROOT
from bench.peers.processes import environment
from bench.peers.systems import SYSTEMS

WORK = ROOT / "var" / "peers"
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


if __name__ == "__main__":
    for one in sys.argv[1:] or [system.name for system in SYSTEMS]:
        install(WORK, one)
