"""What Hayhooks serves at /find/run."""

from pathlib import Path

from hayhooks import BasePipelineWrapper
from haystack import Pipeline
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from bench.peers.adapters.haystack.embed import TextEmbedder
from bench.peers.adapters.places import STORE


class PipelineWrapper(BasePipelineWrapper):
    """A question's vector, and the documents nearest to it."""

    def setup(self) -> None:
        """Load the store, once."""
        store = InMemoryDocumentStore.load_from_disk(str(STORE / "store.json"))
        self.pipeline = Pipeline()
        self.pipeline.add_component("embed", TextEmbedder())
        self.pipeline.add_component("find", InMemoryEmbeddingRetriever(store))
        self.pipeline.connect("embed.embedding", "find.query_embedding")

    def run_api(self, question: str, limit: int) -> list[tuple[str, str]]:
        """Passages as (page, text), best first."""
        found = self.pipeline.run({"embed": {"text": question}, "find": {"top_k": limit}})
        return [
            (Path(document.meta["file_path"]).stem, document.content)
            for document in found["find"]["documents"]
        ]
