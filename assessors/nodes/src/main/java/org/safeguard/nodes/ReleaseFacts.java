package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.ClusterRelease;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Node;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The one fact about the cluster's release and its parts.
final class ReleaseFacts {

  private static final Set<String> CONTROL_PLANE =
      Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy");
  private static final Pattern VENDOR =
      Pattern.compile(".*(-eks-|-gke\\.|\\+rke2|\\+k3s|-aliyun|\\+IKS).*");
  private static final Pattern ADDRESS =
      Pattern.compile("(?m)^\\s*\"?metricsBindAddress\"?:\\s*\"?([^\"\\s,#]*)\"?");
  private static final int LONGEST_VENDOR_YEARS = 2;

  /// Patches of CVE-2022-3172 by minor release.
  private static final Map<Integer, Integer> REDIRECT_FIXED = Map.of(22, 14, 23, 11, 24, 5, 25, 1);

  private static final int REDIRECT_GONE = 26;

  private final ClusterObjects objects;
  private final Facts known;
  private final List<Node> nodes;
  private final Lifecycles lifecycles;
  private final CaptureDay day;
  private final Cluster cluster;
  private final Optional<Release> server;

  ReleaseFacts(
      ClusterObjects objects,
      Facts known,
      List<Node> nodes,
      Lifecycles lifecycles,
      CaptureDay day) {
    this.objects = objects;
    this.known = known;
    this.nodes = nodes;
    this.lifecycles = lifecycles;
    this.day = day;
    this.cluster = known.cluster();
    this.server = Release.of(cluster.kubernetesVersion());
  }

  ClusterRelease fact() {
    Resource whole = cluster.provenance().resource();
    Trace trace = new Trace(objects.place(whole));
    Reading version =
        new Reading(
            whole,
            JsonPointer.ROOT,
            0,
            server.isEmpty() ? "version not known" : cluster.kubernetesVersion());
    for (String component :
        List.of("version", "endOfLife", "supported", "aggregatedRedirect", "skewedComponents")) {
      trace.read(component, version);
    }
    if (server.isEmpty()) {
      for (String component :
          List.of("version", "endOfLife", "supported", "aggregatedRedirect", "skewedComponents")) {
        trace.unknown(component, unversioned());
      }
    }
    boolean redirects = server.map(ReleaseFacts::redirects).orElse(false);
    if (redirects) { // a release without the fault needs no repair, whoever built it
      repairedByVendor()
          .ifPresent(vendor -> trace.unknown("aggregatedRedirect", backports(vendor)));
    }
    String end = server.flatMap(lifecycles::kubernetes).orElse("");
    return new ClusterRelease(
        cluster.kubernetesVersion(),
        end,
        server.isPresent() && supported(trace, end, version),
        server.map(release -> skewed(trace, release)).orElse(List.of()),
        versionsOnNodes(trace),
        metricsServer(trace),
        redirects,
        redundantControlPlane(trace),
        proxyMetricsAddress(trace, "proxyMetricsAddress"),
        local(proxyMetricsAddress(trace, "proxyMetricsLocal")),
        zonesSpread(trace),
        trace.done());
  }

  /// k3s and RKE2 are built from the project's releases as they are.
  private Optional<String> repairedByVendor() {
    String version = cluster.kubernetesVersion();
    return vendor().filter(_ -> !version.contains("+k3s") && !version.contains("+rke2"));
  }

  private static Cause backports(String vendor) {
    return new Cause(
        Cause.Code.PROVIDER_MANAGED,
        vendor + " repairs older releases itself; ask whether this build has the repair");
  }

  private static Cause unversioned() {
    return new Cause(
        Cause.Code.NOT_CAPTURED,
        "the source does not tell the release of the API server; name it when assessing");
  }

  private boolean supported(Trace trace, String end, Reading version) {
    if (end.isEmpty()) {
      trace.unknown(
          "supported",
          new Cause(
              Cause.Code.UNRESOLVED,
              "the table of releases does not hold "
                  + cluster.kubernetesVersion()
                  + "; look at the project's page of releases"));
      return false;
    }
    boolean supported = day.supported(trace, "supported", end, version);
    vendor()
        .filter(_ -> !supported && day.yearsAfter(end) < LONGEST_VENDOR_YEARS)
        .ifPresent(vendor -> trace.unknown("supported", patchedBy(vendor, end)));
    return supported;
  }

  private static Cause patchedBy(String vendor, String end) {
    return new Cause(
        Cause.Code.PROVIDER_MANAGED,
        "the project's patches end on "
            + end
            + ", and "
            + vendor
            + " may patch longer; ask until when it supports this release, and under which contract");
  }

  /// Who may patch a release after the project stopped.
  private Optional<String> vendor() {
    Optional<String> provider =
        objects.placesOf(Kinds.NODE).stream()
            .flatMap(node -> Provider.of(node).stream())
            .findFirst();
    return provider
        .or(
            () ->
                VENDOR.matcher(cluster.kubernetesVersion()).matches()
                    ? Optional.of("the distribution")
                    : Optional.empty())
        .or(
            () ->
                objects.types().stream()
                        .anyMatch(type -> type.group().equals("config.openshift.io"))
                    ? Optional.of("Red Hat")
                    : Optional.empty());
  }

  private List<String> skewed(Trace trace, Release server) {
    List<String> skewed = new ArrayList<>();
    List<Reading> where = new ArrayList<>();
    int seen = 0;
    for (Workload workload : known.workloads()) {
      Optional<String> component = component(workload);
      if (component.isEmpty()) {
        continue;
      }
      for (Container container : Known.containers(workload)) {
        Optional<Release> release =
            Known.is(container, "image") && container.image().valid()
                ? Release.of(container.image().tag())
                : Optional.empty();
        if (release.isPresent() && container.image().repository().endsWith(component.get())) {
          seen++;
          if (!covers(component.get(), release.get(), server)) {
            skewed.add(workload.name() + " " + container.image().tag());
            where.addAll(container.provenance().readings("image"));
          }
        }
      }
    }
    trace.read("skewedComponents", where);
    if (seen == 0) {
      trace.unknown("skewedComponents", invisible());
    }
    return skewed;
  }

  private Cause invisible() {
    return objects
        .workloadGap()
        .orElseGet(
            () ->
                new Cause(
                    Cause.Code.PROVIDER_MANAGED,
                    "no pod of the control plane says its release; ask who runs the control plane"
                        + " which releases its parts have"));
  }

  private static Optional<String> component(Workload workload) {
    return workload.namespace().equals("kube-system")
        ? CONTROL_PLANE.stream().filter(workload.name()::startsWith).findFirst()
        : Optional.empty();
  }

  /// [Version skew policy](https://kubernetes.io/releases/version-skew-policy/).
  private static boolean covers(String component, Release own, Release server) {
    int behind = own.behind(server);
    return switch (component) {
      case "kube-proxy" -> NodeReports.covered(own, server);
      case "kube-apiserver" -> Math.abs(behind) <= 1;
      default -> behind >= 0 && behind <= 1;
    };
  }

  private List<String> versionsOnNodes(Trace trace) {
    TreeSet<String> versions = new TreeSet<>();
    for (Node node : nodes) {
      if (Known.is(node, "kubeletVersion")) {
        versions.add(node.kubeletVersion());
      }
    }
    trace.read("versionsOnNodes", cluster.provenance().self());
    if (versions.isEmpty()) {
      trace.unknown("versionsOnNodes", objects.coverages().gap(Kinds.NODE).orElse(unversioned()));
    }
    return List.copyOf(versions);
  }

  private boolean metricsServer(Trace trace) {
    for (String version : List.of("v1.metrics.k8s.io", "v1beta1.metrics.k8s.io")) {
      Optional<Resource> service = objects.find(Kinds.API_SERVICE, "", version);
      if (service.isPresent()) {
        trace.read("metricsServer", objects.place(service.get()).at("spec", "service").reading());
        return true;
      }
    }
    trace
        .read("metricsServer", cluster.provenance().self())
        .unknown("metricsServer", objects.coverages().gap(Kinds.API_SERVICE));
    return false;
  }

  /// [CVE-2022-3172](https://github.com/kubernetes/kubernetes/issues/112513).
  private static boolean redirects(Release release) {
    return release.major() == 1
        && release.minor() < REDIRECT_GONE
        && release.patch() < REDIRECT_FIXED.getOrDefault(release.minor(), Integer.MAX_VALUE);
  }

  private boolean redundantControlPlane(Trace trace) {
    List<Node> own =
        nodes.stream()
            .filter(node -> Known.is(node, "controlPlane") && node.controlPlane())
            .toList();
    trace.read(
        "redundantControlPlane",
        own.isEmpty()
            ? List.of(cluster.provenance().self())
            : own.stream()
                .flatMap(node -> node.provenance().readings("controlPlane").stream())
                .toList());
    if (own.size() < 2) {
      trace.unknown(
          "redundantControlPlane",
          objects
              .coverages()
              .gap(Kinds.NODE)
              .or(() -> own.isEmpty() ? Optional.of(unseen()) : Optional.empty()));
    }
    return own.size() > 1;
  }

  private static Cause unseen() {
    return new Cause(
        Cause.Code.PROVIDER_MANAGED,
        "no node says that it is of the control plane; ask who runs it in how many copies and zones");
  }

  private String proxyMetricsAddress(Trace trace, String component) {
    for (String name : List.of("kube-proxy", "kube-proxy-config")) {
      Optional<Resource> map = objects.find(Types.CONFIG_MAP, "kube-system", name);
      if (map.isEmpty()) {
        continue;
      }
      for (Place entry : objects.place(map.get()).at("data").each().values()) {
        if (entry.text() instanceof Value.Known<String>(Place place, String text)
            && text.contains("KubeProxyConfiguration")) {
          Matcher address = ADDRESS.matcher(text);
          String bound = address.find() ? address.group(1) : "";
          String shown = bound.isEmpty() ? "absent (default: 127.0.0.1:10249)" : bound;
          trace.read(component, place.reading("metricsBindAddress: " + shown));
          return bound.isEmpty() ? "127.0.0.1:10249" : bound;
        }
      }
    }
    trace
        .read(component, cluster.provenance().self())
        .unknown(
            component,
            new Cause(
                Cause.Code.NOT_CAPTURED,
                "the configuration of kube-proxy is not in this snapshot; capture the config map"
                    + " kube-system/kube-proxy, or ask what stands in its place"));
    return "";
  }

  private static boolean local(String address) {
    return address.startsWith("127.")
        || address.startsWith("localhost:")
        || address.startsWith("[::1]");
  }

  private boolean zonesSpread(Trace trace) {
    Set<String> zones = new HashSet<>();
    for (Node node : nodes) {
      if (Known.is(node, "zone") && !node.zone().isEmpty()) {
        zones.add(node.zone());
      }
    }
    trace.read(
        "zonesSpread",
        nodes.isEmpty()
            ? List.of(cluster.provenance().self())
            : nodes.stream()
                .flatMap(node -> node.provenance().readings("zone").stream())
                .limit(9)
                .toList());
    if (zones.size() < 2) {
      trace.unknown(
          "zonesSpread",
          objects
              .coverages()
              .gap(Kinds.NODE)
              .or(() -> zones.isEmpty() ? Optional.of(placeless()) : Optional.empty()));
    }
    return zones.size() > 1;
  }

  private static Cause placeless() {
    return new Cause(
        Cause.Code.NOT_CAPTURED,
        "no node names its zone; ask whether the machines stand in more than one place that can"
            + " fail alone");
  }
}
