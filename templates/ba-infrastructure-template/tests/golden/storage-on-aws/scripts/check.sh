#!/bin/sh
# Everything that has to be right before a change is merged. The pipeline runs the same.
set -eu

scripts=$(dirname "$0")
sh "$scripts/terraform.sh" fmt -check -diff -recursive
sh "$scripts/terraform.sh" init -backend=false -input=false
sh "$scripts/terraform.sh" validate
