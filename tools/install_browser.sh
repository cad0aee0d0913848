#!/bin/sh
# Installs Debian's Chromium and its driver, which the browser test needs, unless they are there.
set -eu

if "$(dirname "$0")/require_browser.sh" 2>/dev/null; then
    exit 0
fi
as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get update --quiet=2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends \
    chromium chromium-driver >/dev/null
