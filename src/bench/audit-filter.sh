#!/usr/bin/env bash
# How long a page of the audit log takes, of one participant and criterion, among 100,000 entries and among 1,000,000.
# Usage: src/bench/audit-filter.sh [TIMES] [FEW] [MANY]
set -euo pipefail
cd "$(dirname "$0")/../.."

./mvnw -B -q -Pbench test-compile exec:exec -Dbench.main=org.protocolgate.bench.AuditFilter \
  -Dbench="${1:-2000} ${2:-100000} ${3:-1000000}"
