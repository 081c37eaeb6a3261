"""What makes a graph of kgraph at home in Neo4j Browser: favourites, a style, a guide, links."""

from kgraph.output.browser.favourites import favourite
from kgraph.output.browser.kit import GUIDE, STYLE, Login, kit, write_kit
from kgraph.output.browser.server import KitServer

__all__ = ["GUIDE", "STYLE", "KitServer", "Login", "favourite", "kit", "write_kit"]
