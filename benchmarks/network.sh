#!/bin/sh
# Prints the table of connections of a made-up cluster several times, and the wall time of each run,
# JVM start included.
#
#   benchmarks/network.sh [WORKLOADS] [POLICIES] [RUNS]
#
# 1,000 workloads, 300 policies and 5 runs unless said.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname "$here")
workloads=${1:-1000}
policies=${2:-300}
runs=${3:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

java=java
[ -z "${JAVA_HOME:-}" ] || java="$JAVA_HOME/bin/java"
"$java" "$here/Network.java" "$work/cluster.json" "$workloads" "$policies"

# Builds and prepares what is missing, so that no run pays for it.
"$home/safeguard" --version

# Seconds since some moment, with a fraction where the system knows one.
now() {
  if [ -r /proc/uptime ]; then
    cut -d ' ' -f 1 /proc/uptime
  else
    date +%s
  fi
}

run=0
while [ "$run" -lt "$runs" ]; do
  started=$(now)
  "$home/safeguard" network "$work/cluster.json" >"$work/table.csv"
  awk -v a="$started" -v b="$(now)" 'BEGIN { printf "%.2f\n", b - a }' | tee -a "$work/figures"
  run=$((run + 1))
done

echo "$workloads workloads, $policies policies: $(($(wc -l <"$work/table.csv") - 1)) lines"
sort -n "$work/figures" | awk '
  { time[NR] = $1 }
  END {
    middle = int((NR + 1) / 2)
    printf "wall time: min %.2f s, median %.2f s, max %.2f s\n", time[1], time[middle], time[NR]
  }'
