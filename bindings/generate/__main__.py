"""Writes the typed code of a language from `api.json`. Run in `bindings/`:

    python3 -m generate python           writes the generated files
    python3 -m generate kotlin --check   says which would differ, writes nothing, and fails if any does
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from . import model

LANGUAGES = ("python", "kotlin")
BINDINGS = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(prog="generate", description="Writes the typed code of a language from api.json.")
    parser.add_argument("language", choices=LANGUAGES)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file differs from what would be written")
    parser.add_argument("--api", type=Path, default=BINDINGS / "api.json", help="another api.json")
    parser.add_argument("--into", type=Path, default=BINDINGS, help="another folder than bindings/")
    options = parser.parse_args()

    # A language is a module with `render(api)`: the files, by path below bindings/, with their text.
    files: dict[str, str] = importlib.import_module(f".{options.language}", __package__).render(model.load(options.api))
    stale = [name for name, text in files.items() if _read(options.into / name) != text]
    if options.check:
        for name in stale:
            print(f"{name} is not what api.json says; run `python3 -m generate {options.language}` in bindings/", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        path = options.into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], "utf-8")
        print(f"wrote {name}")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
