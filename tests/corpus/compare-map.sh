#!/usr/bin/env bash
# Compares the data map that rai draws of public repositories with what a reader of their code sees there.
#
#   compare-map.sh <folder of checkouts> [table]
#
# The folder holds one checkout for each repository of the table, named owner+name. Without a table: unseen-map.csv.
# RAI names the command to run (default: rai). Exit code: 0 same, 1 different, 2 trouble.
#
# A line of the table is a row type, one of its columns, a load or a training call. In value and detail '|' separates answers that are all right and ';' begins
# a remark. "unclear" and the roles "none" and "?" are not compared. Places may differ by two lines.
set -euo pipefail
export LC_ALL=C

expected="${2:-$(dirname "${BASH_SOURCE[0]}")/unseen-map.csv}"
if [[ $# -lt 1 || $# -gt 2 || ! -d $1 || ! -f $expected ]]; then
  echo "usage: compare-map.sh <folder of checkouts> [table]" >&2
  exit 2
fi

read -ra rai <<< "${RAI:-rai}"
drawn="$(mktemp -d)"
trap 'rm -rf "$drawn"' EXIT

while read -r repository; do
  if [[ ! -d $1/$repository ]]; then
    echo "no checkout of $repository" >&2
    exit 2
  fi
  if ! "${rai[@]}" map "$1/$repository" --load sources --quiet --output "$drawn/map.json"; then
    echo "rai could not map all of $repository" >&2
    exit 2
  fi

  # rai writes one member a line; the depth says whose it is. One tab-separated line comes out for each row type, column, load, model and save.
  awk -v repository="$repository" '
    function text(member) { sub(/^[^:]*: "?/, "", member); sub(/"?,?$/, "", member); gsub(/\\\\/, "\\", member); return member }
    function emit(a, b, c, d, e, f) { print a "\t" repository "\t" b "\t" c "\t" d "\t" e "\t" f }
    /^      "(rowTypes|loads|models)": / { section = text($0); sub(/ .*/, "", section); section = $1; gsub(/[":]/, "", section) }
    /^          "file": / { file = text($0) }
    /^          "line": / { line = text($0) }
    section == "rowTypes" && /^          "name": / { name = text($0) }
    section == "rowTypes" && /^            "aboutPeople": / { emit("row", file, line, name, text($0)) }
    section == "rowTypes" && /^              "name": / { column = text($0) }
    section == "rowTypes" && /^              "file": / { columnFile = text($0) }
    section == "rowTypes" && /^              "line": / { columnLine = text($0) }
    section == "rowTypes" && /^              "category": / { category = text($0) }
    section == "rowTypes" && /^              "role": / { emit("column", columnFile, columnLine, column, category, text($0)) }
    section == "loads" && /^          "kind": / { kind = text($0) }
    section == "loads" && /^          "name": / { name = text($0) }
    section == "loads" && /^          "role": / { emit("load", file, line, kind, name, text($0)) }
    section == "models" && /^          "trainers": / { trains = !/\[\]/ }
    section == "models" && /^              "kind": / { served = text($0) == "served" ? "~" : "" }
    section == "models" && /^              "file": / { saveFile = text($0) }
    section == "models" && /^              "line": / { saves = saves "|" served saveFile ":" text($0) }
    section == "models" && /^          "aboutPeople": / { emit("model", file, line, trains, text($0), saves); saves = "" }
  ' "$drawn/map.json" >> "$drawn/facts"
done < <(awk -F, 'NR > 1 { print $1 }' "$expected" | sort -u)

awk -v tolerance=2 '
  function distance(a, b) { return a > b ? a - b : b - a }
  function answers(cell) { sub(/;.*/, "", cell); return "|" cell "|" }
  function among(answer, cell) { return index(answers(cell), "|" answer "|") > 0 }
  function count(what) { counts[what]++; if (!(what in seen)) { seen[what] = 1; order[++lines] = what } }
  function differ(what, shown) { count(what); different = 1; print what ": " shown }

  # The nearest fact of that kind at the place; columns go by name, too, and of several loads at a place the one with the name that is meant.
  function nearest(kind, e,    f, best, off) {
    best = 0
    for (f = 1; f <= facts; f++) {
      if (of[f] != kind || place[f] != at[e] || distance(line[f], lineOf[e]) > tolerance || (kind == "column" && name[f] != nameOf[e]) || taken[f]) continue
      off[f] = 2 * distance(line[f], lineOf[e]) + (kind == "load" && !names(value[f], valueOf[e]))
      if (!best || off[f] < off[best]) best = f
    }
    if (!best) return 0
    taken[best] = 1
    if (kind == "load")
      for (f = 1; f <= facts; f++)
        if (of[f] == kind && place[f] == at[e] && line[f] == line[best] && names(value[f], valueOf[e])) taken[f] = 1
    return best
  }

  # Whether a path, address or table is the one meant: the end of it is the same.
  function names(found, meant,    i, n, all, one) {
    gsub(/\\/, "/", found)
    n = split(substr(answers(meant), 2), all, "|")
    for (i = 1; i < n; i++) {
      one = all[i]
      if (one == "unknown" ? found == "null" || found == "" : found == one || (length(found) > length(one) && substr(found, length(found) - length(one)) == "/" one)) return 1
    }
    return 0
  }

  FNR == NR {
    split($0, cell, "\t")
    facts++
    of[facts] = cell[1]; place[facts] = cell[2] SUBSEP cell[3]; line[facts] = cell[4] + 0; name[facts] = cell[5]; value[facts] = cell[6]; more[facts] = cell[7]
    shownFact[facts] = cell[2] "/" cell[3] ":" cell[4] " " cell[5] " " cell[6] " " cell[7]
    next
  }
  FNR > 1 {
    split($0, cell, ",")
    wanted++
    at[wanted] = cell[1] SUBSEP cell[3]; lineOf[wanted] = cell[4] + 0; kindOf[wanted] = cell[5]; nameOf[wanted] = cell[6]; valueOf[wanted] = cell[7]; detailOf[wanted] = cell[8]
    shown[wanted] = cell[1] "/" cell[3] ":" cell[4] " " cell[6] " " cell[7] " " cell[8]
    labelled[cell[1]] = 1
    if (cell[5] == "row") rowNames[cell[1] SUBSEP cell[3]] = 1
  }

  function compareRow(e, f,    found) {
    found = !f ? "absent" : value[f] == "true" ? "person" : value[f] == "false" ? "not-person" : "unknown"
    if (valueOf[e] == "unclear") { count("row unclear, " found); return }
    if (found == valueOf[e]) count("row " valueOf[e] ", " found)
    else differ("row " valueOf[e] ", " found, shown[e])
  }
  function compareColumn(e, f,    personal, found, role) {
    found = f ? value[f] : "null"
    if (among("none", valueOf[e]) && answers(valueOf[e]) != "|none|") count("column unclear")
    else {
      personal = valueOf[e] != "none"
      if (personal && found != "null") count("column personal, found")
      else if (personal) differ("column personal, " (f ? "missed" : "absent"), shown[e])
      else if (found != "null") differ("column not personal, found", shown[e] " (" found ")")
      else count("column not personal, not found")
      if (personal && found != "null") {
        if (among(found, valueOf[e])) count("category same")
        else differ("category other", shown[e] " (" found ")")
      }
    }
    if (f && !among("?", detailOf[e])) {
      role = more[f]
      if (among(role, detailOf[e])) count("role same")
      else if (role == "unknown") { count("role unknown"); different = 1 }
      else differ("role other", shown[e] " (" role ")")
    }
  }
  function compareLoad(e, f) {
    if (!f) { if (!among("none", detailOf[e])) differ("load absent", shown[e]); return }
    if (names(value[f], valueOf[e])) count("load name same")
    else differ("load name " (value[f] == "null" ? "unknown" : "other"), shown[e] " (" value[f] ")")
    if (among("none", detailOf[e])) return
    if (among(more[f], detailOf[e])) count("load role same")
    else differ("load role " (more[f] == "unknown" ? "unknown" : "other"), shown[e] " (" more[f] ")")
  }
  function compareModel(e, f,    found, saved, file) {
    found = !f ? "absent" : !name[f] ? "no trainer seen" : value[f] == "true" ? "people" : value[f] == "false" ? "not-people" : "unknown"
    if (valueOf[e] == "unclear") count("model unclear, " found)
    else if (found == valueOf[e]) count("model " valueOf[e] ", " found)
    else differ("model " valueOf[e] ", " found, shown[e])
    if (!f) return
    saved = detailOf[e]; sub(/;.*/, "", saved); sub(/^saved /, "", saved)
    file = saved; sub(/:[0-9]+$/, "", file)
    if (saved == "not saved" ? isOnlyServed(more[f]) : savedNear(more[f], file, substr(saved, length(file) + 2))) count("save same")
    else differ(more[f] == "" ? "save missed" : "save other", shown[e] " (" more[f] ")")
  }
  function isOnlyServed(saves) { gsub(/\|~[^|]*/, "", saves); return saves == "" }
  # Whether one of the saves is at the place; paths may hold blanks, so each save begins with a bar.
  function savedNear(saves, file, at,    i, n, all) {
    gsub(/~/, "", saves)
    n = split(saves, all, "|")
    for (i = 1; i <= n; i++)
      if (substr(all[i], 1, length(file) + 1) == file ":" && distance(substr(all[i], length(file) + 2) + 0, at) <= tolerance) return 1
    return 0
  }

  END {
    for (e = 1; e <= wanted; e++) {
      f = nearest(kindOf[e], e)
      if (kindOf[e] == "row") { compareRow(e, f); if (f) known[f] = valueOf[e] }
      else if (kindOf[e] == "column") compareColumn(e, f)
      else if (kindOf[e] == "load") compareLoad(e, f)
      else compareModel(e, f)
    }

    for (f = 1; f <= facts; f++) {
      if (of[f] == "row") about = known[f]
      if (taken[f]) continue
      if (of[f] == "column" && about == "not-person" && value[f] != "null") differ("column not personal, found", shownFact[f])
      if (of[f] == "column" && about == "not-person" && value[f] == "null") count("column not personal, not found")
      if (of[f] == "load" && name[f] != "memory") differ("load not in the table", shownFact[f])
      if (of[f] == "model" && name[f]) differ("model not in the table", shownFact[f])
    }

    print ""
    for (i = 2; i <= lines; i++)
      for (j = i; j > 1 && order[j] < order[j - 1]; j--) { t = order[j]; order[j] = order[j - 1]; order[j - 1] = t }
    for (i = 1; i <= lines; i++) printf "%5d  %s\n", counts[order[i]], order[i]
    exit different ? 1 : 0
  }
' "$drawn/facts" "$expected"
