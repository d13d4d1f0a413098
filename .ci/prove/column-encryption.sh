#!/usr/bin/env bash
# The example of docs/data-in-use.md against moto's KMS: the right context decrypts, a wrong one does not, and nothing leaks.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'kill "$pid" 2> /dev/null || true; rm -rf "$work"' EXIT
port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
moto_server -H 127.0.0.1 -p "$port" > "$work/moto.log" 2>&1 & pid=$!
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_ACCESS_KEY_ID=proof AWS_SECRET_ACCESS_KEY=proof AWS_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true
for _ in $(seq 60); do python3 -c "import urllib.request; urllib.request.urlopen('$AWS_ENDPOINT_URL/moto-api/', timeout=1)" 2> /dev/null && break; sleep 0.5; done

KEY_ARN=$(python3 -c 'import boto3; print(boto3.client("kms", region_name="eu-west-1").create_key()["KeyMetadata"]["Arn"])')
INDEX_KEY=$(python3 -c 'import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())')
export KEY_ARN INDEX_KEY
iban="DE$(python3 -c 'import secrets; print("".join(str(secrets.randbelow(10)) for _ in range(20)))')"
npx esbuild --bundle --platform=node --log-level=error examples/column-encryption/main.ts --outfile="$work/main.cjs"
node "$work/main.cjs" "$iban" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }

says() { grep -qE "$1" "$work/log" || { cat "$work/log"; echo "FAILED: no line \"$1\""; exit 1; }; echo "proven: $2"; }
says '^right context: decrypts$' 'the right context decrypts'
says '^wrong context: InvalidCiphertextException$' 'KMS refuses a wrong context'
says '^found: 7$' 'a row is found by its blind index'
row=$(sed -n 's/^row: //p' "$work/log")
python3 - "$row" "$iban" <<'PY'
import base64, json, sys
row, iban = json.loads(sys.argv[1]), sys.argv[2]
assert iban.encode() not in base64.b64decode(row["iban"]) and iban not in sys.argv[1], "the row holds the plain value"
PY
echo 'proven: the row holds no plain value'
! grep -qF "$iban" "$work/log" "$work/moto.log" || { echo 'FAILED: the value stands in a log'; exit 1; }
echo 'proven: nothing of the value in the logs of application and service'
