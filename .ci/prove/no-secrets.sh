# Sourced after setup.sh by the proofs: no secret in what was synthesized, planned and kept as state; planted ones are found.

# Every stack's JSON, every version of every state, and the plan of every stack that is initialized.
no_secrets() {
  local states folder plans=0
  states=$(python3 .ci/prove/states.py "$endpoint" "$work/states")
  mkdir -p "$work/plans"
  for folder in "$out"/stacks/*/; do
    [ -d "$folder/.terraform" ] || continue
    (cd "$folder" && quietly terraform plan -input=false -lock=false -no-color -out="$work/plan.tfplan" && terraform show -json "$work/plan.tfplan") > "$work/plans/$(basename "$folder").json"
    plans=$((plans + 1))
  done
  quietly tool leaks "$out"/stacks/*/cdk.tf.json "$work"/states/*.json "$work"/plans/*.json
  proven "no secret in $(ls "$out"/stacks | wc -l) stacks, $states versions of states, $plans plans"
}

# The check itself: Terraform writes planted values into plan and state, and each is found; write-only ones reach neither.
planted_secrets_are_found() {
  local folder=$work/canary canary kind
  canary="canary-$(python3 -c 'import secrets; print(secrets.token_hex(12))')"
  for kind in plain write-only; do
    mkdir -p "$folder/$kind"
    python3 - "$folder/$kind/main.tf.json" "$canary" "$kind" <<'PY'
import json, sys
path, canary, kind = sys.argv[1:]
secret = {"secret_string": canary} if kind == "plain" else {"secret_string_wo": "${var.canary}", "secret_string_wo_version": 1}
resource = {"aws_secretsmanager_secret": {"s": {"name": "canary"}}, "aws_secretsmanager_secret_version": {"v": {"secret_id": "${aws_secretsmanager_secret.s.id}", **secret}}}
if kind == "plain":
    resource["aws_db_instance"] = {"d": {"instance_class": "db.t4g.micro", "username": "app", "password": canary}}
json.dump({"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}}, "provider": {"aws": [{"region": "eu-west-1"}]},
           "variable": {"canary": {"type": "string", "sensitive": True, "ephemeral": True, "default": ""}}, "resource": resource}, open(path, "w"))
PY
    (
      cd "$folder/$kind"
      unset TF_CLI_ARGS_init OFFLINE_AWS_WORLD OFFLINE_AWS_WORLD_SEED
      [ "$kind" = plain ] || export TF_VAR_canary=$canary
      quietly terraform init -input=false -no-color
      quietly terraform plan -input=false -no-color -out=plan.tfplan
      terraform show -json plan.tfplan > plan.json
      quietly terraform apply -input=false -no-color plan.tfplan
    )
  done
  for file in main.tf.json plan.json terraform.tfstate; do
    grep -q "$canary" "$folder/plain/$file" || { echo "FAILED: the canary did not reach $file"; exit 1; }
    refused "would hold a secret in plain text" tool leaks "$folder/plain/$file"
    ! grep -q "$canary" "$work/log" || { echo "FAILED: the finding repeats the secret"; exit 1; }
    ! grep -q "$canary" "$folder/write-only/$file" || { echo "FAILED: a write-only secret stands in $file"; exit 1; }
    quietly tool leaks "$folder/write-only/$file"
  done
  ! grep -rqF "$canary" "$out" "$work/states" "$work/plans" || { echo 'FAILED: the canary stands elsewhere'; exit 1; }
  proven "planted secrets are found in JSON, plan and state; write-only ones reach none of them"
}
