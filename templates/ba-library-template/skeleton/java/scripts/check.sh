#!/bin/sh
# Everything that has to be right before a change is merged. The pipeline runs the same.
set -eu

mvn --batch-mode --no-transfer-progress verify
