"""Makes the derived tables of this folder from their upstream files (NOTICE.md names the commits).

    python3 derive.py 2024.txt result.csv company-prefixes.csv

2024.txt and result.csv are `data/2024.txt` and `result.csv` of yescallop/areacodes; company-prefixes.csv has the
columns prefix,gcp_length of the rows 69* of GS1's company-prefix length table.
"""

import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent


def write(name, header, lines):
    text = "\n".join([*(f"# {line}" for line in header), *lines]) + "\n"
    (HERE / name).write_text(text, encoding="utf-8")


def regions(current_file):
    lines = Path(current_file).read_text(encoding="utf-8").split("\n")
    rows = sorted(tuple(line.split(" ", 1)) for line in lines if line)
    write("regions-2024.txt", ["code name; GB/T 2260 as of 2024"], [f"{c} {n}" for c, n in rows])
    return {code for code, _ in rows}


def withdrawn(history_file, current):
    last = {}
    with open(history_file, encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            code = row["代码"]
            if code in current:
                continue
            year = int(row["变更/弃用时间"])
            if code not in last or year > last[code][0]:
                last[code] = (year, row["名称"], row["新代码"])
    lines = []
    for code, (year, name, successors) in sorted(last.items()):
        # "330102[1996];330102": a year in brackets marks a part that moved earlier than the rest.
        codes = dict.fromkeys(re.sub(r"\[\d+\]", "", s) for s in successors.split(";") if s)
        lines.append(" ".join([code, name, str(year), *(c for c in codes if c != code)]))
    write("regions-withdrawn.txt", ["code name year-of-withdrawal successor-codes..."], lines)


def company_prefix_lengths(lengths_file):
    with open(lengths_file, encoding="utf-8") as file:
        # 12 marks single numbers handed out without a company prefix: nothing to offer as a default.
        given = {r["prefix"]: 0 if r["gcp_length"] == "12" else int(r["gcp_length"]) for r in csv.DictReader(file)}
    rules = {}

    def children(prefix):
        listed = any(p.startswith(prefix) and p != prefix for p in given)
        return [prefix + digit for digit in "0123456789"] if listed else []

    def usual(prefix):
        """The length most of the numbers below `prefix` have; what GS1 does not list has none."""
        if prefix in given:
            return given[prefix]
        lengths = [usual(child) for child in children(prefix)]
        return max(lengths, key=lengths.count, default=0)

    def settle(prefix, inherited):
        if usual(prefix) != inherited:
            rules[prefix] = usual(prefix)
        for child in children(prefix):
            settle(child, usual(prefix))

    settle("69", 0)
    write(
        "gs1-china-company-prefixes.txt",
        ["prefix length-of-company-prefix (0: none known); the longest matching prefix wins"],
        [f"{prefix} {length}" for prefix, length in sorted(rules.items())],
    )


if __name__ == "__main__":
    current_file, history_file, lengths_file = sys.argv[1:]
    withdrawn(history_file, regions(current_file))
    company_prefix_lengths(lengths_file)
