"""The index behind a route: LlamaIndex brings no server of its own."""

import sys
from pathlib import Path

from llama_index.core import StorageContext, load_index_from_storage
from llama_index.vector_stores.faiss import FaissVectorStore

from bench.peers.adapters.front import serve
from bench.peers.adapters.llamaindex import embed  # noqa: F401
from bench.peers.adapters.places import STORE

vectors = FaissVectorStore.from_persist_dir(str(STORE))
index = load_index_from_storage(
    StorageContext.from_defaults(vector_store=vectors, persist_dir=str(STORE))
)


def find(question: str, limit: int) -> list[tuple[str, str]]:
    """Passages as (page, text), best first."""
    nodes = index.as_retriever(similarity_top_k=limit).retrieve(question)
    return [(Path(node.metadata["file_name"]).stem, node.get_content()) for node in nodes]


serve(find, int(sys.argv[1]))
