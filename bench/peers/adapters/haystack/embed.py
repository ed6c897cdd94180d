"""The encoder as Haystack's components."""

from haystack import Document, component

from bench.peers.adapters.encoder import encoder


@component
class DocumentEmbedder:
    """Gives documents their vectors."""

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """The same documents, with vectors."""
        vectors = encoder().passages([document.content or "" for document in documents])
        for document, vector in zip(documents, vectors, strict=True):
            document.embedding = vector.tolist()
        return {"documents": documents}


@component
class TextEmbedder:
    """Gives a question its vector."""

    @component.output_types(embedding=list[float])
    def run(self, text: str) -> dict[str, list[float]]:
        """The vector of ``text``."""
        return {"embedding": encoder().queries([text])[0].tolist()}
