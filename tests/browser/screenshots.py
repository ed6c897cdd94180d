"""Makes the pictures in docs/images: python -m tests.browser.screenshots INDEX FOLDER."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page

from service.app import create_app
from service.log import start_log
from service.settings import Settings
from tests.browser.driving import ask, find_chromium, running_browser, serving
from tests.browser.questions import EVENTS, HEADLINES

# The same pictures whenever they are made.
TODAY = date(2026, 11, 22)
SCREENS = {"phone": (390, 844), "desktop": (1280, 900)}
LOCALES = {"ko": "ko-KR", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown, on which screen, in which language and colours."""

    name: str
    screen: str
    language: str
    scheme: str
    show: Callable[[Page], None]

    @property
    def file(self) -> str:
        """The name of the file."""
        dark = "-dark" if self.scheme == "dark" else ""
        return f"{self.name}-{self.screen}-{self.language}{dark}.png"


def main(index: Path, folder: Path) -> None:
    """Take every picture over ``index`` into ``folder``."""
    executable = find_chromium()
    if executable is None:
        sys.exit("No Chromium here. On Debian and Ubuntu: apt-get install chromium fonts-noto-cjk")
    start_log("warning")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        # What is asked for a picture is no question of a citizen.
        database = f"sqlite:///{place}/g.db"
        settings = Settings(index=index, today=TODAY, database=database)
        with serving(create_app(settings)) as origin, running_browser(executable) as browser:
            for picture in _pictures():
                path = folder / picture.file
                _take(browser, origin, picture, path)
                print(f"{path}  {path.stat().st_size // 1000} kB")


def _pictures() -> list[Picture]:
    """The headline answer everywhere; the rest of what there is to see, once."""
    headlines = [
        Picture("answer", screen, language, scheme, _ask(HEADLINES[language][0]))
        for screen in SCREENS
        for language in LOCALES
        for scheme in ("light", "dark")
    ]
    return [
        *headlines,
        Picture("demo", "desktop", "ko", "light", lambda _page: None),
        Picture("demo", "phone", "ko", "light", lambda _page: None),
        Picture("passage", "phone", "en", "light", _ask(HEADLINES["en"][0], ".passage")),
        Picture("timeline", "phone", "en", "light", _ask(EVENTS, ".events")),
        Picture("clarify", "phone", "zh-Hans", "light", _ask("人口是多少？")),
        Picture("abstention", "phone", "ko", "light", _ask("학벽시 시장은 누구인가요?")),
    ]


def _ask(question: str, scroll_to: str | None = None) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        ask(page, question)
        if scroll_to:
            script = "(e) => e.scrollIntoView({block: 'center'})"
            page.locator(scroll_to).first.evaluate(script)

    return show


def _take(browser: Browser, origin: str, picture: Picture, path: Path) -> None:
    width, height = SCREENS[picture.screen]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=picture.scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        locale=LOCALES[picture.language],
    )
    page.goto(f"{origin}/?lang={picture.language}")
    picture.show(page)
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
