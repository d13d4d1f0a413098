#!/usr/bin/env bash
# The example organization, applied in order with real Terraform from console step 0 on.
. "$(dirname "$0")/setup.sh"
whole_organization
echo "$passed passed, 0 failed"
