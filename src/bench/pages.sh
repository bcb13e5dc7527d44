#!/usr/bin/env bash
# How long the pages take in a study of invented participants, in one process with a heap of 512 MB: the median and the 95th percentile
# of each, and what of a processor one takes. On a PostgreSQL that is started for it.
# Usage: src/bench/pages.sh [PARTICIPANTS] [ROUNDS], options of the JVM in JVM_OPTIONS
set -euo pipefail
cd "$(dirname "$0")/../.."
./mvnw -B -q -Pbench test-compile exec:exec -Dbench.main="-Xmx512m ${JVM_OPTIONS:-} org.protocolgate.screen.PagesSpeed" \
  -Dbench="${1:-1000} ${2:-40}"
