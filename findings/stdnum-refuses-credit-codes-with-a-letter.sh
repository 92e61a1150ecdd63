#!/usr/bin/env bash
# python-stdnum 2.2 refuses every 统一社会信用代码 whose department is a letter.
#
# Valid input: the codes below have a right check character (GB 32100-2015), and their departments A, N and Y are in the
# standard's table as amended: A for the central military commission's bodies, N for village collectives, Y for others.
# Seen: `validate` raises InvalidFormat, while it accepts the same kind of code of department 9 (industry and commerce).
# For users: an ERP that checks suppliers with this library turns village cooperatives away. Ours knows the departments:
# crates/identifiers/src/uscc.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location --root-user-action ignore --target "$folder" python-stdnum==2.2
PYTHONPATH=$folder python3 - <<'PY'
import importlib.metadata
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

def with_check_character(code):
    total = sum(ALPHABET.index(c) * 3**i % 31 for i, c in enumerate(code))
    return code + ALPHABET[-total % 31]

def outcome(code):
    try:
        uscc.validate(code)
        return "accepted"
    except ValidationError as e:
        return type(e).__name__

print("python-stdnum", importlib.metadata.version("python-stdnum"))
seen = {}
for department in ["9", "A", "N", "Y"]:
    code = with_check_character(department + "1330109589891087")
    seen[department] = outcome(code)
    print(code, seen[department])
assert seen["9"] == "accepted", "a business's code is accepted"
for department in "ANY":
    assert seen[department] != "accepted", f"department {department} is accepted now"
PY
