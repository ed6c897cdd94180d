"""Makes the pictures of the demo page: python -m tests.browser.screenshots INDEX FOLDER [dark]."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser

from service.app import create_app
from service.log import start_log
from service.settings import Settings
from tests.browser.driving import ask, find_chromium, running_browser, serving

SCREENS = {"phone": (360, 740), "desktop": (1280, 800)}
QUESTIONS = {
    "ko": "서초구는 학벽시와 언제 우호도시 협정을 맺었나요?",
    "zh": "瑞草区和鹤壁市什么时候签约？",
    "en": "when did Seocho sign with Hebi?",
}


def main(index: Path, folder: Path, scheme: str = "light") -> None:
    """Ask the headline question of each language on each screen, and keep what is seen."""
    executable = find_chromium()
    if executable is None:
        sys.exit("No Chromium here. On Debian and Ubuntu: apt-get install chromium fonts-noto-cjk")
    start_log("warning")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        serving(create_app(Settings(index=index))) as origin,
        running_browser(executable) as browser,
    ):
        for screen in SCREENS:
            for tongue in QUESTIONS:
                path = folder / f"demo-{screen}-{tongue}.png"
                _picture(browser, origin, screen, tongue, scheme, path)
                print(f"{path}  {path.stat().st_size // 1000} kB")


def _picture(
    browser: Browser, origin: str, screen: str, tongue: str, scheme: str, path: Path
) -> None:
    width, height = SCREENS[screen]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if screen == "phone" else 1,
        color_scheme=scheme,
        reduced_motion="reduce",
        locale=tongue,
    )
    page.goto(origin)
    ask(page, QUESTIONS[tongue])
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
