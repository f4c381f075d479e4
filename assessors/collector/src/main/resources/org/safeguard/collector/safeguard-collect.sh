#!/bin/sh
# safeguard-collect.sh: reads a Kubernetes cluster through kubectl and writes what it saw into a
# directory or a .tar.gz that Safeguard Workbench imports. Version 1.
#
# What it does to the cluster: it lists (kubectl get, kubectl api-resources), and nothing else.
# It starts kubectl and the standard tools of any Unix (awk, sed, grep, cut, tar, ...), nothing else.
#
# What it never asks for: the data of secrets, logs, events, anything below nodes/proxy.
# What it asks for and does not write: the values of config maps, but for a few of kube-system.
# What it does write as it stands: every other object, the literal environment values of pods and
# the contents of custom resources among them. The import redacts those; until then treat the
# collection as confidential. It is readable by its owner only.
set -euf # -f: no * here stands for files
umask 077
LC_ALL=C
export LC_ALL

kubectl=${KUBECTL:-kubectl}
kubeconfig='' context='' namespaces='' out=''
explain=no secret_names=yes config_values=no

# Types that say nothing about safety, change all the time, carry tokens in their names, or (in the
# group extensions) show the same objects as another type.
skipped='*.extensions events events.events.k8s.io componentstatuses leases.coordination.k8s.io
leasecandidates.coordination.k8s.io *.metrics.k8s.io *.custom.metrics.k8s.io
*.external.metrics.k8s.io oauthaccesstokens.oauth.openshift.io
oauthauthorizetokens.oauth.openshift.io useroauthaccesstokens.oauth.openshift.io
downloadrequests.velero.io'

# Config maps of kube-system that tell how the cluster itself is set up; kept with their values.
cluster_settings='kubeadm-config kubelet-config kube-proxy coredns cilium-config'

usage() {
  cat <<'END'
usage: safeguard-collect.sh [options]

  -o PATH              where to write: a new directory, or a new file that ends in .tar.gz
                       (without it: a directory safeguard-collection-TIME here)
  --context NAME       the kubeconfig context to use (without it: the current one)
  --kubeconfig FILE    the kubeconfig to use
  --namespace NAME     only this namespace, may be given several times; types without
                       namespaces are asked for all the same
  --config-maps        also write the values of all config maps
  --no-secret-names    do not ask for secrets at all
  --explain            print what would be run, and run nothing (also --dry-run)
  --help               print this

KUBECTL names another kubectl, for example oc.

Status: 0 all was asked (what was forbidden is listed), 3 some types failed, 2 wrong use,
1 nothing was collected, 130 interrupted; what was read until then is kept.
END
}

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "safeguard-collect.sh: $2"
  exit "$1"
}

while [ $# -gt 0 ]; do
  option=$1
  shift
  case $option in
    -o | --context | --kubeconfig | --namespace)
      [ $# -gt 0 ] || stop 2 "$option needs a value; see --help"
      case $option in
        -o) out=$1 ;;
        --context) context=$1 ;;
        --kubeconfig) kubeconfig=$1 ;;
        --namespace)
          case $1 in
            '' | *[!a-z0-9-]*) stop 2 "no namespace can be called '$1'" ;;
          esac
          namespaces="$namespaces $1"
          ;;
      esac
      shift
      ;;
    --config-maps) config_values=yes ;;
    --no-secret-names) secret_names=no ;;
    --explain | --dry-run) explain=yes ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) stop 2 "unknown option $option; see --help" ;;
  esac
done

# One template for all config maps: names, labels and keys, a marker in place of every value (the
# importer knows it). The text of a value therefore reaches kubectl, and never a file. Those of cluster_settings are left
# out here because they are read by name.
settings_condition() {
  for name in $cluster_settings $1; do printf ' (eq .metadata.name "%s")' "$name"; done
}
keys_only() {
  cat <<END
{
    "apiVersion": "v1",
    "items": [{{\$c := "\n"}}{{range .items}}{{if not (and (eq .metadata.namespace "kube-system") (or$(settings_condition "$1")))}}{{\$c}}        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "{{.metadata.name}}", "namespace": "{{.metadata.namespace}}", "labels": {{"{"}}{{\$s := ""}}{{range \$k, \$v := .metadata.labels}}{{\$s}}"{{\$k}}": "{{\$v}}"{{\$s = ", "}}{{end}}{{"}"}}}, "data": {{"{"}}{{\$s = ""}}{{range \$k, \$v := .data}}{{\$s}}"{{\$k}}": "(redacted: not asked for)"{{\$s = ", "}}{{end}}{{"}"}}, "binaryData": {{"{"}}{{\$s = ""}}{{range \$k, \$v := .binaryData}}{{\$s}}"{{\$k}}": "(redacted: not asked for)"{{\$s = ", "}}{{end}}{{"}}"}}{{\$c = ",\n"}}{{end}}{{end}}
    ],
    "kind": "List"
}
END
}

if [ "$explain" = yes ]; then
  where=-A
  [ -z "$namespaces" ] || where="-n NAMESPACE (each of:$namespaces)"
  cat <<END
This is what would be run; nothing has been.
  $kubectl config current-context, $kubectl config view --minify (the server's address only)
  $kubectl get --raw /version
  $kubectl api-resources --verbs=list -o wide
then, for every type that this lists:
  $kubectl get TYPE $where -o json --chunk-size=500
END
  if [ "$secret_names" = yes ]; then
    echo "  but for secrets: $kubectl get secrets $where -o wide --no-headers (names and types)"
  else
    echo "  but for secrets: nothing"
  fi
  if [ "$config_values" = no ]; then
    echo "  but for config maps: a template that prints their keys and no value, and by name, with"
    echo "  values, in kube-system: $cluster_settings kubelet-config-VERSION"
  fi
  echo "Never asked for: $skipped"
  exit 0
fi

command -v "$kubectl" >/dev/null 2>&1 || stop 1 "$kubectl was not found; KUBECTL can name it"
[ -n "$out" ] || out=safeguard-collection-$(date -u +%Y%m%dT%H%M%SZ)
case $out in
  -*) out=./$out ;;
esac
[ ! -e "$out" ] || stop 2 "$out exists already; choose another name with -o"
case $out in
  */*) beside=${out%/*}/ ;;
  *) beside=./ ;;
esac
[ -d "$beside" ] || stop 2 "the directory $beside does not exist"

# All is written beside the place it goes to and appears there in one step, so that nobody ever
# finds half a collection under the final name.
work=$(mktemp -d "${beside}.safeguard-collect.XXXXXX") || stop 1 "cannot write to $beside"
interrupted=no
trap 'rm -rf "$work"' EXIT
trap 'interrupted=yes' INT TERM
made=$work/safeguard-collection
mkdir "$made" "$made/objects"
: >"$made/coverage.tsv"
: >"$made/log.tsv"

# Asks once: ask FILE ARGUMENTS... Leaves the exit status in $status and kubectl's words in
# $message, and writes the log. The kubeconfig and context are not in the log's arguments.
ask() {
  to=$1
  shift
  at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  status=0
  "$kubectl" ${kubeconfig:+--kubeconfig="$kubeconfig"} ${context:+--context="$context"} \
    --request-timeout=60s "$@" >"$to" 2>"$work/stderr" || status=$?
  message=$(sed -n '/^Warning:/d; s/[[:cntrl:]]/ /g; /[^ ]/{p;q;}' "$work/stderr" | cut -c 1-300)
  bytes=$(wc -c <"$to" | tr -d ' ')
  # A template is long and always the same.
  told=$(printf '%s ' "$@" | sed -n '1{s/-o go-template=.*/-o go-template=(keys only)/; s/ $//; p;}')
  printf '%s\tGET\t%s\t%s\t%s\n' "$at" "$told" "$status" "$bytes" >>"$made/log.tsv"
}

# Secrets: kubectl's own table instead of -o json. Asked this way, the server sends names, types and
# how many entries there are, and not the data; kubectl prints those columns. The table's lines
# become objects that have a name, a namespace and a type; their keys are marked as unknown, which is
# not the same as having none.
secret_list() {
  awk -v only="$1" '
    BEGIN { print "{\n    \"apiVersion\": \"v1\",\n    \"items\": [" }
    {
      if (only == "") { namespace = $1; name = $2; type = $3; columns = 5 }
      else { namespace = only; name = $1; type = $2; columns = 4 }
      if (name !~ /^[a-z0-9.-]+$/ || namespace !~ /^[a-z0-9-]+$/) next
      line = "        {\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"" name \
             "\", \"namespace\": \"" namespace "\"}"
      if (NF != columns || type !~ /^[A-Za-z0-9._\/-]+$/) type = "(redacted: not asked for)"
      line = line ", \"type\": \"" type "\", \"data\": \"(redacted: not asked for)\""
      printf "%s%s}", (count++ ? ",\n" : ""), line
    }
    END { print (count ? "\n" : "") "    ],\n    \"kind\": \"List\"\n}" }'
}

# The items of several lists as one list. kubectl indents by four, and text in JSON holds no line
# breaks, so that a line tells by its indentation where the items begin and end.
one_list() {
  awk '
    BEGIN { print "{\n    \"apiVersion\": \"v1\",\n    \"items\": [" }
    FNR == 1 { inside = 0 }
    /^    "items": \[$/ { inside = 1; fresh = 1; next }
    /^    \],?$/ { inside = 0 }
    inside { if (fresh && any) print "        ,"; fresh = 0; any = 1; print }
    END { print "    ],\n    \"kind\": \"List\"\n}" }' "$@"
}

# Whether a file is a whole list: kubectl ends one with a brace on its own.
whole() { [ "$(sed -n '$p' "$1")" = '}' ]; }

# One answer: keeps it when it is whole, and counts how it went.
part() {
  file=$work/parts/$parts
  ask "$file" "$@"
  parts=$((parts + 1))
  [ "$status" -eq 0 ] || [ -n "$cause" ] || cause=${message:-"kubectl ended with status $status"}
  case $status:$message in
    0:*) good=$((good + 1)) ;;
    *Forbidden* | *forbidden*) denied=$((denied + 1)) ;;
    *"doesn't have a resource type"* | *NotFound* | *MethodNotAllowed* | *"could not find the requested resource"*)
      missing=$((missing + 1)) ;;
  esac
}

# What a part holds goes into the list of files to keep. An answer with an error may still hold the
# pages that came before it.
keep() {
  if ! whole "$file"; then
    if [ "$status" -eq 0 ] && [ -s "$file" ]; then
      good=$((good - 1))
      cause='kubectl printed something that is no list'
    fi
  elif [ "$status" -eq 0 ] || grep -q '^    "items": \[$' "$file"; then
    kept="$kept $file"
  fi
}

# All objects of $type, in one namespace or (with an empty one) everywhere.
read_type() {
  namespace=$1
  set --
  if [ "$scoped" = true ]; then
    set -- -A
    [ -z "$namespace" ] || set -- -n "$namespace"
  fi
  case $type in
    secrets)
      part get secrets "$@" -o wide --no-headers
      if [ "$status" -eq 0 ]; then
        secret_list "$namespace" <"$file" >"$file.list"
        mv "$file.list" "$file"
      else
        : >"$file"
      fi
      keep
      ;;
    configmaps)
      if [ "$config_values" = yes ]; then
        part get configmaps "$@" -o json --chunk-size=500
      else
        part get configmaps "$@" -o "go-template=$(keys_only "$kubelet_settings")"
      fi
      keep
      ;;
    *)
      part get "$type" "$@" -o json --chunk-size=500
      keep
      ;;
  esac
}

# One type from the first request to its line in coverage.tsv.
collect() {
  parts=0 good=0 denied=0 missing=0 kept='' cause='' note=''
  rm -rf "$work/parts"
  mkdir "$work/parts"
  if [ "$scoped" = true ] && [ -n "$namespaces" ]; then
    for each in $namespaces; do
      [ "$interrupted" = yes ] || read_type "$each"
    done
    note="only in:$namespaces"
  else
    read_type ''
  fi
  # By name, since a role may allow these few and refuse the list.
  if [ "$type" = configmaps ] && [ "$config_values" = no ] && [ "$interrupted" = no ]; then
    # shellcheck disable=SC2086 # several names
    part get configmaps -n kube-system $cluster_settings $kubelet_settings --ignore-not-found -o json
    keep
  fi

  if [ "$interrupted" = yes ]; then
    state=failed
    cause='interrupted'
    [ -z "$kept" ] || state=partial
  elif [ "$good" -eq "$parts" ]; then
    state=captured
    case $type in
      secrets) cause='names and types only' ;;
      configmaps) [ "$config_values" = yes ] || cause='keys only, but for the settings of the cluster' ;;
    esac
    if [ -n "$note" ]; then
      state=partial
      cause=$note
    fi
  elif [ -n "$kept" ]; then
    state=partial
  elif [ "$denied" -gt 0 ] && [ $((denied + missing)) -eq "$parts" ]; then
    state=forbidden
  elif [ "$missing" -eq "$parts" ]; then
    state=absent
  else
    state=failed
  fi

  if [ -n "$kept" ]; then
    target=$made/objects/$file_name.json
    # shellcheck disable=SC2086 # several files whose names we chose
    set -- $kept
    if [ $# -eq 1 ]; then mv "$1" "$target"; else one_list "$@" >"$target"; fi
  fi
  [ $((good + denied + missing)) -eq "$parts" ] || worst=3
  printf '%s\t%s\t%s\t%s\t%s\n' "$type" "$kind" "$version" "$state" "$cause" >>"$made/coverage.tsv"
  say "$state: $type${cause:+ ($cause)}"
}

# Text inside quotes in JSON.
quoted() { printf '%s' "$1" | sed -n '1{s/[[:cntrl:]]//g; s/\\/\\\\/g; s/"/\\"/g; p;}'; }

# 1. Which cluster.
collected_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
seen_context=$context
if [ -z "$context" ]; then
  seen_context=$("$kubectl" ${kubeconfig:+--kubeconfig="$kubeconfig"} config current-context 2>/dev/null || :)
fi
server=$("$kubectl" ${kubeconfig:+--kubeconfig="$kubeconfig"} ${context:+--context="$context"} \
  config view --minify -o 'jsonpath={.clusters[0].cluster.server}' 2>/dev/null || :)
server=$(printf '%s' "$server" | sed 's,//[^/@]*@,//,')
ask "$work/version" get --raw /version
server_version=$(sed -n 's/.*"gitVersion": *"\([^"]*\)".*/\1/p' "$work/version")
kubelet_settings=$(printf '%s' "$server_version" | sed -n 's/^v\([0-9]*\.[0-9]*\).*/kubelet-config-\1/p')

# 2. Which types there are. A broken add-on API makes kubectl fail after it has printed the others.
ask "$work/types" api-resources --verbs=list -o wide
discovery=$message discovery_status=$status
sed -n 1p "$work/types" | grep -q APIVERSION || {
  [ -z "$discovery" ] || say "$discovery"
  stop 1 "the types of the cluster cannot be listed; is the cluster reachable, and kubectl 1.20 or later?"
}
[ "$discovery_status" -eq 0 ] || say "warning: $discovery"
# Columns: name, short names (may be empty), version, namespaced, kind, verbs.
awk 'NR > 1 {
  for (i = 3; i <= NF; i++) if ($i == "true" || $i == "false") {
    group = $(i - 1); if (!sub(/\/.*/, "", group)) group = ""
    print $1, (group == "" ? "core" : group), $(i - 1), $i, $(i + 1); break
  }
}' "$work/types" >"$work/list"

# 3. Each of them.
worst=0
[ "$discovery_status" -eq 0 ] || worst=3
while [ "$interrupted" = no ] && read -r plural group version scoped kind <&3; do
  type=$plural.$group
  [ "$group" != core ] || type=$plural
  skip=no
  for each in $skipped; do
    case $each in
      "$type") skip=yes ;;
      \*.*) [ "${each#??}" != "$group" ] || skip=yes ;;
    esac
  done
  [ "$type" != secrets ] || [ "$secret_names" = yes ] || skip=yes
  [ "$skip" = yes ] && continue
  # Names from a server are checked before they become a file's name.
  case $type in
    *[!a-z0-9.-]* | .* | -*) say "left out, an odd name: $type" && continue ;;
  esac
  file_name=$plural.$group
  collect
done 3<"$work/list"

# What the server does not have at all is said too, where something is concluded from it.
if [ "$discovery_status" -eq 0 ] && [ "$interrupted" = no ]; then
  while read -r plural group version kind <&3; do
    grep -q "^$plural $group " "$work/list" ||
      printf '%s.%s\t%s\t%s\tabsent\tthe server does not serve this type\n' \
        "$plural" "$group" "$kind" "$version" >>"$made/coverage.tsv"
  done 3<<'END'
ingresses networking.k8s.io networking.k8s.io/v1 Ingress
ingresses extensions extensions/v1beta1 Ingress
networkpolicies networking.k8s.io networking.k8s.io/v1 NetworkPolicy
cronjobs batch batch/v1 CronJob
poddisruptionbudgets policy policy/v1 PodDisruptionBudget
podsecuritypolicies policy policy/v1beta1 PodSecurityPolicy
adminnetworkpolicies policy.networking.k8s.io policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy
baselineadminnetworkpolicies policy.networking.k8s.io policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy
validatingadmissionpolicies admissionregistration.k8s.io admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy
validatingadmissionpolicybindings admissionregistration.k8s.io admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding
END
fi

# 4. Done, or as far as we came.
cat >"$made/collection.json" <<END
{
  "format": "safeguard-collection",
  "formatVersion": 1,
  "collectedAt": "$collected_at",
  "context": "$(quoted "$seen_context")",
  "server": "$(quoted "$server")",
  "serverVersion": "$(quoted "$server_version")",
  "collector": "1"
}
END
case $out in
  *.tar.gz | *.tgz)
    tar -czf "$work/made.tar.gz" -C "$work" safeguard-collection
    mv "$work/made.tar.gz" "$out"
    ;;
  *) mv "$made" "$out" ;;
esac
say "written: $out"
[ "$interrupted" = no ] || exit 130
exit "$worst"
