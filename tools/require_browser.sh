#!/bin/sh
# Says what to install when the browser test could not run. It is never skipped.
missing=
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing="chromium"
command -v chromedriver >/dev/null || missing="${missing:+$missing }chromium-driver"
[ -z "$missing" ] && exit 0
echo "The browser test needs Chromium and its driver. Missing: $missing" >&2
echo "Debian, Ubuntu: apt install chromium chromium-driver; elsewhere: put chromium and chromedriver on the PATH" >&2
exit 1
