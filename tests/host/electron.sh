#!/bin/sh
# Stands where the Electron executable would:
#   tests/host/electron.sh [--inspect=0] [Chromium's switches] out/main/index.js [arguments]
# DAYBOOK_NODE names the Node to use (24 or later); boringsslLimits.ts is inherited by worker threads.
here=$(dirname "$(readlink -f "$0")")
inspect=
for argument in "$@"; do
  case $argument in
    --inspect=*) inspect=--inspect=127.0.0.1:${argument#--inspect=} ;;
  esac
done
exec "${DAYBOOK_NODE:-node}" $inspect --import "$here/boringsslLimits.ts" "$here/main.ts" "$@"
