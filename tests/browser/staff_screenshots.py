"""Makes the pictures of the console: python -m tests.browser.staff_screenshots INDEX FOLDER."""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from service.app import create_app
from service.log import start_log
from service.settings import Settings
from service.staff.languages import TONGUES
from tests.browser.driving import find_chromium, running_browser, serving
from tests.browser.staff_desk import PAGES, furnished, sign_in

SCREENS = {"phone": (390, 844), "desktop": (1280, 860)}
# What README and the manuals show: page, screen, language, scheme.
SHOWN = (
    ("search", "desktop", "ko", "light"),
    ("search", "phone", "ko", "light"),
    ("timeline", "desktop", "en", "light"),
    ("picture", "desktop", "zh-Hans", "light"),
    ("picture", "desktop", "en", "dark"),
    ("questions", "phone", "zh-Hant", "light"),
    ("groups", "phone", "ko", "dark"),
    ("briefing", "phone", "en", "light"),
)
Shot = tuple[str, str, str, str]


def main(index: Path, folder: Path, which: str = "shown") -> None:
    """Make the pictures that are shown, or with ``all`` each page in every way."""
    executable = find_chromium()
    if executable is None:
        sys.exit("No Chromium here. On Debian and Ubuntu: apt-get install chromium fonts-noto-cjk")
    start_log("warning")
    folder.mkdir(parents=True, exist_ok=True)
    every = product(PAGES, SCREENS, TONGUES, ("light", "dark"))
    shots: list[Shot] = list(every) if which == "all" else list(SHOWN)
    with tempfile.TemporaryDirectory() as place:
        address = f"sqlite:///{place}/g.db"
        with (
            furnished(address),
            serving(create_app(Settings(index=index, database=address))) as origin,
            running_browser(executable) as browser,
        ):
            cookies = _signed_in(browser, origin)
            for shot in shots:
                path = folder / f"staff-{'-'.join(shot).removesuffix('-light')}.png"
                _picture(browser, origin, cookies, shot, path)
                print(f"{path}  {path.stat().st_size // 1000} kB")


def _signed_in(browser: Browser, origin: str) -> Any:
    """The cookies of a browser that is signed in."""
    context = browser.new_context()
    sign_in(context.new_page(), origin)
    cookies = context.cookies()
    context.close()
    return cookies


def _picture(browser: Browser, origin: str, cookies: Any, shot: Shot, path: Path) -> None:
    name, screen, tongue, scheme = shot
    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if screen == "phone" else 1,
        color_scheme=scheme,
        reduced_motion="reduce",
        locale=tongue,
    )
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{origin}{PAGES[name]}")
    page.screenshot(path=path)
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
