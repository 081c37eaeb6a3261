"""What the whole looks like: networks of actors on the derived edges, measured with networkx."""
