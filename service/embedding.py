"""What other websites take from here: the widget's script, and the page for their frames."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse, Response

from service.bundle import LANGUAGES, Bundle, widget
from service.rendering import render
from service.tongue import choose_language

# Any site may load these two, also one that isolates itself; what they may call is another list.
_SHARED = {
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=300, stale-while-revalidate=86400",
    "cross-origin-resource-policy": "cross-origin",
}
_EMBED_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
# What the address of the frame may set, each as the data- attribute of that name.
_OPTIONS = ("district", "greeting", "examples", "theme")
_LONGEST = 500


def add_widget(app: FastAPI, origins: Sequence[str]) -> None:
    """Serve ``/widget.js``, ``/widget.css`` and ``/embed``, which ``origins`` may frame."""
    policy = " ".join([_EMBED_POLICY, *origins])
    bundle = widget()

    async def send_script(request: Request) -> Response:
        return _script(bundle, request)

    async def send_style(_request: Request) -> Response:
        return Response(bundle.style, media_type="text/css", headers=_SHARED)

    async def send_frame(request: Request) -> Response:
        return _frame(request, policy)

    app.add_route("/widget.js", send_script, include_in_schema=False)
    app.add_route("/widget.css", send_style, include_in_schema=False)
    app.add_route("/embed", send_frame, include_in_schema=False)


def _script(bundle: Bundle, request: Request) -> Response:
    """The script, zipped where the browser takes that, or the word that it has it already."""
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    body = bundle.zipped if zipped else bundle.script
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {**_SHARED, "etag": etag, "vary": "accept-encoding"}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    if zipped:
        headers["content-encoding"] = "gzip"
    return Response(body, media_type="text/javascript", headers=headers)


def _frame(request: Request, policy: str) -> Response:
    query = request.query_params
    options = {name: query[name][:_LONGEST] for name in _OPTIONS if query.get(name)}
    lang = query.get("lang", "auto")
    lang = lang if lang in LANGUAGES else "auto"
    spoken = choose_language(lang, request.headers.get("accept-language", ""))
    page = render("embed.html", options=options, lang=lang, spoken=spoken)
    return HTMLResponse(
        page, headers={"content-security-policy": policy, "vary": "accept-language"}
    )
