#!/bin/sh
# Assesses a large cluster several times and prints wall time and peak memory, JVM start, workbook
# and engagement file included.
#
#   benchmarks/load.sh [SOURCE] [RUNS]
#
# Without SOURCE it generates the cluster of Generate.java first. RUNS is 5 unless said.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname "$here")
source=${1:-}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

if [ -z "$source" ]; then
  source="$work/cluster.json"
  java=java
  [ -z "${JAVA_HOME:-}" ] || java="$JAVA_HOME/bin/java"
  "$java" "$here/Generate.java" "$source"
fi

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

# Runs the tool once and puts seconds and peak MiB into $work/figures; 0 MiB where nobody can tell.
measure() {
  rm -f "$work/w.xlsx" "$work/e.safeguard"
  started=$(now)
  "$home/safeguard" assess "$source" --workbook "$work/w.xlsx" --engagement "$work/e.safeguard" \
    >"$work/out" 2>"$work/err" &
  pid=$!
  peak=0
  while kill -0 "$pid" 2>/dev/null; do
    # The launcher becomes the JVM, so that this is the JVM's own mark. The kernel keeps the highest.
    seen=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null ||
      ps -o rss= -p "$pid" 2>/dev/null || true)
    [ "${seen:-0}" -le "$peak" ] || peak=$seen
    sleep 0.05
  done
  status=0
  wait "$pid" || status=$?
  ended=$(now)
  case $status in
    0 | 4) ;;
    *)
      cat "$work/err" >&2
      echo "load.sh: the assessment ended with status $status" >&2
      exit 1
      ;;
  esac
  awk -v a="$started" -v b="$ended" -v k="$peak" \
    'BEGIN { printf "%.2f %d\n", b - a, k / 1024 }' | tee -a "$work/figures"
}

echo "seconds MiB"
run=0
while [ "$run" -lt "$runs" ]; do
  measure
  run=$((run + 1))
done

sed -n '2p' "$work/out"
sort -n "$work/figures" | awk '
  { time[NR] = $1; if ($2 > peak) peak = $2 }
  END {
    middle = int((NR + 1) / 2)
    printf "wall time: min %.2f s, median %.2f s, max %.2f s\n", time[1], time[middle], time[NR]
    printf "peak memory: %d MiB\n", peak
  }'
