#!/usr/bin/env bash
# How many dossiers a second the service answers in a batch over HTTP, a third of them HOLD. Only on the loopback address.
# Usage: src/bench/batch-http.sh [DOSSIERS] [ROUNDS], options of the JVM in JVM_OPTIONS
set -euo pipefail
cd "$(dirname "$0")/../.."

dossiers=${1:-3000}
rounds=${2:-7}
port=${PORT:-18080}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
questions=target/batch.ndjson
answers=target/batch-answers.ndjson

[ -f target/protocol-gate.jar ] || ./mvnw -B -q package -DskipTests
./mvnw -B -q -Pbench test-compile exec:exec -Dbench.main=org.protocolgate.bench.BatchFile -Dbench="$dossiers $questions"

export PROTOCOL_GATE_DEMO_PASSWORD=only-for-this-run
data=$(mktemp -d)
PROTOCOL_GATE_DEMO=true PROTOCOL_GATE_DATA=$data MICRONAUT_SERVER_PORT=$port "$java" -Xmx512m ${JVM_OPTIONS:-} -jar target/protocol-gate.jar > target/batch-http.log 2>&1 &
service=$!
trap 'kill $service 2> /dev/null; wait $service 2> /dev/null || true; rm -rf "$data"' EXIT
until token=$(curl -sf --max-time 10 -H 'Content-Type: application/json' \
  -d "{\"username\": \"coordinator\", \"password\": \"$PROTOCOL_GATE_DEMO_PASSWORD\"}" "http://127.0.0.1:$port/login"); do
  kill -0 $service || { cat target/batch-http.log >&2; exit 1; }
  sleep 1
done
token=$(sed 's/.*"access_token":"\([^"]*\)".*/\1/' <<< "$token")

for round in $(seq "$rounds"); do
  seconds=$(curl -sS --max-time 300 -o "$answers" -w '%{time_total}' -H 'Content-Type: application/x-ndjson' -H 'Expect:' -H "Authorization: Bearer $token" \
    --data-binary "@$questions" "http://127.0.0.1:$port/api/evaluations/batch")
  awk -v round="$round" -v seconds="$seconds" \
    '/"verdict":"HOLD"/ { held++ } /"verdict":"PROCEED"/ { proceeding++ }
     END { printf "round %d: %d answers (%d HOLD, %d PROCEED) in %.2f s: %.0f a second\n", round, NR, held, proceeding, seconds, NR / seconds }' \
    "$answers"
done
