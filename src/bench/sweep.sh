#!/usr/bin/env bash
# How many participants a second a sweep asks about, in one process with a heap of 512 MB, in a study of invented participants that
# grows from one size to the next. On an empty PostgreSQL that DATASOURCES_DEFAULT_URL, _USERNAME and _PASSWORD name, else on one
# that is started for it.
# Usage: src/bench/sweep.sh [SIZE]..., options of the JVM in JVM_OPTIONS
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- 1000 5000 20000
./mvnw -B -q -Pbench test-compile exec:exec -Dbench.main="-Xmx512m ${JVM_OPTIONS:-} org.protocolgate.sweep.SweepSpeed" -Dbench="$*"
