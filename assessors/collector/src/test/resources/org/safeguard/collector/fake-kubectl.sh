#!/bin/sh
# Stands in for kubectl: answers from the files in $FAKE_CLUSTER, refuses some types, breaks off in
# the middle of one. Every call is noted in $FAKE_CALLS.
printf '%s\n' "$*" | head -n 1 >>"$FAKE_CALLS"
while :; do
  case ${1:-} in
    --kubeconfig=* | --context=* | --request-timeout=*) shift ;;
    *) break ;;
  esac
done
fail() {
  printf '%s\n' "$1" >&2
  exit 1
}
[ -z "${FAKE_DOWN:-}" ] || fail 'The connection to the server api.clinic.example:6443 was refused'

case "$1 ${2:-}" in
  'config current-context') echo 'clinic "west"' && exit 0 ;;
  'config view') printf 'https://someone:PLANTED-login@api.clinic.example:6443' && exit 0 ;;
  'get --raw') cat "$FAKE_CLUSTER/version.json" && exit 0 ;;
  'api-resources --verbs=list')
    cat "$FAKE_CLUSTER/types.txt"
    [ -z "${FAKE_HEALTHY:-}" ] || exit 0
    fail 'error: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is currently unable to handle the request'
    ;;
esac
type=$2
case "$*" in
  *' -n clinic '*) where=-clinic ;;
  *' -n lab '*) where=-lab ;;
  *) where= ;;
esac
case "$*" in
  'get secrets '*' -o wide --no-headers') cat "$FAKE_CLUSTER/secrets$where.txt" ;;
  'get configmaps -n kube-system '*' -o json') cat "$FAKE_CLUSTER/configmaps-settings.json" ;;
  'get configmaps '*' -o go-template='*) cat "$FAKE_CLUSTER/configmaps-keys.json" ;;
  'get nodes '*)
    echo '{
    "apiVersion": "v1",
    "items": [],
    "kind": "List"
}'
    fail 'Error from server (Forbidden): nodes is forbidden: User "assessor" cannot list resource "nodes" in API group "" at the cluster scope'
    ;;
  'get widgets.shop.example '*) fail 'Error from server (NotFound): Unable to list "shop.example/v1, Resource=widgets": the server could not find the requested resource' ;;
  'get cronjobs.batch '*) fail 'Unable to connect to the server: net/http: TLS handshake timeout' ;;
  'get deployments.apps '*)
    # The first page came, the second did not.
    cat "$FAKE_CLUSTER/deployments.apps.json"
    fail 'Error from server (InternalError): an error on the server has prevented the request from succeeding'
    ;;
  'get statefulsets.apps '*)
    # Ended in the middle of the text.
    head -n 5 "$FAKE_CLUSTER/deployments.apps.json"
    exit 137
    ;;
  'get services '*)
    cat "$FAKE_CLUSTER/services.json"
    # The person presses Ctrl-C.
    [ -z "${FAKE_INTERRUPT:-}" ] || kill -TERM "$PPID"
    ;;
  *)
    [ -f "$FAKE_CLUSTER/$type$where.json" ] || fail "error: the server doesn't have a resource type \"$type\""
    cat "$FAKE_CLUSTER/$type$where.json"
    ;;
esac
