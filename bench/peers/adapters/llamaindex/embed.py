"""The encoder as LlamaIndex takes it."""

from llama_index.core import Settings
from llama_index.core.embeddings import BaseEmbedding

from bench.peers.adapters.encoder import encoder


class Embedding(BaseEmbedding):
    """Vectors of questions and of passages."""

    def _get_query_embedding(self, query: str) -> list[float]:
        vector: list[float] = encoder().queries([query])[0].tolist()
        return vector

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = encoder().passages(texts).tolist()
        return vectors


Settings.embed_model = Embedding()
