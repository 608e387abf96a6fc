#!/usr/bin/env bash
# Compares what rai finds in public repositories with what a reader of their code expects there.
#
#   compare.sh <folder of checkouts> [table]
#
# The folder holds one checkout for each repository of the table, named owner+name, at the commit given there. Without a table: expected-findings.csv.
# Where two lines are as good, the table has both with '|' between. RAI names the command to run (default: rai). Exit code: 0 same, 1 different, 2 trouble.
set -euo pipefail
export LC_ALL=C

expected="${2:-$(dirname "${BASH_SOURCE[0]}")/expected-findings.csv}"
if [[ $# -lt 1 || $# -gt 2 || ! -d $1 || ! -f $expected ]]; then
  echo "usage: compare.sh <folder of checkouts> [table]" >&2
  exit 2
fi

read -ra rai <<< "${RAI:-rai}"
found="$(mktemp)"
trap 'rm -f "$found"' EXIT

while IFS=, read -r repository commit; do
  if [[ ! -d $1/$repository ]]; then
    echo "no checkout of $repository" >&2
    exit 2
  fi
  if [[ -f $1/$repository/.git/HEAD && $(git -C "$1/$repository" rev-parse HEAD) != "$commit" ]]; then
    echo "$repository is not at $commit" >&2
    exit 2
  fi
done < <(awk -F, 'NR > 1 { print $1 "," $2 }' "$expected" | sort -u)

status=0
"${rai[@]}" check "$1" --each --load sources --quiet --output "$found" || status=$?
if (( status > 1 )); then
  echo "rai ended with exit code $status; the comparison is not of everything" >&2
  exit 2
fi

awk -v tolerance=2 '
  function quoted(member) { sub(/^[^:]*: "/, "", member); sub(/",?$/, "", member); return member }
  function distance(found, lines,    i, n, all, one, least) {
    n = split(lines, all, "|")
    for (i = 1; i <= n; i++) {
      one = found > all[i] ? found - all[i] : all[i] - found
      if (i == 1 || one < least) least = one
    }
    return least
  }

  # Takes the nearest finding of the same place that no expectation has taken yet.
  function take(e, kindWanted,    f, best) {
    best = 0
    for (f = 1; f <= findings; f++)
      if (!taken[f] && place[f] == wanted[e] && (kind[f] == "not-assessed") == kindWanted &&
          distance(line[f], at[e]) <= tolerance && (!best || distance(line[f], at[e]) < distance(line[best], at[e])))
        best = f
    if (best) taken[best] = 1
    return best
  }

  FNR == NR {
    if (FNR == 1) next
    split($0, cell, ",")
    expectations++
    wanted[expectations] = cell[1] SUBSEP cell[3] SUBSEP cell[5]
    at[expectations] = cell[4]
    shown[expectations] = cell[1] "/" cell[3] ":" cell[4] " " cell[5] " (" cell[6] ")"
    ruleOf[expectations] = cell[5]
    labelled[cell[1]] = 1
    if (!(cell[5] in expected)) rules[++ruleCount] = cell[5]
    expected[cell[5]]++
    next
  }

  # rai writes one member a line; what belongs to a finding itself is indented by ten blanks.
  /^      "name": / { repository = quoted($0) }
  /^          "rule": / { rule = quoted($0) }
  /^          "kind": / { outcome = quoted($0) }
  /^          "path": / { path = quoted($0) }
  /^          "line": / {
    if (!(repository in labelled) || !(rule in expected)) next
    findings++
    number = $2
    place[findings] = repository SUBSEP path SUBSEP rule
    kind[findings] = outcome
    line[findings] = number + 0
    foundRule[findings] = rule
    text[findings] = repository "/" path ":" (number + 0) " " rule
  }

  END {
    for (e = 1; e <= expectations; e++)
      if (take(e, 0)) hit[ruleOf[e]]++
      else open[e] = 1

    for (e = 1; e <= expectations; e++)
      if (open[e]) {
        different = 1
        if (take(e, 1)) { unassessed[ruleOf[e]]++; print "expected, not assessed: " shown[e] }
        else print "expected, missing:      " shown[e]
      }

    for (f = 1; f <= findings; f++)
      if (!taken[f] && kind[f] != "not-assessed") {
        different = 1
        unexpected[foundRule[f]]++
        print "found, unexpected:      " text[f]
      }

    for (i = 2; i <= ruleCount; i++)
      for (j = i; j > 1 && rules[j] < rules[j - 1]; j--) { t = rules[j]; rules[j] = rules[j - 1]; rules[j - 1] = t }

    if (different) print ""
    print "rule     expected  found  missing  not assessed  unexpected  precision  recall"
    for (i = 1; i <= ruleCount; i++) {
      r = rules[i]
      reported = hit[r] + unexpected[r]
      printf "%-8s %8d %6d %8d %13d %11d %10s %7.3f\n", r, expected[r], hit[r], expected[r] - hit[r] - unassessed[r],
        unassessed[r], unexpected[r], reported ? sprintf("%.3f", hit[r] / reported) : "-", hit[r] / expected[r]
    }
    exit different ? 1 : 0
  }
' "$expected" "$found"
