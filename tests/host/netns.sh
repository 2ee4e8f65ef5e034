#!/bin/bash
# Runs a command in a network namespace with no way out and counts every packet it tries to send. Needs root.
#
#   tests/host/netns.sh [--expect-zero | --expect-some] command [arguments…]
#
# Prints "packets sent towards the outside: N" as the last line. Exits with the command's status when that is not
# zero; otherwise with 90 when --expect-zero meets packets or --expect-some meets none; otherwise with 0.
# --expect-some is the control: a check that cannot see a stock browser's packets proves nothing (see
# stockBrowser.ts).
#
# The way out is one end of a pair of virtual interfaces whose other end nobody reads: packets leave, and are
# counted, but arrive nowhere. Loopback works, because Playwright speaks to Chromium over it.
expect=
case $1 in --expect-zero | --expect-some) expect=$1; shift ;; esac
[ $# -gt 0 ] || { echo "usage: netns.sh [--expect-zero | --expect-some] command [arguments…]" >&2; exit 64; }
exec unshare -n bash -c '
expect=$1; shift
fail() { echo "netns.sh: $1" >&2; exit 70; }
ip link set lo up || fail "no loopback"
for kind in all default; do echo 1 > /proc/sys/net/ipv6/conf/$kind/disable_ipv6; done 2>/dev/null
ip link add sink0 type veth peer name sink1 || fail "no virtual interfaces here"
ip addr add 10.9.9.1/24 dev sink0 && ip link set sink0 up && ip link set sink1 up || fail "cannot raise them"
ip neigh add 10.9.9.2 lladdr 02:00:00:00:00:02 dev sink0 || fail "no neighbour"
ip route add default via 10.9.9.2 dev sink0 || fail "no route"
sleep 0.3
# The counter is read with ip: /sys would show the outer namespace.
sent() { ip -s -j link show sink0 | grep -o "\"tx\":{[^}]*" | grep -o "packets\":[0-9]*" | cut -d: -f2; }
before=$(sent); [ -n "$before" ] || fail "cannot read the counter"
"$@"; status=$?
packets=$(( $(sent) - before ))
echo "packets sent towards the outside: $packets"
[ $status -eq 0 ] || exit $status
case $expect in
  --expect-zero) [ $packets -eq 0 ] || exit 90 ;;
  --expect-some) [ $packets -gt 0 ] || exit 90 ;;
esac' netns "$expect" "$@"
