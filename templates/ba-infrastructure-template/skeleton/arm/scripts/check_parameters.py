"""Compares what each environment says with the parameters of azuredeploy.json, before a deployment fails over it."""

import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent
declared = json.loads((root / "azuredeploy.json").read_text())["parameters"]
required = {name for name, parameter in declared.items() if "defaultValue" not in parameter}
problems = []

for file in sorted((root / "environments").glob("*.parameters.json")):
    given = {name: entry["value"] for name, entry in json.loads(file.read_text())["parameters"].items()}
    problems += [f"{file.name}: {name} is missing" for name in sorted(required - given.keys())]
    problems += [f"{file.name}: there is no parameter {name}" for name in sorted(given.keys() - declared.keys())]
    problems += [
        f"{file.name}: {name} must be one of {', '.join(declared[name]['allowedValues'])}"
        for name, value in sorted(given.items())
        if value not in declared.get(name, {}).get("allowedValues", [value])
    ]

print("\n".join(problems) or "Every environment gives the parameters that there are.")
sys.exit(1 if problems else 0)
