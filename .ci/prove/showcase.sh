#!/usr/bin/env bash
# One of each secure-by-default module, applied in order.
FIXTURE=test/fixtures/showcase
. "$(dirname "$0")/setup.sh"
whole_organization
echo "$passed passed, 0 failed"
