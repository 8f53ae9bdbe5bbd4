"""The parts list of a release in CycloneDX 1.5: every library with version, licence and package address."""

import json
from pathlib import Path

from cchc_desktop.office.parts import PRODUCT, Part, parts, version

_SPDX = {"MIT License": "MIT", "BSD License": "BSD-3-Clause", "PSFL": "PSF-2.0"}
"""What makers write who give no SPDX expression."""


def write_sbom(path: Path) -> None:
    """Write the list; the same parts give the same bytes."""
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": PRODUCT, "version": version()}},
        "components": [component(part) for part in parts()],
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def component(part: Part) -> dict[str, object]:
    """Return a library as CycloneDX has it; Python itself comes from no registry."""
    described: dict[str, object] = {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "licenses": [licence(_SPDX.get(part.licence, part.licence))],
    }
    if part.name == "Python":
        return described
    name = part.name.lower().replace("_", "-")
    return {**described, "purl": f"pkg:pypi/{name}@{part.version}", "bom-ref": f"{name}@{part.version}"}


def licence(words: str) -> dict[str, object]:
    """Return a licence as an SPDX expression where it is one, else by the name its maker gives it."""
    is_expression = all(
        each in {"OR", "AND", "WITH"} or "-" in each or each == "MIT" for each in words.split()
    )
    return {"expression": words} if is_expression else {"license": {"name": words}}
