"""The encoder as Chroma takes it, and the collection that holds the pages."""

from chromadb import Documents, EmbeddingFunction, Embeddings
from chromadb.api import ClientAPI
from chromadb.api.models.Collection import Collection

from bench.peers.adapters.encoder import encoder


class Embedding(EmbeddingFunction[Documents]):
    """Vectors of questions and of passages."""

    def __init__(self) -> None:
        pass

    def __call__(self, input: Documents) -> Embeddings:
        """Vectors of passages."""
        return list(encoder().passages(input))

    def embed_query(self, input: Documents) -> Embeddings:
        """Vectors of questions."""
        return list(encoder().queries(input))


def passages(client: ClientAPI) -> Collection:
    """The collection, made where there is none."""
    return client.get_or_create_collection("passages", embedding_function=Embedding())
