"""Makes the pictures of the console: python -m tests.browser.staff_screenshots INDEX FOLDER."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from service.app import create_app
from service.log import start_log
from service.settings import Settings
from tests.browser.driving import find_chromium, running_browser, serving
from tests.browser.staff_desk import furnished, sign_in

SCREENS = {"phone": (390, 844), "desktop": (1280, 860)}
TONGUES = ("ko", "zh-Hans", "zh-Hant", "en")
PAGES = {
    "search": "/staff",
    "timeline": "/staff/timeline",
    "ties": "/staff/ties",
    "picture": "/staff/picture",
    "exchange": "/staff/exchanges/seocho%40{first}",
    "briefing": "/staff/briefing/hebi--seocho",
    "questions": "/staff/questions",
    "groups": "/staff/questions/groups",
}
# What the manuals show; the others are made with "all".
SHOWN = ("search", "timeline", "picture", "questions")


def main(index: Path, folder: Path, *wanted: str) -> None:
    """See pages in each language on each screen; ``wanted`` may hold all, dark, PAGE-LANGUAGE."""
    executable = find_chromium()
    if executable is None:
        sys.exit("No Chromium here. On Debian and Ubuntu: apt-get install chromium fonts-noto-cjk")
    start_log("warning")
    folder.mkdir(parents=True, exist_ok=True)
    scheme = "dark" if "dark" in wanted else "light"
    with tempfile.TemporaryDirectory() as place:
        address = f"sqlite:///{place}/g.db"
        with (
            furnished(address),
            serving(create_app(Settings(index=index, database=address))) as origin,
            running_browser(executable) as browser,
        ):
            for screen in SCREENS:
                for tongue in TONGUES:
                    _pictures(browser, origin, screen, tongue, scheme, folder, wanted)


def _pictures(
    browser: Browser,
    origin: str,
    screen: str,
    tongue: str,
    scheme: str,
    folder: Path,
    wanted: tuple[str, ...],
) -> None:
    width, height = SCREENS[screen]
    names = [n for n in PAGES if "all" in wanted or f"{n}-{tongue}" in wanted]
    names = names or ([] if set(wanted) - {"dark"} else list(SHOWN))
    if not names:
        return
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if screen == "phone" else 1,
        color_scheme=scheme,
        reduced_motion="reduce",
        locale=tongue,
    )
    sign_in(page, origin)
    for name in names:
        path = PAGES[name]
        if "{first}" in path:
            page.goto(f"{origin}/staff")
            path = page.locator(".row h3 a").first.get_attribute("href") or path
        page.goto(f"{origin}{path}")
        suffix = "-dark" if scheme == "dark" else ""
        page.screenshot(path=folder / f"staff-{name}-{screen}-{tongue}{suffix}.png")
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
