#!/usr/bin/env bash
# zbarimg (Debian's zbar-tools 0.23.92) misreads QR codes whose UTF-8 text is short and Chinese.
#
# Valid input: QR codes of segno 1.6.6, byte mode, UTF-8, without an ECI; other readers read them.
# Seen: zbar guesses the character set from the bytes: 北京 comes out as other characters, a long text and ASCII are right.
# For users: nothing; what we print is an ASCII address (crates/label, "codes are read by zbar" in its tests), and this is
# why a code's content is never the product's name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v zbarimg >/dev/null || { echo "zbarimg is missing: scripts/setup --tests" >&2; exit 1; }

python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location --root-user-action ignore --target "$folder" segno==1.6.6
zbarimg --version | sed 's/^/zbar /'
cd "$folder"
PYTHONPATH=$folder python3 - <<'PY'
import subprocess
import segno

def read(text):
    segno.make(text, encoding="utf-8", eci=False, micro=False, error="m").save("code.png", scale=8, border=4)
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", "code.png"]
    return subprocess.run(command, capture_output=True).stdout.decode("utf-8", "replace").rstrip("\n")

for text, is_right in [
    ("https://example.com/01/06901234567892/21/A00000001", True),
    ("浙江省杭州市萧山区市心北路一百号", True),
    ("北京", False),
    ("上海", False),
]:
    found = read(text)
    print(repr(text), "is read as", repr(found))
    assert (found == text) is is_right, "this changed"
PY
