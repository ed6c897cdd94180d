"""Settings come from the environment, and a bad one names its variable."""

from datetime import date
from pathlib import Path

import pytest

from service.settings import PREFIX, Settings, SettingsError, load_settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults() -> None:
    settings = load_settings()
    assert (settings.index, settings.host, settings.port) == (Path("var/index"), "127.0.0.1", 8000)
    assert settings.now() == date.today()


def test_the_environment_and_a_dotenv_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("GYORYU_PORT=9000\nGYORYU_HOST=::1\nOTHER=1\n")
    monkeypatch.setenv("GYORYU_HOST", "0.0.0.0")
    monkeypatch.setenv("GYORYU_TODAY", "2024-02-29")
    monkeypatch.setenv("GYORYU_THREADS", "")
    settings = load_settings()
    assert (settings.host, settings.port, settings.threads) == ("0.0.0.0", 9000, None)
    assert settings.now() == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "abc"), ("PORT", "99999"), ("LOG_LEVEL", "loud"), ("TODAY", "x"), ("THREADS", "0")],
)
def test_a_malformed_one_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"GYORYU_{name}", value)
    with pytest.raises(SettingsError, match=f"^GYORYU_{name}: "):
        load_settings()


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())
