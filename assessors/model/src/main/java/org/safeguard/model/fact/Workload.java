package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pod template of any kind that has one, or a bare pod. A pod or replica set that a captured
/// controller owns is not a workload of its own.
///
/// @param kind such as `Deployment`, `CronJob`, `Pod`
/// @param namespace as in the object; `default` where a manifest names none
/// @param name the object
/// @param labels of the object
/// @param annotations of the object
/// @param podLabels of the pod template
/// @param replicas desired replicas; 1 by default; for a daemon set the pods counted in the
///     snapshot
/// @param ephi ePHI designation: `creates`, `receives`, `maintains`, `transmits`, `none`, or
///     `unknown`
/// @param hostNetwork effective
/// @param hostPID effective
/// @param hostIPC effective
/// @param hostUsers effective; true by default
/// @param shareProcessNamespace effective
/// @param securityContext whether the pod template has a pod security context that sets something
/// @param serviceAccount effective name; `default` by default
/// @param serviceAccountExists whether that service account is in the snapshot; unknown where the
///     snapshot cannot tell
/// @param tokenMounted whether a service account token is mounted automatically (pod before
///     service account before true); unknown where the snapshot cannot tell
/// @param serviceAccountRules what the service account may do, cluster roles and roles together,
///     by direct binding; unknown where the snapshot cannot tell
/// @param clusterAdmin whether the service account is bound to cluster-admin or to every verb on
///     everything; unknown where the snapshot cannot tell
/// @param operatingSystem `linux` or `windows`, as the pod says by `spec.os.name` or by its node
///     selector; empty when it does not
/// @param runtimeClass empty when not set
/// @param priorityClass empty when not set
/// @param restartPolicy effective
/// @param dnsPolicy effective
/// @param hostAliases whether `hostAliases` rewrites the hosts file
/// @param controlPlaneToleration whether it tolerates a control-plane taint, or every taint
/// @param fsGroup empty when not set
/// @param supplementalGroups as written
/// @param sysctls kernel parameters
/// @param imagePullSecrets names
/// @param volumes the volumes
/// @param containers every container, init, sidecar and ephemeral included
/// @param topologySpread whether spread constraints or pod anti-affinity are set
/// @param updateStrategy `RollingUpdate`, `Recreate`, `OnDelete`, or empty where the kind has
///     none
/// @param ingressPolicies network policies that select it and restrict ingress; unknown where the
///     snapshot cannot tell
/// @param egressPolicies network policies that select it and restrict egress; unknown where the
///     snapshot cannot tell
/// @param exposures ways in from outside the cluster; unknown where the snapshot cannot tell
/// @param disruptionBudgets pod disruption budgets that select it; unknown where the snapshot
///     cannot tell
/// @param systemComponent whether it lies in `kube-system`, `kube-public`, `kube-node-lease` or
///     an `openshift-*` namespace
/// @param secrets names of the secrets that its containers see, by volume or variable
/// @param missingReferences secrets, config maps and keys that it needs and that are not there, as
///     `Secret/name` or `Secret/name key`; unknown where the snapshot cannot tell
/// @param sharedUserIds user ids that it names and that another workload names too; unknown where
///     the snapshot cannot tell
/// @param provenance where the values were read
public record Workload(
    String kind,
    String namespace,
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, String> podLabels,
    long replicas,
    String ephi,
    boolean hostNetwork,
    boolean hostPID,
    boolean hostIPC,
    boolean hostUsers,
    boolean shareProcessNamespace,
    boolean securityContext,
    String serviceAccount,
    boolean serviceAccountExists,
    boolean tokenMounted,
    List<PolicyRule> serviceAccountRules,
    boolean clusterAdmin,
    String operatingSystem,
    String runtimeClass,
    String priorityClass,
    String restartPolicy,
    String dnsPolicy,
    boolean hostAliases,
    boolean controlPlaneToleration,
    Optional<Long> fsGroup,
    List<Long> supplementalGroups,
    List<Sysctl> sysctls,
    List<String> imagePullSecrets,
    List<Volume> volumes,
    List<Container> containers,
    boolean topologySpread,
    String updateStrategy,
    List<String> ingressPolicies,
    List<String> egressPolicies,
    List<Exposure> exposures,
    List<String> disruptionBudgets,
    boolean systemComponent,
    List<String> secrets,
    List<String> missingReferences,
    List<String> sharedUserIds,
    Provenance provenance)
    implements Fact {

  public Workload {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    podLabels = Map.copyOf(podLabels);
    serviceAccountRules = List.copyOf(serviceAccountRules);
    supplementalGroups = List.copyOf(supplementalGroups);
    sysctls = List.copyOf(sysctls);
    imagePullSecrets = List.copyOf(imagePullSecrets);
    secrets = List.copyOf(secrets);
    missingReferences = List.copyOf(missingReferences);
    sharedUserIds = List.copyOf(sharedUserIds);
    volumes = List.copyOf(volumes);
    containers = List.copyOf(containers);
    ingressPolicies = List.copyOf(ingressPolicies);
    egressPolicies = List.copyOf(egressPolicies);
    exposures = List.copyOf(exposures);
    disruptionBudgets = List.copyOf(disruptionBudgets);
  }

  @Override
  public Map<String, String> labels() {
    return provenance.known("labels", labels);
  }

  @Override
  public Map<String, String> annotations() {
    return provenance.known("annotations", annotations);
  }

  @Override
  public Map<String, String> podLabels() {
    return provenance.known("podLabels", podLabels);
  }

  @Override
  public long replicas() {
    return provenance.known("replicas", replicas);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public boolean hostNetwork() {
    return provenance.known("hostNetwork", hostNetwork);
  }

  @Override
  public boolean hostPID() {
    return provenance.known("hostPID", hostPID);
  }

  @Override
  public boolean hostIPC() {
    return provenance.known("hostIPC", hostIPC);
  }

  @Override
  public boolean hostUsers() {
    return provenance.known("hostUsers", hostUsers);
  }

  @Override
  public boolean shareProcessNamespace() {
    return provenance.known("shareProcessNamespace", shareProcessNamespace);
  }

  @Override
  public boolean securityContext() {
    return provenance.known("securityContext", securityContext);
  }

  @Override
  public String serviceAccount() {
    return provenance.known("serviceAccount", serviceAccount);
  }

  @Override
  public boolean serviceAccountExists() {
    return provenance.known("serviceAccountExists", serviceAccountExists);
  }

  @Override
  public boolean tokenMounted() {
    return provenance.known("tokenMounted", tokenMounted);
  }

  @Override
  public List<PolicyRule> serviceAccountRules() {
    return provenance.known("serviceAccountRules", serviceAccountRules);
  }

  @Override
  public boolean clusterAdmin() {
    return provenance.known("clusterAdmin", clusterAdmin);
  }

  @Override
  public String operatingSystem() {
    return provenance.known("operatingSystem", operatingSystem);
  }

  @Override
  public String runtimeClass() {
    return provenance.known("runtimeClass", runtimeClass);
  }

  @Override
  public String priorityClass() {
    return provenance.known("priorityClass", priorityClass);
  }

  @Override
  public String restartPolicy() {
    return provenance.known("restartPolicy", restartPolicy);
  }

  @Override
  public String dnsPolicy() {
    return provenance.known("dnsPolicy", dnsPolicy);
  }

  @Override
  public boolean hostAliases() {
    return provenance.known("hostAliases", hostAliases);
  }

  @Override
  public boolean controlPlaneToleration() {
    return provenance.known("controlPlaneToleration", controlPlaneToleration);
  }

  @Override
  public Optional<Long> fsGroup() {
    return provenance.known("fsGroup", fsGroup);
  }

  @Override
  public List<Long> supplementalGroups() {
    return provenance.known("supplementalGroups", supplementalGroups);
  }

  @Override
  public List<Sysctl> sysctls() {
    return provenance.known("sysctls", sysctls);
  }

  @Override
  public List<String> imagePullSecrets() {
    return provenance.known("imagePullSecrets", imagePullSecrets);
  }

  @Override
  public List<Volume> volumes() {
    return provenance.known("volumes", volumes);
  }

  @Override
  public List<Container> containers() {
    return provenance.known("containers", containers);
  }

  @Override
  public boolean topologySpread() {
    return provenance.known("topologySpread", topologySpread);
  }

  @Override
  public String updateStrategy() {
    return provenance.known("updateStrategy", updateStrategy);
  }

  @Override
  public List<String> ingressPolicies() {
    return provenance.known("ingressPolicies", ingressPolicies);
  }

  @Override
  public List<String> egressPolicies() {
    return provenance.known("egressPolicies", egressPolicies);
  }

  @Override
  public List<Exposure> exposures() {
    return provenance.known("exposures", exposures);
  }

  @Override
  public List<String> disruptionBudgets() {
    return provenance.known("disruptionBudgets", disruptionBudgets);
  }

  @Override
  public List<String> secrets() {
    return provenance.known("secrets", secrets);
  }

  @Override
  public List<String> missingReferences() {
    return provenance.known("missingReferences", missingReferences);
  }

  @Override
  public List<String> sharedUserIds() {
    return provenance.known("sharedUserIds", sharedUserIds);
  }
}
