#!/usr/bin/env bash
# Builds one generated training project once per analyzer package and prints what each costs the compiler (/reportanalyzer).
#   compare-analyzers.sh [files=400] [runs=5] [subjects, such as "none|ResponsibleAI": all when left out]
# Each package stands alone in its build. "cold" is a compiler started for this build, "warm" the compiler server after two builds.
set -euo pipefail
files=${1:-400}
runs=${2:-5}
only=${3:-.}
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
version=0.0.0-bench$(date +%s)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
# The package under measurement has a version of its own, so that nothing stale is measured and nothing stays behind.
cleanup() { rm -rf "$work" "${packages:?}"/responsibleai.*/"$version"; }
trap cleanup EXIT

say() { echo "$*" >&2; }

say "generating $files files"
dotnet run --project "$repository/tests/ResponsibleAI.Benchmarks" -c Release -- generate "$work/sources" "$files"
dotnet run --project "$repository/tests/ResponsibleAI.Benchmarks" -c Release --no-build -- generate "$work/governed" "$files" governed
dotnet run --project "$repository/tests/ResponsibleAI.Benchmarks" -c Release --no-build -- generate "$work/little" "$files" little
say "packing ResponsibleAI.Analyzers"
dotnet pack "$repository/src/ResponsibleAI.Annotations" -c Release -p:Version="$version" -o "$work/feed" -v q >&2
dotnet pack "$repository/src/ResponsibleAI.Package" -c Release -p:Version="$version" -o "$work/feed" -v q >&2

# name | EnableNETAnalyzers | package | version | assemblies in the compiler's report | sources
# "governed" is the same code with cards, a purpose and a fairness check, so that almost nothing is left to report; of "little" one file of twenty trains.
subjects="none|false|||^$|sources
ResponsibleAI.Analyzers|false|ResponsibleAI.Analyzers|$version|ResponsibleAI|sources
ResponsibleAI.Analyzers, governed|false|ResponsibleAI.Analyzers|$version|ResponsibleAI|governed
NetAnalyzers (SDK)|true|||NetAnalyzers|sources
Roslynator.Analyzers|false|Roslynator.Analyzers|4.14.1|Roslynator|sources
Meziantou.Analyzer|false|Meziantou.Analyzer|3.0.300|Meziantou|sources
SonarAnalyzer.CSharp|false|SonarAnalyzer.CSharp|10.32.0.713|SonarAnalyzer|sources
none, little training|false|||^$|little
ResponsibleAI.Analyzers, little training|false|ResponsibleAI.Analyzers|$version|ResponsibleAI|little
NetAnalyzers (SDK), little training|true|||NetAnalyzers|little
Roslynator.Analyzers, little training|false|Roslynator.Analyzers|4.14.1|Roslynator|little"

project() { # folder, EnableNETAnalyzers, package, version, sources
  mkdir -p "$1"
  local reference="" purpose=""
  if [ "$5" = governed ]; then
    cp -r "$work/governed/rai" "$1"
    reference="<PackageReference Include=\"ResponsibleAI.Annotations\" Version=\"$version\" />"
    purpose="<ResponsibleAIPurpose>generated</ResponsibleAIPurpose>"
  fi
  if [ -n "$3" ]; then reference+="<PackageReference Include=\"$3\" Version=\"$4\" />"; fi
  cat > "$1/Generated.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <EnableNETAnalyzers>$2</EnableNETAnalyzers>
    <AnalysisLevel>latest</AnalysisLevel>
    <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
    <ReportAnalyzer>true</ReportAnalyzer>
    <NoWarn>\$(NoWarn);NU1603</NoWarn>
    <RestoreAdditionalProjectSources>$work/feed</RestoreAdditionalProjectSources>
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
    $purpose
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="../$5/*.cs" />
    <PackageReference Include="Microsoft.ML" Version="5.0.1" />
    <PackageReference Include="Microsoft.ML.FastTree" Version="5.0.1" />
    $reference
  </ItemGroup>
</Project>
XML
}

compile() { # folder, UseSharedCompilation, assemblies -> "analyzer-ms compiler-ms warnings"
  local log="$1/build.log"
  (cd "$1" && dotnet build --no-restore --no-incremental -c Release -v:d -p:UseSharedCompilation="$2" \
    -p:SharedCompilationId="bench$$$(basename "$1")" -clp:PerformanceSummary > build.log 2>&1) || { tail -30 "$log" >&2; exit 1; }
  awk -v assemblies="$3" '
    / Version=[0-9.]+, Culture=/ && $3 ~ assemblies { analyzers += $1 * 1000 }
    /^ *[0-9]+ ms +Csc +[0-9]+ calls?/ { compiler = $1 }
    /^ *[0-9]+ Warning\(s\)/ { warnings = $1 }
    END { printf "%d %d %d\n", analyzers, compiler, warnings }' "$log"
}

median() { sort -n | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : int((value[NR / 2] + value[NR / 2 + 1]) / 2) }'; }

rows=""
while IFS='|' read -r name net package packageVersion assemblies sources <&3; do
  [[ "$name" =~ $only ]] || continue
  folder="$work/$(echo "$name" | tr -cd 'A-Za-z')"
  project "$folder" "$net" "$package" "$packageVersion" "$sources"
  say "measuring $name"
  dotnet restore "$folder" -v q >&2
  cold="" warm=""
  for ((run = 0; run < runs; run++)); do cold+="$(compile "$folder" false "$assemblies")"$'\n'; done
  for ((run = 0; run < 2; run++)); do compile "$folder" true "$assemblies" > /dev/null; done
  for ((run = 0; run < runs; run++)); do warm+="$(compile "$folder" true "$assemblies")"$'\n'; done
  rows+="$name|$(printf %s "$cold" | cut -d' ' -f1 | median)|$(printf %s "$cold" | cut -d' ' -f2 | median)|$(printf %s "$warm" | cut -d' ' -f1 | median)|$(printf %s "$warm" | cut -d' ' -f2 | median)|$(printf %s "$warm" | tail -1 | cut -d' ' -f3)|$sources"$'\n'
done 3<<< "$subjects"

echo "$files files, median of $runs builds, $(nproc) cores, .NET SDK $(dotnet --version). Analyzer time is the sum over threads; the share is of the compiler's time for the same code without analyzers,"
echo "and added is what the compiler took longer, which counts what its driver does for analyzers as well."
echo
echo "| analyzers | warnings | cold: analyzers ms | share | Csc ms | added | warm: analyzers ms | share | Csc ms | added |"
echo "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
printf %s "$rows" | awk -F'|' '
  $1 ~ /^none/ { cold[$7] = $3; warm[$7] = $5 }
  {
    base = $7 == "governed" ? "sources" : $7
    printf "| %s | %d | %d | %.1f %% | %d | %d | %d | %.1f %% | %d | %d |\n", $1, $6, $2, 100 * $2 / cold[base], $3, $3 - cold[base], $4, 100 * $4 / warm[base], $5, $5 - warm[base]
  }'
