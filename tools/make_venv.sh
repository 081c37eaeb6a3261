#!/bin/sh
# Make a virtual environment in $1 with the newest fitting Python, unless a working one is there.
# PYTHON names another interpreter.
set -eu
venv=${1:?folder of the virtual environment}

if [ -x "$venv/bin/python" ] && "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    exit 0
fi

# python3.13 may be a shim that only says "not installed": each one has to answer.
fits() { "$1" -c 'import sys; sys.exit(not sys.version_info >= (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import venv, ensurepip' >/dev/null 2>&1; }

seen=
for python in ${PYTHON:-python3.13 python3.12 python3.11 python3 python3.14 python}; do
    fits "$python" || continue
    seen=$python
    has_venv "$python" || continue
    echo "making a virtual environment in $venv with $("$python" --version) ..."
    "$python" -m venv --clear "$venv"
    exit 0
done

if [ -n "$seen" ]; then
    echo "make: $seen has no venv module; install it (Debian and Ubuntu: apt install python3-venv)" >&2
else
    echo "make: no Python 3.11 or newer found; install one, or name it: make PYTHON=/path/to/python3" >&2
fi
exit 1
