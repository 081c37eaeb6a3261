"""kgraph reads news articles and builds the graph of who says what about whom."""

