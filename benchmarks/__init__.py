"""The figures of kgraph: ratios measured in one run on one machine, never absolute pass marks."""
