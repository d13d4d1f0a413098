#!/usr/bin/env bash
# All seven pillars in every environment, a region that needs opt-in, keys in a second region, applied in order; no secret anywhere.
FIXTURE=test/fixtures/everything-on
. "$(dirname "$0")/setup.sh"
. "$(dirname "$0")/no-secrets.sh"
whole_organization
no_secrets
planted_secrets_are_found
echo "$passed passed, 0 failed"
