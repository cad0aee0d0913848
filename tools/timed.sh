#!/bin/sh
# timed.sh NAME COMMAND...: runs the command and says how long it took; the exit code is the command's.
name=$1
shift
started=$(date +%s)
"$@"
code=$?
echo "-- $name: $(($(date +%s) - started)) s"
exit $code
