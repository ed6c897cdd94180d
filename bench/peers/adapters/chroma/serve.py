"""Encodes questions and asks Chroma's server, which runs beside it and encodes none."""

import sys

import chromadb

from bench.peers.adapters.chroma.embed import passages
from bench.peers.adapters.front import serve

collection = passages(chromadb.HttpClient("127.0.0.1", int(sys.argv[2])))


def find(question: str, limit: int) -> list[tuple[str, str]]:
    """Passages as (page, text), best first."""
    found = collection.query(query_texts=[question], n_results=limit)
    pages = [str(told["page"]) for told in (found["metadatas"] or [[]])[0]]
    return list(zip(pages, (found["documents"] or [[]])[0], strict=True))


serve(find, int(sys.argv[1]))
