#!/usr/bin/env bash
# Builds the echo servers, measures them side by side, and writes the table: see README.md.
# JAVA_HOME chooses the JDK. The client stays on this processor, the servers on the other.
set -euo pipefail
cd "$(dirname "$0")/.."

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
options=()
# Netty's native library and its buffers, about which newer JDKs would warn.
if "$java" --enable-native-access=ALL-UNNAMED -version 2>/dev/null; then
  options+=(--enable-native-access=ALL-UNNAMED)
fi
if "$java" --sun-misc-unsafe-memory-access=allow -version 2>/dev/null; then
  options+=(--sun-misc-unsafe-memory-access=allow)
fi

mvn -B -q -Pecho -pl benchmarks/echo -am -DskipTests package
exec taskset -c 1 "$java" "${options[@]}" \
  -cp 'benchmarks/echo/target/classes:benchmarks/echo/target/lib/*' \
  io.jasyncio.benchmarks.echo.Echo "${options[@]/#/--server-option=}" "$@"
