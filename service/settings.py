"""What an operator may set, in the environment or in a file ``.env``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.allowed import Networks, Origins, Rate

PREFIX = "GYORYU_"
LogLevel = Literal["debug", "info", "warning", "error"]


class Settings(BaseSettings):
    """Every setting with its default; the descriptions are those of the operators' manual."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    index: Path = Field(default=Path("var/index"), description="folder of the index")
    host: str = Field(default="127.0.0.1", description="address that `serve` listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="port that `serve` listens on")
    log_level: LogLevel = Field(default="info", description="`debug`, `info`, `warning` or `error`")
    places: Path | None = Field(
        default=None,
        description="CSV file of your own places, read by `build`, `facts` and `check`",
    )
    model: str = Field(
        default="default",
        description="encoder that `build` uses: `default`, or a sentence-transformers model "
        "by name or path",
    )
    threads: int | None = Field(
        default=None,
        ge=1,
        le=256,
        description="CPU threads that encode one question",
        json_schema_extra={"default": "chosen from the machine"},
    )
    remembered: int = Field(
        default=1024,
        ge=0,
        le=1_000_000,
        description="questions whose vector stays in memory; asked again they cost no encoding",
    )
    max_question: int = Field(
        default=1000, ge=1, description="longest question that is taken, in characters"
    )
    max_body: int = Field(
        default=65536, ge=1024, description="largest request body that is taken, in bytes"
    )
    allowed_origins: Origins = Field(
        default=(),
        description="websites that may call the API from a visitor's browser and frame "
        "`/embed`, as `https://www.example.org`, divided by commas",
        json_schema_extra={"default": "none"},
    )
    rate_limit: Rate = Field(
        default="120/minute",
        description="requests to `/v1/` that one client may make, as `120/minute`, or `off`",
    )
    rate_exempt: Networks = Field(
        default="127.0.0.0/8,::1",
        validate_default=True,
        description="networks of clients without that limit, divided by commas, or `none`",
        json_schema_extra={"default": "`127.0.0.0/8,::1`"},
    )
    proxies: str = Field(
        default="127.0.0.1,::1",
        description="reverse proxies whose `X-Forwarded-For` names the client, divided by commas",
    )
    database: str = Field(
        default="sqlite:///var/gyoryu.db",
        description="URL of the database of questions and accounts: SQLite or PostgreSQL",
    )
    keep_questions: bool = Field(
        default=True, description="whether questions are kept, without personal data"
    )
    question_days: int = Field(
        default=90, ge=1, le=3650, description="days after which a question is deleted"
    )
    staff_hours: int = Field(
        default=12, ge=1, le=720, description="hours after which staff sign in again"
    )
    today: date | None = Field(
        default=None,
        description="the date to take for today (ISO 8601), for tests",
        json_schema_extra={"default": "the clock's"},
    )

    def now(self) -> date:
        """Today, or the day that is set."""
        return self.today or date.today()


class SettingsError(Exception):
    """A setting that cannot be used; the message names the variable."""


def load_settings() -> Settings:
    """The settings of the environment; raises SettingsError where one is malformed."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(map(str, first["loc"])).upper()
        raise SettingsError(f"{name}: {first['msg'][:1].lower()}{first['msg'][1:]}") from error
