# kgraph for a Neo4j server: no embedded engine, no compiler, no sources; runs as a user, on a read-only file system.
# docker-compose.yml says how.

FROM python:3.12-slim-bookworm AS build
WORKDIR /build
COPY requirements-server.txt ./
RUN python -m venv /opt/kgraph && /opt/kgraph/bin/pip install --no-cache-dir --requirement requirements-server.txt
COPY pyproject.toml README.md LICENSE ./
COPY kgraph kgraph
COPY queries queries
RUN /opt/kgraph/bin/pip install --no-cache-dir --no-deps .

FROM python:3.12-slim-bookworm
COPY --from=build /opt/kgraph /opt/kgraph
# The records of the graph; whoever the container runs as may write there.
RUN install --directory --mode=1777 /journal && install --directory /articles
ENV PATH=/opt/kgraph/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
USER 1000:1000
WORKDIR /articles
VOLUME /journal
ENTRYPOINT ["kgraph"]
CMD ["--help"]
