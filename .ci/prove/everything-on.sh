#!/usr/bin/env bash
# All seven pillars in every environment, a region that needs opt-in, keys in a second region, applied in order.
FIXTURE=test/fixtures/everything-on
. "$(dirname "$0")/setup.sh"
whole_organization
echo "$passed passed, 0 failed"
