"""A Chroma database of the pages. Chroma cuts no text: LangChain's splitter does."""

import chromadb
from langchain_text_splitters import RecursiveCharacterTextSplitter

from bench.peers.adapters.chroma.embed import passages
from bench.peers.adapters.places import PAGES, STORE

split = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
cut = [
    (page.stem, number, text)
    for page in sorted(PAGES.glob("*.txt"))
    for number, text in enumerate(split.split_text(page.read_text(encoding="utf-8")))
]
passages(chromadb.PersistentClient(str(STORE))).add(
    ids=[f"{page}#{number}" for page, number, _ in cut],
    documents=[text for _, _, text in cut],
    metadatas=[{"page": page} for page, _, _ in cut],
)
