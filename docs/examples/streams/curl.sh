#!/bin/sh
# Follows a subscription with curl across broken connections: `curl.sh <address> <document> <variables>`.
# Prints the JSON of each payload. The id of an event is its position: the next connection begins after it.
last=$(mktemp)
while :; do
  id=$(cat "$last")
  curl -sNG "$1" --data-urlencode "query=$2" --data-urlencode "variables=$3" \
    -H 'accept: text/event-stream' ${id:+-H "last-event-id: $id"} |
    while IFS= read -r line; do
      case $line in
      "id: "*) id=${line#id: } ;;
      "data: {"*) printf '%s\n' "${line#data: }" && printf %s "$id" >"$last" ;;
      "event: complete") printf complete >"$last" ;;
      esac
    done
  [ "$(cat "$last")" = complete ] && exit 0
  sleep 1
done
