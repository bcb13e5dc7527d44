#!/usr/bin/env bash
# How many stored decisions a second the service makes over HTTP, the client beside it. On a PostgreSQL that DATASOURCES_DEFAULT_URL,
# _USERNAME and _PASSWORD name (an empty database), else on the embedded one in target/.
# Usage: src/bench/stored-decisions.sh [DECISIONS A ROUND] [ROUNDS], options of the JVM in JVM_OPTIONS
set -euo pipefail
cd "$(dirname "$0")/../.."

port=${PORT:-18081}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
password=only-for-measuring
data=$(mktemp -d target/stored-XXXXXX)

[ -f target/protocol-gate.jar ] || ./mvnw -B -q package -DskipTests
PROTOCOL_GATE_DATA=$data PROTOCOL_GATE_DEMO=true PROTOCOL_GATE_DEMO_PASSWORD=$password PROTOCOL_GATE_CLOCK=2026-03-10T04:00:00Z \
  MICRONAUT_SERVER_PORT=$port "$java" -Xmx512m ${JVM_OPTIONS:-} -jar target/protocol-gate.jar > target/stored-decisions.log 2>&1 &
service=$!
trap 'kill $service 2> /dev/null; wait $service 2> /dev/null || true; rm -rf "$data"' EXIT
until grep -q /api/evaluations target/stored-decisions.log; do
  kill -0 "$service" 2> /dev/null || { cat target/stored-decisions.log; exit 1; }
  sleep 0.5
done

./mvnw -B -q -Pbench test-compile exec:exec -Dbench.main=org.protocolgate.bench.StoredDecisions \
  -Dbench="http://127.0.0.1:$port $password ${1:-1000} ${2:-7}"
