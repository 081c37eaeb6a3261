"""A real Neo4j Community server for the tests: no container, only Java 17 or newer and Maven, which fetches it once.

    python -m tools.neo4j_server run COMMAND...     start one, run a command with KGRAPH_TEST_NEO4J set, stop it
    python -m tools.neo4j_server start | stop | resume | wipe       resume: with what it held, on its ports
    python -m tools.neo4j_server import SCRIPT      start one with what a script of `kgraph export neo4j-admin` imports

The page of Neo4j Browser that comes with it is named by KGRAPH_TEST_BROWSER. ``run`` uses the server that
KGRAPH_TEST_NEO4J names, if it names one. Where Java or Maven is missing it says so and runs the command without a
server; with CI set, that is an error. Data lie in ``.neo4j/`` (KGRAPH_NEO4J_HOME), which may be removed at any time.
The server listens on loopback only, on free ports. KGRAPH_NEO4J_SETTINGS names a file of more settings, NAME=VALUE.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

VERSION = os.environ.get("NEO4J_VERSION", "5.26.30")
MAIN = f"org.neo4j.server.{'CommunityEntryPoint' if VERSION.startswith('5.') else 'Neo4jCommunity'}"
BROWSER = "5.24.0"
VARIABLE = "KGRAPH_TEST_NEO4J"
PAGE = "KGRAPH_TEST_BROWSER"  # the page of Neo4j Browser that the server has
HOME = Path(os.environ.get("KGRAPH_NEO4J_HOME", ".neo4j")).absolute()
CONF = HOME / "conf" / "neo4j.conf"
SETTINGS = os.environ.get("KGRAPH_NEO4J_SETTINGS")
PATIENCE = 180  # seconds until the server must answer; two are enough on an idle machine

POM = f"""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kgraph.tests</groupId> <artifactId>neo4j-server</artifactId> <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.neo4j.app</groupId> <artifactId>neo4j-server</artifactId> <version>{VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j</groupId> <artifactId>neo4j</artifactId> <version>{VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j.client</groupId> <artifactId>neo4j-browser</artifactId> <version>{BROWSER}</version>
    </dependency>
  </dependencies>
</project>
"""

# What Neo4j's own launcher opens of the JDK for it.
OPENED = [f"--add-opens=java.base/java.{part}=ALL-UNNAMED" for part in ("nio", "io", "lang")]
OPENED.append("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")


class NoServerError(Exception):
    """Why there is no server, in one line."""


def main(words: list[str]) -> int:
    verb, *rest = words or ["help"]
    if verb == "run" and rest:
        return run(rest)
    if verb == "import" and len(rest) == 1:
        verb, script = "start", Path(rest.pop())
    else:
        script = None
    verbs = {"start": lambda: print(f"export {VARIABLE}={start(script)}"), "stop": stop, "resume": resume, "wipe": wipe}
    if verb not in verbs or rest:
        print(__doc__)
        return 2
    try:
        verbs[verb]()
    except NoServerError as why:
        print(f"no Neo4j: {why}", file=sys.stderr)
        return 1
    return 0


def run(command: list[str]) -> int:
    """The command's exit status."""
    if os.environ.get(VARIABLE):
        return subprocess.call(command)
    try:
        address = start()
    except NoServerError as why:
        print(f"NO NEO4J FOR THE TESTS: {why}", file=sys.stderr, flush=True)
        return 1 if os.environ.get("CI") else subprocess.call(command)
    http = json.loads((HOME / "server.json").read_text(encoding="utf-8"))["http"]
    page = {PAGE: f"http://127.0.0.1:{http}/browser/"}
    try:
        return subprocess.call(command, env={**os.environ, **page, VARIABLE: address})
    finally:
        stop()


def start(script: Path | None = None) -> str:
    """Start a server with an empty graph, or with what a script imports, and wait until it answers. Returns its
    address, password included.

    Raises: NoServerError without Java or Maven, without a network at the first time, or when it does not come up.
    """
    java = _java()
    classpath = _classpath()
    wipe()
    bolt, http = _free_ports(2)
    password = secrets.token_hex(12)
    _configure(bolt, http)
    admin = [java, "-cp", classpath, "org.neo4j.server.startup.Neo4jAdminCommand"]
    _run([*admin, "dbms", "set-initial-password", password], _environment(), "its password cannot be set")
    if script:
        _run(["sh", str(script)], {**_environment(), "NEO4J_ADMIN": " ".join(admin)}, "nothing was imported")
    _launch(java, classpath, bolt, http)
    return f"bolt://neo4j:{password}@127.0.0.1:{bolt}"


def resume() -> None:
    """Start a server that was stopped or killed again, with what it held and on its ports.

    Raises: NoServerError when there was none, or as ``start`` does.
    """
    try:
        state = json.loads((HOME / "ports.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoServerError(f"there was none in {HOME}") from None
    stop()
    _launch(_java(), _classpath(), state["bolt"], state["http"])


def _launch(java: str, classpath: str, bolt: int, http: int) -> None:
    server = [f"--home-dir={HOME}", f"--config-dir={CONF.parent}"]
    with open(HOME / "server.log", "wb") as log:
        process = subprocess.Popen(
            [java, "-Xms512m", "-Xmx512m", *OPENED, "-cp", classpath, MAIN, *server],
            env=_environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C in the tests is not for the server
        )
    state = {"pid": process.pid, "bolt": bolt, "http": http}
    for name in ("server.json", "ports.json"):  # the first is gone when the server is
        (HOME / name).write_text(json.dumps(state), encoding="utf-8")
    try:
        _wait_until_it_answers(process, http)
    except BaseException:
        stop()
        raise
    print(f"Neo4j {VERSION} on bolt://127.0.0.1:{bolt}, http://127.0.0.1:{http}", file=sys.stderr, flush=True)


def stop() -> None:
    """End the server that ``start`` started, if it runs."""
    file = HOME / "server.json"
    if not file.exists():
        return
    pid = int(json.loads(file.read_text(encoding="utf-8"))["pid"])
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
        for _ in range(300):
            if _is_gone(pid):
                break
            time.sleep(0.1)
        else:
            os.kill(pid, signal.SIGKILL)
    file.unlink(missing_ok=True)


def wipe() -> None:
    """Stop the server and take away everything it kept.

    Raises: NoServerError when the folder is there and was not made here.
    """
    stop()
    if HOME.exists() and not CONF.exists():
        raise NoServerError(f"{HOME} is somebody else's folder; name another with KGRAPH_NEO4J_HOME")
    shutil.rmtree(HOME, ignore_errors=True)


def _is_gone(pid: int) -> bool:
    with suppress(ChildProcessError):  # the server is a child of ours only within ``run``
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def java_home(at_least: int) -> Path | None:
    """A Java of that version or a newer one, where Debian and most others keep theirs."""
    for release in sorted(Path("/usr/lib/jvm").glob("*/release"), reverse=True):
        version = re.search(r'JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8"))
        if version and int(version[1]) >= at_least and (release.parent / "bin" / "java").exists():
            return release.parent
    return None


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home) / "bin" / "java") if home else "java")
    if java is None:
        raise NoServerError("Java 17 or newer is not installed")
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < 17:
        raise NoServerError(f"Java 17 or newer is needed, and {java} is {version[1] if version else 'unknown'}")
    return java


def _classpath() -> str:
    """The server's jars in Maven's own repository; fetched when they are not there (150 MB, once)."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kgraph-tests"
    known = cache / f"neo4j-{VERSION}.classpath"
    if known.exists():
        classpath = known.read_text(encoding="utf-8").strip()
        if all(Path(jar).exists() for jar in classpath.split(os.pathsep)):
            return classpath
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServerError("Maven is not installed")
    cache.mkdir(parents=True, exist_ok=True)
    pom = cache / f"neo4j-{VERSION}.pom.xml"
    pom.write_text(POM, encoding="utf-8")
    print(f"fetching Neo4j {VERSION} with Maven (150 MB, once) ...", file=sys.stderr, flush=True)
    goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath"
    wanted = ["-DincludeScope=runtime", f"-Dmdep.outputFile={known}"]
    fetched = subprocess.run([maven, "-B", "-q", "-ntp", "-f", str(pom), goal, *wanted], capture_output=True, text=True)
    if fetched.returncode:
        known.unlink(missing_ok=True)
        raise NoServerError(f"Maven cannot fetch it ({_last_line(fetched.stdout)})")
    return known.read_text(encoding="utf-8").strip()


def _configure(bolt: int, http: int) -> None:
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.http.advertised_address": f"127.0.0.1:{http}",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "128m",
        "dbms.usage_report.enabled": "false",
        "server.config.strict_validation.enabled": "true",
    }
    if SETTINGS:
        lines = Path(SETTINGS).read_text(encoding="utf-8").splitlines()
        settings |= dict(line.split("=", 1) for line in lines if line)
    CONF.parent.mkdir(parents=True)
    CONF.write_text("".join(f"{name}={value}\n" for name, value in settings.items()), encoding="utf-8")


def _environment() -> dict[str, str]:
    return {**os.environ, "NEO4J_HOME": str(HOME), "NEO4J_CONF": str(CONF.parent)}


def _run(command: list[str], environment: dict[str, str], failure: str) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise NoServerError(f"{failure} ({_last_line(done.stderr or done.stdout)})")


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    """HTTP is the last door that opens."""
    for _ in range(PATIENCE * 4):
        if process.poll() is not None:
            break
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.25)
    log = (HOME / "server.log").read_text(encoding="utf-8", errors="replace")
    raise NoServerError(f"the server did not come up ({_last_line(log)})")


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return re.sub(r"\x1b\[[0-9;]*m", "", lines[-1])[:200] if lines else "no reason given"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
