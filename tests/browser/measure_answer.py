"""How soon an answer is on screen: python -m tests.browser.measure_answer INDEX."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from service.app import create_app
from service.log import start_log
from service.settings import Settings
from tests.browser.driving import find_chromium, open_widget, running_browser, serving
from tests.browser.questions import HEADLINES

# An answer should be on screen so soon after Enter, beyond the time that the service itself takes.
MOST_MS = 100
_TIMES = 5
_TIMED = """(question) => new Promise((resolve) => {
  const widget = document.querySelector('gyoryu-widget');
  const box = widget.shadowRoot.querySelector('.composer .box');
  const log = widget.shadowRoot.querySelector('.log');
  const answers = log.querySelectorAll('.answer').length;
  let took = 0, started = 0;
  widget.addEventListener('gyoryu:answer', (e) => { took = e.detail.answer.took_ms; });
  new MutationObserver((_, watcher) => {
    if (log.querySelectorAll('.answer').length === answers) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started - took)));
  }).observe(log, { childList: true, subtree: true });
  box.value = question;
  started = performance.now();
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
})"""


def main(index: Path) -> None:
    """Print the time from Enter to the frame after the answer, less the service's own."""
    executable = find_chromium()
    if executable is None:
        sys.exit("No Chromium here. On Debian and Ubuntu: apt-get install chromium fonts-noto-cjk")
    start_log("warning")
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(index=index, database=f"sqlite:///{place}/g.db")
        with serving(create_app(settings)) as origin, running_browser(executable) as browser:
            page = browser.new_page(locale="en-GB")
            page.goto(origin)
            open_widget(page)
            questions = [question for question, _, _ in HEADLINES.values()] * _TIMES
            taken = [page.evaluate(_TIMED, question) for question in questions]
    print(
        f"Enter to answer beyond the service: first {taken[0]:.0f} ms, "
        f"median {statistics.median(taken):.0f} ms (at most {MOST_MS} ms is wanted)"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
