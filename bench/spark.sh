#!/usr/bin/env bash
# Puts questions about a store to Apache Spark itself, on this machine with two workers, and holds
# its answers against those of DuckDB: bench/spark.sh FOLDER. Needs a JVM (on Debian
# default-jre-headless), and kic[duckdb,spark] in .venv; PySpark is installed into a folder of its
# own, or taken from SPARK_HOME.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(realpath "$1")
port=${2:-15002}
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null; wait "$server" || true; fi; rm -rf "$work"' EXIT

if [ -z "${SPARK_HOME:-}" ]; then
  python3 -m pip install --quiet --target "$work/spark" pyspark
  SPARK_HOME=$work/spark/pyspark
fi
export SPARK_HOME
exec 3>"$work/log"
"$SPARK_HOME/bin/spark-submit" --class org.apache.spark.sql.connect.service.SparkConnectServer \
  --master 'local-cluster[2,1,1024]' --conf "spark.connect.grpc.binding.port=$port" \
  --conf spark.ui.enabled=false --conf "spark.local.dir=$work" spark-internal >&3 2>&3 &
server=$!
for _ in $(seq 120); do
  if (exec 4<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
  kill -0 "$server" || { tail -20 "$work/log" >&2; exit 1; }
  sleep 1
done

for question in "themes" "show k0x_17" "compare --order percent" "gaps" "gaps --grid" \
  "find wachttijd" "find wachttijt"; do
  # shellcheck disable=SC2086
  for engine in duckdb "sc://127.0.0.1:$port"; do
    start=$(date +%s%N)
    .venv/bin/kic $question --json --limit 20 --data "$folder" --engine "$engine" \
      >"$work/${engine%%:*}.json"
    printf '%-26s %-8s %6d ms\n' "$question" "${engine%%:*}" $((($(date +%s%N) - start) / 1000000))
  done
  cmp "$work/duckdb.json" "$work/sc.json"
done
echo "the answers are the same"
