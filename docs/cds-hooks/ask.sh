#!/bin/sh
# Asks a service by CDS Hooks as a client of it would: sends a message with a token that is signed here.
#   ask.sh setup FOLDER            makes a key and clients.json in a folder, for PROTOCOL_GATE_CDS_CLIENTS
#   ask.sh FOLDER SERVICE MESSAGE  sends a message to a service; without a message asks which services there are
# GATE is PROTOCOL_GATE_URL of the service (http://127.0.0.1:8080), AT the time there, where it is not now (the demo begins at
# 2026-03-16T01:00Z). Needs openssl, xxd, curl and the date of GNU.
set -eu
: "${GATE:=http://127.0.0.1:8080}"

url64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

if [ "$1" = setup ]; then
  mkdir -p "$2"
  openssl genrsa -out "$2/key.pem" 3072 2>/dev/null
  modulus=$(openssl rsa -in "$2/key.pem" -noout -modulus | cut -d= -f2 | xxd -r -p | url64)
  cat > "$2/clients.json" <<EOF
[{"name": "try", "iss": "https://ehr.example.org", "participants": "urn:example:trial-code",
  "infusion": ["urn:example:services|cell-infusion"],
  "jwks": {"keys": [{"kty": "RSA", "kid": "try", "alg": "RS384", "n": "$modulus", "e": "AQAB"}]}}]
EOF
  exit
fi

path="/cds-services${2:+/$2}"
now=$(date -d "${AT:-now}" +%s)
header=$(printf '{"alg":"RS384","kid":"try","typ":"JWT"}' | url64)
claims=$(printf '{"iss":"https://ehr.example.org","aud":"%s","iat":%s,"exp":%s,"jti":"%s"}' \
  "$GATE$path" "$now" "$((now + 3600))" "$(openssl rand -hex 16)" | url64)
signature=$(printf '%s.%s' "$header" "$claims" | openssl dgst -sha384 -sign "$1/key.pem" | url64)
set -- "$header.$claims.$signature" "${3:-}"
curl -sS -H "Authorization: Bearer $1" -H 'Content-Type: application/json' ${2:+--data-binary @"$2"} "$GATE$path"
