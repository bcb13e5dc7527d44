#!/usr/bin/env bash
# Seconds from the start of the process to its first answer after a login: with rules compiled at the start, with those that came compiled,
# and with an archive of classes besides. Only on the loopback address.
# Usage: src/bench/start-to-first-answer.sh [JAVA_HOME...]
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${ROUNDS:-5}
port=${PORT:-18081}
question=src/main/resources/demo/CT-002-infusion.json
export PROTOCOL_GATE_DEMO=true PROTOCOL_GATE_DEMO_PASSWORD=only-for-this-run

[ -f target/protocol-gate.jar ] || ./mvnw -B -q package -DskipTests

# Starts the service with these options of the JVM, asks until it answers, stops it, and prints the seconds.
first_answer() {
  local begin end token data tries=0
  data=$(mktemp -d)
  begin=$(date +%s.%N)
  PROTOCOL_GATE_DATA=$data MICRONAUT_SERVER_PORT=$port "$java" -Xmx512m "$@" -jar target/protocol-gate.jar > target/start.log 2>&1 &
  local service=$!
  until token=$(curl -sf --max-time 10 -H 'Content-Type: application/json' \
    -d "{\"username\": \"coordinator\", \"password\": \"$PROTOCOL_GATE_DEMO_PASSWORD\"}" "http://127.0.0.1:$port/login"); do
    tries=$((tries + 1))
    [ $tries -lt 3000 ] && kill -0 $service || { cat target/start.log >&2; return 1; }
    sleep 0.01
  done
  token=$(sed 's/.*"access_token":"\([^"]*\)".*/\1/' <<< "$token")
  curl -sf -o /dev/null --max-time 10 -H 'Content-Type: application/json' -H "Authorization: Bearer $token" -d "@$question" \
    "http://127.0.0.1:$port/api/evaluations"
  end=$(date +%s.%N)
  kill $service
  wait $service || true
  rm -rf "$data"
  awk -v begin="$begin" -v end="$end" 'BEGIN { printf "%.2f\n", end - begin }'
}

median() {
  local what=$1
  shift
  for _ in $(seq "$rounds"); do first_answer "$@"; done | sort -n |
    awk -v what="$what" '{ s[NR] = $1 } END { printf "  %-34s median %.2f s, from %.2f to %.2f\n", what, s[int((NR + 1) / 2)], s[1], s[NR] }'
}

rm -rf target/changed-rules
cp -r rules target/changed-rules
for rule in target/changed-rules/*/vocabulary.drl; do echo "// changed" >> "$rule"; done

[ $# -gt 0 ] || set -- "${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}"
for home in "$@"; do
  java=$home/bin/java
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  archive=target/classes-$version.jsa
  rm -f "$archive"
  echo "Java $version:"
  PROTOCOL_GATE_RULES=target/changed-rules median "rules compiled at the start"
  median "rules that came compiled"
  if [ "$version" -ge 19 ]; then
    use=(-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$archive")
    first_answer "${use[@]}" > /dev/null
  else
    first_answer "-XX:ArchiveClassesAtExit=$archive" > /dev/null
    use=("-XX:SharedArchiveFile=$archive")
  fi
  median "and an archive of classes" "${use[@]}"
done
