"""A LlamaIndex index of the pages over FAISS, cut by LlamaIndex's splitter."""

import faiss
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
from llama_index.vector_stores.faiss import FaissVectorStore

from bench.peers.adapters.llamaindex import embed  # noqa: F401
from bench.peers.adapters.places import PAGES, STORE

DIMENSION = 384

vectors = FaissVectorStore(faiss_index=faiss.IndexFlatIP(DIMENSION))
pages = SimpleDirectoryReader(str(PAGES)).load_data()
index = VectorStoreIndex.from_documents(
    pages, storage_context=StorageContext.from_defaults(vector_store=vectors)
)
index.storage_context.persist(str(STORE))
