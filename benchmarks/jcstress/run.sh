#!/usr/bin/env bash
# Builds the tests and runs them: see README.md. JAVA_HOME chooses the JDK; arguments go to jcstress.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -q -Pjcstress -pl benchmarks/jcstress -am -DskipTests package
cd benchmarks/jcstress/target
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp 'classes:lib/*' org.openjdk.jcstress.Main "$@"
