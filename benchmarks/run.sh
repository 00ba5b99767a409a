#!/usr/bin/env bash
# Builds the benchmarks, measures, and writes the tables: see README.md. JAVA_HOME chooses the JDK.
set -euo pipefail
cd "$(dirname "$0")/.."

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
options=()
# JMH's own use of Unsafe, about which newer JDKs would warn in every process.
if "$java" --sun-misc-unsafe-memory-access=allow -version 2>/dev/null; then
  options+=(--sun-misc-unsafe-memory-access=allow)
fi

mvn -B -q -Pbench -pl benchmarks -am -DskipTests package
exec "$java" "${options[@]}" \
  -cp 'benchmarks/target/classes:benchmarks/target/lib/*' io.jasyncio.benchmarks.Bench "$@"
