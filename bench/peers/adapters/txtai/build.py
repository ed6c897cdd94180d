"""A txtai index of the pages, cut into paragraphs, and the settings of txtai's server."""

from txtai import Embeddings
from txtai.pipeline import Segmentation

from bench.peers.adapters.encoder import encoder
from bench.peers.adapters.places import PAGES, STORE

embeddings = Embeddings(
    method="external",
    transform="bench.peers.adapters.txtai.embed.encode",
    instructions={"query": encoder().query, "data": encoder().passage},
    content=True,
)
split = Segmentation(paragraphs=True)
embeddings.index(
    (f"{page.stem}#{number}", text)
    for page in sorted(PAGES.glob("*.txt"))
    for number, text in enumerate(split(page.read_text(encoding="utf-8")))
)
embeddings.save(str(STORE / "index"))
(STORE / "app.yml").write_text(f"path: {STORE / 'index'}\nembeddings:\n", encoding="utf-8")
