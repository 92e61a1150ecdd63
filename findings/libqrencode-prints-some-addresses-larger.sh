#!/usr/bin/env bash
# libqrencode 4.1.1 (Debian 12: libqrencode4 4.1.1-1) makes one in fifty Digital Links a version larger than needed.
#
# Valid input: GS1 Digital Links with a lower-case host, a GTIN, a batch and a serial number. Expected: the manual says of
# QRcode_encodeString that the string is parsed and the most efficient encoding is chosen.
# Seen: it splits from left to right and does not look back. Of the 1,000 links made here 19 come out one version larger
# than the shortest segments need, which are found by trying all cuts; that the smaller symbol holds the text is shown by
# handing libqrencode the same segments one by one (QRinput_append):
#
#   https://sxeyyrmpzyh.cn/01/03962147661178/10/D0FPC3FSC/21/01109454187 at L: version 4, by the shortest segments (439 bits) 3
#   https://utvn.cn/01/72886615103353/10/9CM/21/5027272248618116 at H: version 6, by the shortest segments (367 bits) 5
#
# For users: symbols of other programs for the same address may be larger, or differ. Ours are the smallest:
# crates/label/src/qr/segment.rs, test no_other_split_is_shorter.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq -o APT::Sandbox::User=root libqrencode4=4.1.1-1 >/dev/null
dpkg -x libqrencode4_*.deb root

python3 - "$(find root -name 'libqrencode.so.4' -print -quit)" <<'PYTHON'
import ctypes, random, string, sys

library = ctypes.CDLL(sys.argv[1])


class Symbol(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("width", ctypes.c_int), ("data", ctypes.c_void_p)]


library.QRcode_encodeString.restype = ctypes.POINTER(Symbol)
library.QRcode_encodeInput.restype = ctypes.POINTER(Symbol)
library.QRcode_encodeInput.argtypes = [ctypes.c_void_p]
library.QRcode_free.argtypes = [ctypes.POINTER(Symbol)]
library.QRinput_new2.restype = ctypes.c_void_p
library.QRinput_append.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_char_p]
library.QRinput_free.argtypes = [ctypes.c_void_p]
NUMERIC, ALPHANUMERIC, BYTES = 0, 1, 2
LEVELS = "LMQH"


def its_own(text, level):
    """The version of the symbol libqrencode makes of a text."""
    symbol = library.QRcode_encodeString(text.encode(), 0, level, BYTES, 1)
    version = symbol.contents.version
    library.QRcode_free(symbol)
    return version


def of_segments(segments, level):
    """The version of the symbol libqrencode makes of these segments."""
    made = library.QRinput_new2(0, level)
    for mode, text in segments:
        assert library.QRinput_append(made, mode, len(text), text) == 0
    symbol = library.QRcode_encodeInput(made)
    version = symbol.contents.version
    library.QRcode_free(symbol)
    library.QRinput_free(made)
    return version


def shortest(text):
    """The segments of the fewest bits in versions 1 to 9."""
    upper = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    best = [(0, [])] + [None] * len(text)
    for start in range(len(text)):
        for mode in (NUMERIC, ALPHANUMERIC, BYTES):
            for end in range(start + 1, len(text) + 1):
                if mode == NUMERIC and not chr(text[end - 1]).isdigit() or mode == ALPHANUMERIC and text[end - 1] not in upper:
                    break
                n = end - start
                bits = [14 + n // 3 * 10 + [0, 4, 7][n % 3], 13 + n // 2 * 11 + n % 2 * 6, 12 + 8 * n][mode]
                if best[end] is None or best[start][0] + bits < best[end][0]:
                    best[end] = (best[start][0] + bits, best[start][1] + [(mode, text[start:end])])
    return best[-1]


def link(n):
    of = lambda letters, least, most: "".join(n.choice(letters) for _ in range(n.randint(least, most)))
    batch = of(string.ascii_uppercase + string.digits, 3, 14)
    host, gtin, serial = of(string.ascii_lowercase, 4, 12), of(string.digits, 14, 14), of(string.digits, 6, 18)
    return f"https://{host}.cn/01/{gtin}/10/{batch}/21/{serial}"


for text, level in [("https://sxeyyrmpzyh.cn/01/03962147661178/10/D0FPC3FSC/21/01109454187", 0),
                    ("https://utvn.cn/01/72886615103353/10/9CM/21/5027272248618116", 3)]:
    bits, segments = shortest(text.encode())
    seen = (its_own(text, level), of_segments(segments, level))
    print(f"{text} at {LEVELS[level]}: version {seen[0]}, by the shortest segments ({bits} bits) {seen[1]}")
    assert seen in [(4, 3), (6, 5)], seen

numbers, larger = random.Random(1), 0
for _ in range(1000):
    text, level = link(numbers), numbers.randrange(4)
    own, best = its_own(text, level), of_segments(shortest(text.encode())[1], level)
    assert own in (best, best + 1), text
    larger += own > best
print(f"{larger} of 1,000 links are one version larger than the shortest segments need")
assert larger == 19, larger
PYTHON
