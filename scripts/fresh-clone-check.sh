#!/usr/bin/env bash
# Does what README tells a newcomer to do, on a copy of the committed tree in a
# folder with a blank in its name, without git, ../shared or a terminal:
# npm start until it answers, npm start again without network, npm test.
# Prints how long each took. Keeps the folder where something failed.
set -euo pipefail

project="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d "${TMPDIR:-/tmp}/rasai fresh XXXXXX")"
copy="$work/rasai"
git clone -q --depth 1 "file://$project" "$copy"
rm -rf "$copy/.git"
cd "$copy"
unset RASAI_HOME RASAI_SHARED
echo "node $(node --version), npm $(npm --version), in $copy"

# Starts the server with the words given, waits until a page comes, stops it.
start_and_stop() {
	local log="$1" began=$SECONDS url="" pid
	shift
	"$@" npm start >"$log" 2>&1 <&- &
	pid=$!
	for _ in $(seq 600); do
		url="$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$log" || true)"
		if [ -n "$url" ] && node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "$url/"; then
			echo "npm start answered at $url after $((SECONDS - began)) s"
			kill -TERM "$pid"
			wait "$pid" || true
			if [ -e rasai-data/lock ]; then
				echo "npm start was stopped and left the workspace locked" >&2
				exit 1
			fi
			return
		fi
		if ! kill -0 "$pid" 2>/dev/null; then break; fi
		sleep 1
	done
	echo "npm start did not answer; its words are in $log" >&2
	tail -20 "$log" >&2
	exit 1
}

start_and_stop "$work/first.log" env
start_and_stop "$work/second.log" env npm_config_offline=true npm_config_registry=http://127.0.0.1:9

began=$SECONDS
if ! npm test >"$work/test.log" 2>&1 <&-; then
	grep -A99999 'failing tests' "$work/test.log" >&2 || tail -30 "$work/test.log" >&2
	exit 1
fi
grep -E '^ℹ' "$work/test.log"
echo "npm test took $((SECONDS - began)) s"
cd /
rm -rf "$work"
