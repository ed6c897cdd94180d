"""Labelled values of a page, in every spelling that pages use."""

from corpus.labels.labelled import (
    Labelled,
    described_values,
    is_document,
    is_label,
    is_section,
    labelled_values,
    list_of,
    property_of,
    starts_with_label,
    structure_of,
)
from corpus.labels.unknown import unknown_labels

__all__ = [
    "Labelled",
    "described_values",
    "is_document",
    "is_label",
    "is_section",
    "labelled_values",
    "list_of",
    "property_of",
    "starts_with_label",
    "structure_of",
    "unknown_labels",
]
