#!/usr/bin/env bash
# Build the wheel, install it into an empty environment, and run `sayso` there from outside the checkout.
# usage: tests/wheel.sh [PYTHON], where PYTHON has the packages `build` and `setuptools` (default: .venv/bin/python)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
python="${1:-$root/.venv/bin/python}"
case "$python" in /*) ;; *) python="$PWD/$python" ;; esac

work="$(mktemp -d "${TMPDIR:-/tmp}/sayso-wheel.XXXXXX")"
trap 'rm -rf "$work"' EXIT

echo "building the source archive, and the wheel from it"
"$python" -m build --no-isolation --outdir "$work/dist" "$root" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
ls -l "$work/dist"

echo "installing the wheel into an empty environment"
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check -c "$root/constraints.txt" "$work"/dist/*.whl

echo "running it from outside the checkout"
mkdir "$work/elsewhere"
cd "$work/elsewhere"
unset PYTHONPATH
export SAYSO_CACHE="$work/cache"
home="$("$work/venv/bin/python" -c 'import sayso; print(sayso.__file__)')"
case "$home" in "$work"/venv/*) ;; *) echo "sayso was imported from $home, not from the wheel" >&2; exit 1 ;; esac
"$work/venv/bin/sayso" --help
"$work/venv/bin/sayso" demo
echo "the wheel works"
