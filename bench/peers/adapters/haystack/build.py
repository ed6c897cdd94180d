"""A Haystack document store of the pages, cut by Haystack's splitter."""

from haystack import Pipeline
from haystack.components.converters import TextFileToDocument
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore

from bench.peers.adapters.haystack.embed import DocumentEmbedder
from bench.peers.adapters.places import PAGES, STORE

store = InMemoryDocumentStore()
pipeline = Pipeline()
pipeline.add_component("read", TextFileToDocument())
pipeline.add_component("split", DocumentSplitter())
pipeline.add_component("embed", DocumentEmbedder())
pipeline.add_component("write", DocumentWriter(store))
pipeline.connect("read", "split")
pipeline.connect("split", "embed")
pipeline.connect("embed", "write")
pipeline.run({"read": {"sources": sorted(PAGES.glob("*.txt"))}})
store.save_to_disk(str(STORE / "store.json"))
