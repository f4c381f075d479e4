package org.safeguard.model.fact;

/// Something true of one object or part of one, with effective values: defaults are applied,
/// references resolved, strings parsed. Rules are expressions over the components of facts.
///
/// A component that may be unknown has an accessor that throws [UnknownEvidenceException].
/// Only `String`, `boolean`, `long`, `Optional` of these, other facts and parts, and `List` and
/// `Map` of them are allowed as components, since the expression language knows no more. Text that
/// is not set is the empty string.
public sealed interface Fact extends Traced
    permits Workload,
        Container,
        Namespace,
        ServiceAccount,
        Role,
        Binding,
        Service,
        Ingress,
        NetworkPolicy,
        Secret,
        ConfigMap,
        PodSecurity,
        NamespacePodSecurity,
        Identity,
        Reachability,
        ControlPlaneComponent,
        BenchmarkResult,
        CloudCluster,
        Kubelet,
        Node,
        ApiUse,
        AdmissionPolicy,
        AdmissionWebhook,
        Enforcement,
        Tool,
        ToolCategory,
        MeshProtection,
        BackupSchedule,
        Cluster {}
