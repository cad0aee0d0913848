"""``python check_compose.py FILE``: checks a Compose file against the specification; 1 if wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from compose_spec import PyCompose


def main(path: str) -> int:
    """Check the file. YAML's anchors are merged first, as Compose does it; the checker does not know them."""
    merged = yaml.safe_dump(yaml.safe_load(Path(path).read_text(encoding="utf-8")))
    try:
        compose = PyCompose.from_yaml(merged)
        compose.validate()
    except ValueError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
