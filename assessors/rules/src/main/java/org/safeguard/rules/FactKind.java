package org.safeguard.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.AdmissionPolicy;
import org.safeguard.model.fact.AdmissionWebhook;
import org.safeguard.model.fact.AlertRoute;
import org.safeguard.model.fact.AlertRules;
import org.safeguard.model.fact.ApiUse;
import org.safeguard.model.fact.Autoscaler;
import org.safeguard.model.fact.BackupCoverage;
import org.safeguard.model.fact.BackupLocation;
import org.safeguard.model.fact.BackupSchedule;
import org.safeguard.model.fact.BenchmarkResult;
import org.safeguard.model.fact.Binding;
import org.safeguard.model.fact.Certificate;
import org.safeguard.model.fact.CertificateIssuer;
import org.safeguard.model.fact.CloudCluster;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.ClusterNetwork;
import org.safeguard.model.fact.ClusterRelease;
import org.safeguard.model.fact.ConfigMap;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.ControlPlaneComponent;
import org.safeguard.model.fact.Delivery;
import org.safeguard.model.fact.DisruptionBudget;
import org.safeguard.model.fact.Enforcement;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.GatewayListener;
import org.safeguard.model.fact.Identity;
import org.safeguard.model.fact.Ingress;
import org.safeguard.model.fact.Kubelet;
import org.safeguard.model.fact.LogExclusion;
import org.safeguard.model.fact.LogOutput;
import org.safeguard.model.fact.MeshPolicy;
import org.safeguard.model.fact.MeshProtection;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.NamespacePodSecurity;
import org.safeguard.model.fact.NetworkPolicy;
import org.safeguard.model.fact.Node;
import org.safeguard.model.fact.PersistentVolume;
import org.safeguard.model.fact.Pipeline;
import org.safeguard.model.fact.PodSecurity;
import org.safeguard.model.fact.PolicyEffect;
import org.safeguard.model.fact.PolicyReport;
import org.safeguard.model.fact.Publication;
import org.safeguard.model.fact.Quota;
import org.safeguard.model.fact.Reachability;
import org.safeguard.model.fact.References;
import org.safeguard.model.fact.Role;
import org.safeguard.model.fact.RuntimeEvents;
import org.safeguard.model.fact.ScanReport;
import org.safeguard.model.fact.Secret;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.ServiceAccount;
import org.safeguard.model.fact.ServiceTarget;
import org.safeguard.model.fact.StorageClass;
import org.safeguard.model.fact.Tool;
import org.safeguard.model.fact.ToolCategory;
import org.safeguard.model.fact.Upkeep;
import org.safeguard.model.fact.VolumeClaim;
import org.safeguard.model.fact.Workload;

/// The kinds of facts a rule may look at, and the variables its expressions see.
enum FactKind {
  CONTAINER("container", Container.class),
  WORKLOAD("workload", Workload.class),
  NAMESPACE("namespaceObject", Namespace.class), // `namespace` is a reserved word of CEL
  SERVICE_ACCOUNT("serviceAccount", ServiceAccount.class),
  ROLE("role", Role.class),
  BINDING("binding", Binding.class),
  SERVICE("service", Service.class),
  INGRESS("ingress", Ingress.class),
  NETWORK_POLICY("networkPolicy", NetworkPolicy.class),
  SECRET("secret", Secret.class),
  CONFIG_MAP("configMap", ConfigMap.class),
  POD_SECURITY("podSecurity", PodSecurity.class),
  NAMESPACE_POD_SECURITY("namespacePodSecurity", NamespacePodSecurity.class),
  IDENTITY("identity", Identity.class),
  REACHABILITY("reachability", Reachability.class),
  CONTROL_PLANE_COMPONENT("component", ControlPlaneComponent.class),
  BENCHMARK_RESULT("benchmark", BenchmarkResult.class),
  CLOUD_CLUSTER("cloudCluster", CloudCluster.class),
  KUBELET("kubelet", Kubelet.class),
  NODE("node", Node.class),
  API_USE("apiUse", ApiUse.class),
  CLUSTER_RELEASE("release", ClusterRelease.class),
  STORAGE_CLASS("storageClass", StorageClass.class),
  PERSISTENT_VOLUME("persistentVolume", PersistentVolume.class),
  VOLUME_CLAIM("volumeClaim", VolumeClaim.class),
  AUTOSCALER("autoscaler", Autoscaler.class),
  DISRUPTION_BUDGET("budget", DisruptionBudget.class),
  QUOTA("quota", Quota.class),
  UPKEEP("upkeep", Upkeep.class),
  REFERENCES("references", References.class),
  SERVICE_TARGET("serviceTarget", ServiceTarget.class),
  ADMISSION_POLICY("admissionPolicy", AdmissionPolicy.class),
  ADMISSION_WEBHOOK("webhook", AdmissionWebhook.class),
  ENFORCEMENT("enforcement", Enforcement.class),
  TOOL("tool", Tool.class),
  TOOL_CATEGORY("toolCategory", ToolCategory.class),
  MESH_PROTECTION("mesh", MeshProtection.class),
  BACKUP_SCHEDULE("backup", BackupSchedule.class),
  CLUSTER_NETWORK("clusterNetwork", ClusterNetwork.class),
  MESH_POLICY("meshPolicy", MeshPolicy.class),
  BACKUP_LOCATION("backupLocation", BackupLocation.class),
  BACKUP_COVERAGE("backupCoverage", BackupCoverage.class),
  CERTIFICATE("certificate", Certificate.class),
  CERTIFICATE_ISSUER("certificateIssuer", CertificateIssuer.class),
  SCAN_REPORT("scanReport", ScanReport.class),
  POLICY_REPORT("policyReport", PolicyReport.class),
  DELIVERY("delivery", Delivery.class),
  PIPELINE("pipeline", Pipeline.class),
  LOG_OUTPUT("logOutput", LogOutput.class),
  LOG_EXCLUSION("logExclusion", LogExclusion.class),
  ALERT_ROUTE("alertRoute", AlertRoute.class),
  ALERT_RULES("alertRules", AlertRules.class),
  RUNTIME_EVENTS("runtimeEvents", RuntimeEvents.class),
  POLICY_EFFECT("policyEffect", PolicyEffect.class),
  PUBLICATION("publication", Publication.class),
  GATEWAY_LISTENER("listener", GatewayListener.class),
  CLUSTER("cluster", Cluster.class);

  /// The raw object, offered to every rule.
  static final String OBJECT = "object";

  private final String variable;
  private final Class<? extends Fact> type;

  FactKind(String variable, Class<? extends Fact> type) {
    this.variable = variable;
    this.type = type;
  }

  /// The kind that a rule names in `fact`.
  static Optional<FactKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.title().equals(name)).findFirst();
  }

  /// The name in rules, such as `Container`.
  String title() {
    return type.getSimpleName();
  }

  /// The variable that holds the fact itself.
  String variable() {
    return variable;
  }

  Class<? extends Fact> type() {
    return type;
  }

  /// The variables of rules over this kind, but for [#OBJECT].
  List<String> variables() {
    return switch (this) {
      case CONTAINER -> List.of(variable, WORKLOAD.variable, CLUSTER.variable);
      case CLUSTER -> List.of(variable);
      default -> List.of(variable, CLUSTER.variable);
    };
  }

  /// Every fact of this kind, as the values of [#variables].
  List<Map<String, Fact>> in(Facts facts) {
    List<Map<String, Fact>> found = new ArrayList<>();
    if (this == CONTAINER) {
      for (Workload workload : facts.workloads()) {
        for (Container container : readable(workload)) {
          found.add(bound(container, workload, facts.cluster()));
        }
      }
      return found;
    }
    for (Fact fact : facts.all()) {
      if (type.isInstance(fact)) {
        found.add(bound(fact, null, facts.cluster()));
      }
    }
    return found;
  }

  /// The containers, or none where they are hidden; the facts have a gap then.
  private static List<Container> readable(Workload workload) {
    return workload.provenance().unknown().containsKey("containers")
        ? List.of()
        : workload.containers();
  }

  private Map<String, Fact> bound(Fact fact, @Nullable Workload workload, Cluster cluster) {
    Map<String, Fact> values = LinkedHashMap.newLinkedHashMap(3);
    values.put(CLUSTER.variable, cluster);
    if (workload != null) {
      values.put(WORKLOAD.variable, workload);
    }
    values.put(variable, fact);
    return values;
  }
}
