"""Where an adapter finds its pages, and where it keeps its store."""

from __future__ import annotations

import os
from pathlib import Path

# Plain text, one file a page, named by the page's id.
PAGES = Path(os.environ.get("PEERS_PAGES", "pages"))
STORE = Path(os.environ.get("PEERS_STORE", "store"))
