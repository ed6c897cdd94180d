"""The API as a page to read and to try, made from its OpenAPI document: no script, no CDN."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

Schema = Mapping[str, Any]

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} API</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="docs.css">
</head>
<body>
<main>
<h1>{title} API <small>{version}</small></h1>
<p>{description}</p>
<p>The same for machines: <a href="openapi.json">openapi.json</a>.
To ask by hand: <a href=".">the demo page</a>.</p>
<nav aria-label="Routes"><ul>{contents}</ul></nav>
{routes}
<h2 id="types">Types</h2>
{types}
</main>
</body>
</html>
"""


def render_manual(document: Schema) -> str:
    """The page for an OpenAPI document."""
    routes = list(_routes(document))
    types = document.get("components", {}).get("schemas", {})
    return _PAGE.format(
        title=escape(document["info"]["title"]),
        version=escape(document["info"]["version"]),
        description=escape(document["info"].get("description", "")),
        contents="".join(_entry(method, path, route) for method, path, route in routes),
        routes="\n".join(_section(method, path, route) for method, path, route in routes),
        types="\n".join(_type_section(name, schema) for name, schema in types.items()),
    )


def _routes(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    for path, methods in document["paths"].items():
        for method, route in methods.items():
            yield method.upper(), path, route


def _entry(method: str, path: str, route: Schema) -> str:
    name = escape(f"{method} {path}")
    return f'<li><a href="#{_anchor(method, path)}"><code>{name}</code></a> {_summary(route)}</li>'


def _section(method: str, path: str, route: Schema) -> str:
    return "\n".join(
        [
            f'<section id="{_anchor(method, path)}">',
            f"<h2><code>{escape(f'{method} {path}')}</code></h2>",
            f"<p><strong>{_summary(route)}</strong> {escape(route.get('description', ''))}</p>",
            _parameters(route),
            _body(route),
            f"<p>Returns {_returned(route)}. Errors: {_errors(route)}.</p>",
            _try(path, route) if method == "GET" else "",
            "</section>",
        ]
    )


def _parameters(route: Schema) -> str:
    return _table(
        (p["name"], _type(p["schema"]), _need(p.get("required", False), p["schema"]), p)
        for p in route.get("parameters", ())
    )


def _body(route: Schema) -> str:
    content = route.get("requestBody", {}).get("content", {})
    return "".join(f"<p>Send {_type(media['schema'])} as JSON.</p>" for media in content.values())


def _returned(route: Schema) -> str:
    media = route["responses"].get("200", {}).get("content", {})
    return (
        ", ".join(
            _type(item["schema"]) if item.get("schema") else f"<code>{escape(name)}</code>"
            for name, item in media.items()
        )
        or "text"
    )


def _errors(route: Schema) -> str:
    return ", ".join(code for code in route["responses"] if code.startswith(("4", "5"))) or "none"


def _try(path: str, route: Schema) -> str:
    """A form that sends the query, or a link where there is nothing to fill in."""
    fields = [p for p in route.get("parameters", ()) if p["in"] == "query"]
    if "{" in path:
        return ""
    target = escape(path.lstrip("/"))
    if not fields:
        return f'<p><a href="{target}">Try it</a></p>'
    inputs = "".join(_input(field) for field in fields)
    return f'<form action="{target}" method="get">{inputs}<button>Try it</button></form>'


def _input(field: Schema) -> str:
    name, need = escape(field["name"]), " required" if field.get("required") else ""
    value = escape(str(field["schema"].get("default", "")))
    return f'<label>{name} <input name="{name}" value="{value}"{need}></label> '


def _type_section(name: str, schema: Schema) -> str:
    needed = schema.get("required", ())
    rows = (
        (field, _type(kind), _need(field in needed, kind), kind)
        for field, kind in schema.get("properties", {}).items()
    )
    head = f"<h3>{escape(name)}</h3><p>{escape(schema.get('description', ''))}</p>"
    return f'<section id="type-{escape(name)}">{head}{_table(rows)}</section>'


def _table(rows: Iterable[tuple[str, str, str, Schema]]) -> str:
    cells = [
        f"<tr><th scope='row'><code>{escape(name)}</code></th><td>{kind}</td><td>{need}</td>"
        f"<td>{escape(about.get('description', ''))}</td></tr>"
        for name, kind, need, about in rows
    ]
    return f"<table>{''.join(cells)}</table>" if cells else ""


def _type(schema: Schema) -> str:
    """A type in words, linked to its section where it has one."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#type-{name}">{name}</a>'
    if "anyOf" in schema:
        kinds = [_type(kind) for kind in schema["anyOf"] if kind.get("type") != "null"]
        return " or ".join(kinds)
    if "enum" in schema:
        return " | ".join(f"<code>{escape(str(value))}</code>" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return escape(str(schema.get("type", "any")))


def _need(required: bool, schema: Schema) -> str:
    if required:
        return "required"
    default = schema.get("default")
    return "optional" if default in (None, "", [], {}) else f"default {escape(str(default))}"


def _summary(route: Schema) -> str:
    return escape(route.get("summary", ""))


def _anchor(method: str, path: str) -> str:
    return escape(f"{method}{path}".replace("/", "-").replace("{", "").replace("}", "").lower())
