package org.safeguard.access;

import java.util.List;
import org.safeguard.model.fact.PolicyRule;

/// Rights that give more than they seem to, or that some other right completes. The first four
/// things to know of each: its id in rules, what it lets somebody do, whether it lies in the
/// cluster as a whole, and the requests of which one is enough.
public enum Ability {
  EVERYTHING("everything", "do everything", false, need("*", "*", "*")),
  READ_EVERYTHING(
      "read-everything", "read every kind of object", false, need("get list", "*", "*")),
  READ_SECRETS("read-secrets", "read secrets", false, need("get list watch", "", "secrets")),
  CREATE_SECRETS("create-secrets", "create secrets", false, need("create", "", "secrets")),
  CREATE_PODS("create-pods", "create pods", false, need("create", "", "pods")),
  CHANGE_PODS(
      "change-pods", "change the images of running pods", false, need("update patch", "", "pods")),
  CREATE_WORKLOADS(
      "create-workloads",
      "create workloads",
      false,
      need("create", "apps", "deployments daemonsets statefulsets replicasets"),
      need("create", "batch", "jobs cronjobs"),
      need("create", "", "replicationcontrollers")),
  CHANGE_WORKLOADS(
      "change-workloads",
      "change workloads",
      false,
      need("update patch", "apps", "deployments daemonsets statefulsets replicasets"),
      need("update patch", "batch", "cronjobs"),
      need("update patch", "", "replicationcontrollers")),
  DELETE_WORKLOADS(
      "delete-workloads",
      "delete workloads",
      false,
      need("delete deletecollection", "apps", "deployments daemonsets statefulsets replicasets"),
      need("delete deletecollection", "batch", "jobs cronjobs"),
      need("delete deletecollection", "", "pods")),
  DELETE_DATA(
      "delete-data",
      "delete volumes and what is on them",
      false,
      need("delete deletecollection", "", "persistentvolumeclaims persistentvolumes"),
      need(
          "delete deletecollection",
          "snapshot.storage.k8s.io",
          "volumesnapshots volumesnapshotcontents")),
  EXEC("exec", "run commands in pods", false, need("create get", "", "pods/exec")),
  ATTACH("attach", "attach to running programs", false, need("create get", "", "pods/attach")),
  DEBUG(
      "debug",
      "add debug containers to pods",
      false,
      need("update patch", "", "pods/ephemeralcontainers")),
  PORT_FORWARD(
      "port-forward", "forward ports of pods", false, need("create get", "", "pods/portforward")),
  PROXY(
      "proxy",
      "reach pods and services through the API server",
      false,
      need("get create", "", "pods/proxy services/proxy")),
  READ_LOGS("read-logs", "read the logs of pods", false, need("get list", "", "pods/log")),
  DELETE_EVENTS(
      "delete-events",
      "delete events",
      false,
      need("delete deletecollection", "", "events"),
      need("delete deletecollection", "events.k8s.io", "events")),
  WRITE_CONFIG_MAPS(
      "write-config-maps", "change config maps", false, need("update patch", "", "configmaps")),
  ISSUE_TOKENS(
      "issue-tokens",
      "issue tokens of service accounts",
      false,
      need("create", "", "serviceaccounts/token")),
  IMPERSONATE_ACCOUNTS(
      "impersonate-accounts",
      "act as service accounts",
      false,
      need("impersonate", "", "serviceaccounts")),
  IMPERSONATE_USERS(
      "impersonate-users", "act as other users", true, need("impersonate", "", "users")),
  IMPERSONATE_GROUPS(
      "impersonate-groups",
      "act as a member of any group",
      true,
      need("impersonate", "", "groups")),
  WRITE_ROLES("write-roles", "change roles", false, need("update patch", Ability.RBAC, "roles")),
  WRITE_CLUSTER_ROLES(
      "write-cluster-roles",
      "change cluster roles",
      true,
      need("update patch", Ability.RBAC, "clusterroles")),
  WRITE_BINDINGS(
      "write-bindings",
      "grant roles",
      false,
      need("create update patch", Ability.RBAC, "rolebindings")),
  WRITE_CLUSTER_BINDINGS(
      "write-cluster-bindings",
      "grant roles in the whole cluster",
      true,
      need("create update patch", Ability.RBAC, "clusterrolebindings")),
  BIND_ROLES(
      "bind-roles", "grant roles it does not hold", false, need("bind", Ability.RBAC, "roles")),
  BIND(
      "bind",
      "grant cluster roles it does not hold",
      false,
      need("bind", Ability.RBAC, "clusterroles")),
  ESCALATE_ROLES(
      "escalate-roles",
      "write rights into roles that it does not hold",
      false,
      need("escalate", Ability.RBAC, "roles")),
  ESCALATE(
      "escalate",
      "write rights into cluster roles that it does not hold",
      true,
      need("escalate", Ability.RBAC, "clusterroles")),
  REQUEST_CERTIFICATES(
      "request-certificates",
      "request certificates",
      true,
      need("create", Ability.CERTIFICATES, "certificatesigningrequests")),
  APPROVE_CERTIFICATES(
      "approve-certificates",
      "approve certificate requests",
      true,
      need("update patch", Ability.CERTIFICATES, "certificatesigningrequests/approval")),
  APPROVE_SIGNER(
      "approve-signer",
      "approve for a signer",
      true,
      need("approve", Ability.CERTIFICATES, "signers")),
  MUTATE(
      "change-mutating-webhooks",
      "change what others create, by a mutating webhook or policy",
      true,
      need(
          "create update patch",
          Ability.ADMISSION,
          "mutatingwebhookconfigurations mutatingadmissionpolicies")),
  WRITE_POLICIES(
      "write-policies",
      "change the policies that judge workloads",
      true,
      need(
          "create update patch delete",
          Ability.ADMISSION,
          "validatingwebhookconfigurations mutatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings"),
      need("create update patch delete", "kyverno.io", "clusterpolicies policyexceptions"),
      need("create update patch delete", "templates.gatekeeper.sh", "constrainttemplates"),
      need("create update patch delete", "constraints.gatekeeper.sh", "*"),
      need("create update patch delete", "policies.kubewarden.io", "clusteradmissionpolicies")),
  WRITE_NETWORK_POLICIES(
      "write-network-policies",
      "change network policies",
      false,
      need("create update patch delete", "networking.k8s.io", "networkpolicies")),
  CHANGE_NAMESPACES(
      "change-namespaces",
      "change the labels of namespaces",
      false,
      need("update patch", "", "namespaces")),
  CREATE_NAMESPACES(
      "create-namespaces",
      "create namespaces",
      true,
      need("create", "", "namespaces"),
      need("create", "project.openshift.io", "projectrequests")),
  CREATE_VOLUMES(
      "create-volumes",
      "create volumes on directories of nodes",
      true,
      need("create", "", "persistentvolumes")),
  CHANGE_NODES(
      "change-nodes", "change nodes", true, need("update patch", "", "nodes nodes/status")),
  NODES_PROXY(
      "nodes-proxy",
      "reach the kubelets, and by them every container",
      true,
      need("get create", "", "nodes/proxy"));

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String CERTIFICATES = "certificates.k8s.io";
  private static final String ADMISSION = "admissionregistration.k8s.io";

  private final String id;
  private final String words;
  private final boolean ofCluster;
  private final List<Need> needs;

  Ability(String id, String words, boolean ofCluster, Need... needs) {
    this.id = id;
    this.words = words;
    this.ofCluster = ofCluster;
    this.needs = List.of(needs);
  }

  /// The name in rules, such as `read-secrets`.
  public String id() {
    return id;
  }

  /// What it lets somebody do, after "may".
  public String words() {
    return words;
  }

  /// Whether only a cluster role binding can grant it, since what it is about lies in no namespace.
  boolean ofCluster() {
    return ofCluster;
  }

  /// Whether a rule gives it, be it for some objects only. The rule must be readable.
  boolean in(PolicyRule rule) {
    for (Need need : needs) {
      if (need.in(rule)) {
        return true;
      }
    }
    return false;
  }

  /// Requests of which one is enough.
  private record Need(List<String> verbs, String group, List<String> resources) {

    boolean in(PolicyRule rule) {
      if (!Authorizer.matches(rule.groups(), group)) {
        return false;
      }
      boolean named = !rule.resourceNames().isEmpty();
      for (String resource : resources) {
        int slash = resource.indexOf('/');
        String subresource = slash < 0 ? "" : resource.substring(slash + 1);
        if (Authorizer.matchesResource(rule.resources(), resource, subresource)) {
          for (String verb : verbs) {
            if (Authorizer.matches(rule.verbs(), verb) && !(named && nameless(verb, slash))) {
              return true;
            }
          }
        }
      }
      return false;
    }

    /// A request that names no object, so that a rule with names never covers it.
    private static boolean nameless(String verb, int slash) {
      return slash < 0 && verb.equals("create") || verb.equals("deletecollection");
    }
  }

  private static Need need(String verbs, String group, String resources) {
    return new Need(List.of(verbs.split(" ")), group, List.of(resources.split(" ")));
  }
}
