"""Pages from templates; every value is escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def make_environment(folder: Path) -> Environment:
    """The templates of a folder, which escape every value and refuse names that are not there."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_TEMPLATES = make_environment(Path(__file__).parent / "templates")


def render(template: str, **values: object) -> str:
    """The page of a template in ``service/templates``; a missing value is an error."""
    return _TEMPLATES.get_template(template).render(values)
