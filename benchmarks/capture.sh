#!/bin/sh
# Captures a made-up cluster of 50,000 objects with a heap of 256 MiB, fetches the same pages with
# curl, one after the other, and prints both times, their ratio and the peak memory of the capture.
# Everything stays on the loopback interface.
#
#   benchmarks/capture.sh [MILLISECONDS] [RUNS]
#
# MILLISECONDS is how long the server thinks about each page (75 unless said), RUNS how often both are
# measured (3). CAPTURE names another command than ./safeguard capture; RATE how many requests a
# second the capture may send (1000, since the question is what the capture itself costs).
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
thinking=${1:-75}
runs=${2:-3}
port=${PORT:-18080}
objects=50000
page=500
capture=${CAPTURE:-"$(dirname "$here")/safeguard capture"}
java=java
[ -z "${JAVA_HOME:-}" ] || java="$JAVA_HOME/bin/java"

work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

"$java" -Xmx512m "$here/Cluster.java" "$port" "$thinking" "$objects" >"$work/server" 2>&1 &
server=$!
waited=0
until grep -q ready "$work/server"; do
  waited=$((waited + 1))
  if [ "$waited" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$work/server" >&2
    echo "capture.sh: the server did not start; is port $port free?" >&2
    exit 1
  fi
  sleep 0.1
done

base=http://127.0.0.1:$port
cat >"$work/kubeconfig" <<END
apiVersion: v1
kind: Config
current-context: benchmark
clusters: [{name: benchmark, cluster: {server: "$base"}}]
users: [{name: nobody, user: {}}]
contexts: [{name: benchmark, context: {cluster: benchmark, user: nobody}}]
END

# All pages for one curl, which keeps its connection. The server's continue tokens are numbers.
pages() {
  from=0
  while [ "$from" -lt "$2" ]; do
    echo "url = \"$base$1?limit=$page&continue=$from\""
    echo "output = \"$work/pages/$3-$from\""
    from=$((from + page))
  done
}
{
  pages /api/v1/pods $((objects * 60 / 100)) pods
  pages /api/v1/configmaps $((objects * 20 / 100)) configmaps
  pages /apis/apps/v1/deployments $((objects * 20 / 100)) deployments
} >"$work/curl"

now() { cut -d ' ' -f 1 /proc/uptime; }

by_curl() {
  rm -rf "$work/pages"
  mkdir "$work/pages"
  started=$(now)
  curl --silent --fail --config "$work/curl"
  ended=$(now)
  awk -v a="$started" -v b="$ended" 'BEGIN { printf "%.2f\n", b - a }'
}

# Seconds, peak MiB and seconds of processor time.
by_capture() {
  rm -f "$work/bundle.zip"
  started=$(now)
  # shellcheck disable=SC2086 # a command with arguments
  SAFEGUARD_JAVA_OPTIONS="${SAFEGUARD_JAVA_OPTIONS:-} -Xmx256m" $capture \
    --kubeconfig "$work/kubeconfig" --rate "${RATE:-1000}" --output "$work/bundle.zip" \
    >"$work/out" 2>"$work/err" &
  pid=$!
  peak=0 ticks='0 0'
  while kill -0 "$pid" 2>/dev/null; do
    seen=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null || true)
    [ "${seen:-0}" -le "$peak" ] || peak=$seen
    # Fields 14 and 15, in hundredths of a second: what the process has computed so far.
    used=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d ' ' -f 12,13 || true)
    [ -z "$used" ] || ticks=$used
    sleep 0.05
  done
  status=0
  wait "$pid" || status=$?
  ended=$(now)
  if [ ! -s "$work/bundle.zip" ]; then
    cat "$work/out" "$work/err" >&2
    echo "capture.sh: the capture ended with status $status and wrote no bundle" >&2
    exit 1
  fi
  awk -v a="$started" -v b="$ended" -v k="$peak" -v t="$ticks" \
    'BEGIN { split(t, c, " "); printf "%.2f %d %.2f\n", b - a, k / 1024, (c[1] + c[2]) / 100 }'
}

by_curl >/dev/null # warms the server up
echo "curl s, capture s, peak MiB, capture CPU s"
run=0
while [ "$run" -lt "$runs" ]; do
  curled=$(by_curl)
  captured=$(by_capture)
  echo "$curled $captured" | tee -a "$work/figures"
  run=$((run + 1))
done
du -sk "$work/pages" "$work/bundle.zip" | awk '{ printf "%s%d MB", (NR > 1 ? " fetched, a bundle of " : ""), $1 / 1024 } END { print "" }'
awk '{ curl[NR] = $1; capture[NR] = $2; if ($3 > peak) peak = $3 }
  function least(a, i, m) { m = a[1]; for (i = 2; i <= NR; i++) if (a[i] < m) m = a[i]; return m }
  END {
    printf "best: curl %.2f s, capture %.2f s, ratio %.2f, peak memory %d MiB\n",
      least(curl), least(capture), least(capture) / least(curl), peak
  }' "$work/figures"
