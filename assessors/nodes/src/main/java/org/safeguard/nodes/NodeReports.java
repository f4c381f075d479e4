package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Node;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// The facts about nodes.
final class NodeReports {

  private static final List<String> CONTROL_PLANE =
      List.of(
          "node-role.kubernetes.io/control-plane",
          "node-role.kubernetes.io/controlplane",
          "node-role.kubernetes.io/master");
  private static final List<String> ZONES =
      List.of("topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone");
  private static final Set<String> PRESSURES =
      Set.of("MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable");
  private static final int NEAREST_TO_1_25 = 25;

  private final ClusterObjects objects;
  private final Lifecycles lifecycles;
  private final CaptureDay day;
  private final Tolerations tolerations;
  private final Optional<Release> server;

  NodeReports(ClusterObjects objects, Facts known, Lifecycles lifecycles, CaptureDay day) {
    this.objects = objects;
    this.lifecycles = lifecycles;
    this.day = day;
    this.tolerations = new Tolerations(objects, known.workloads());
    this.server = Release.of(known.cluster().kubernetesVersion());
  }

  List<Node> facts() {
    return objects.placesOf(Kinds.NODE).stream().map(this::node).toList();
  }

  private Node node(Place object) {
    Trace trace = new Trace(object);
    Place info = object.at("status", "nodeInfo");
    Place labels = object.at("metadata", "labels");
    Value<String> kubelet = stated(info.at("kubeletVersion").text(), "the kubelet's version");
    Value<String> image = stated(info.at("osImage").text(), "its operating system");
    List<String> taints = taints(trace, object);
    boolean cordoned = trace.flag("cordoned", object.at("spec", "unschedulable").flag(), false);
    trace
        .read("takesWorkloads", object.at("spec", "taints").reading())
        .read("versionsBehind", kubelet.place().reading());
    if (object.at("spec", "taints").objects()
        instanceof Value.Unreadable<List<Place>>(Place _, Cause cause)) {
      trace.unknown("takesWorkloads", cause);
    }
    return new Node(
        object.resource().name(),
        trace.text("kubeletVersion", kubelet, ""),
        versionsBehind(trace, kubelet),
        skewSupported(trace, kubelet),
        trace.text("kernelVersion", stated(info.at("kernelVersion").text(), "its kernel"), ""),
        trace.text("osImage", image, ""),
        trace.text("operatingSystem", info.at("operatingSystem").text(), "linux"),
        osEndOfLife(trace, image),
        osSupported(trace, image),
        containerOptimised(trace, image),
        trace.text("architecture", info.at("architecture").text(), ""),
        runtime(trace, info),
        runtimeVersion(trace, info),
        runtimeEndOfLife(trace, info),
        runtimeSupported(trace, info),
        provider(trace, object),
        trace.map("labels", labels.textMap()),
        taints,
        controlPlane(trace, labels),
        !cordoned && taints.stream().noneMatch(NodeReports::keepsOff),
        cordoned,
        ready(trace, object),
        pressures(trace, object),
        externalAddresses(trace, object),
        zone(trace, labels),
        trace.text("createdAt", object.at("metadata", "creationTimestamp").text(), ""),
        tolerations.untolerated(trace, object),
        trace.done());
  }

  /// A node object without its status, as in a manifest, does not tell.
  private static Value<String> stated(Value<String> value, String what) {
    return switch (value) {
      case Value.Absent<String>(Place place) -> new Value.Unreadable<>(place, unreported(what));
      case Value.Known<String>(Place place, String text) when text.isBlank() ->
          new Value.Unreadable<>(place, unreported(what));
      case Value.Known<String> known -> known;
      case Value.Unreadable<String> unreadable -> unreadable;
    };
  }

  private static Cause unreported(String what) {
    return new Cause(
        Cause.Code.NOT_CAPTURED,
        "the node does not report " + what + "; capture nodes from the running cluster");
  }

  private long versionsBehind(Trace trace, Value<String> kubelet) {
    Optional<Release> own = Release.of(kubelet.orElse(""));
    if (own.isEmpty() || server.isEmpty()) {
      trace.unknown("versionsBehind", skewGap(kubelet));
      return 0;
    }
    return own.get().behind(server.get());
  }

  private Cause skewGap(Value<String> kubelet) {
    return switch (kubelet) {
      case Value.Unreadable<String>(Place _, Cause cause) -> cause;
      case Value.Absent<String> _ -> unreported("the kubelet's version");
      case Value.Known<String> _ ->
          new Cause(
              Cause.Code.NOT_CAPTURED,
              "the source does not tell the version of the API server; name it when assessing");
    };
  }

  /// [Version skew policy](https://kubernetes.io/releases/version-skew-policy/): never newer than
  /// the API server, and at most three minor releases older, two before 1.25.
  private boolean skewSupported(Trace trace, Value<String> kubelet) {
    trace.read("skewSupported", kubelet.place().reading());
    Optional<Release> own = Release.of(kubelet.orElse(""));
    if (own.isEmpty() || server.isEmpty()) {
      trace.unknown("skewSupported", skewGap(kubelet));
      return false;
    }
    trace.read(
        "skewSupported",
        CaptureDay.shown(kubelet.place().reading(), " (API server " + server.get().line() + ")"));
    return covered(own.get(), server.get());
  }

  static boolean covered(Release kubelet, Release server) {
    int behind = kubelet.behind(server);
    return behind >= 0 && behind <= (kubelet.minor() < NEAREST_TO_1_25 ? 2 : 3);
  }

  private String osEndOfLife(Trace trace, Value<String> image) {
    trace.read("osEndOfLife", image.place().reading());
    return lifecycles.system(image.orElse("")).orElse("");
  }

  private boolean osSupported(Trace trace, Value<String> image) {
    Optional<String> end = lifecycles.system(image.orElse(""));
    if (end.isPresent()) {
      return day.supported(trace, "osSupported", end.get(), image.place().reading());
    }
    trace
        .read("osSupported", image.place().reading())
        .unknown(
            "osSupported",
            image instanceof Value.Known<String>(Place _, String text)
                ? untabled(text)
                : unreported("its operating system"));
    return false;
  }

  private static Cause untabled(String what) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        "the table of end dates does not hold "
            + what
            + "; ask its maker until when it is updated");
  }

  private boolean containerOptimised(Trace trace, Value<String> image) {
    trace.read("containerOptimised", image.place().reading());
    boolean made = lifecycles.containerSystem(image.orElse(""));
    if (image instanceof Value.Unreadable<String>(Place _, Cause cause)) {
      trace.unknown("containerOptimised", cause);
    } else if (!made && !lifecycles.generalSystem(image.orElse(""))) {
      trace.unknown("containerOptimised", untabled(image.orElse("")));
    }
    return made;
  }

  private static Value<String> runtimeText(Place info) {
    return stated(info.at("containerRuntimeVersion").text(), "its container runtime");
  }

  private static String runtime(Trace trace, Place info) {
    String text = trace.text("runtime", runtimeText(info), "");
    int end = text.indexOf("://");
    return end < 0 ? text : text.substring(0, end);
  }

  private static String runtimeVersion(Trace trace, Place info) {
    String text = trace.text("runtimeVersion", runtimeText(info), "");
    int end = text.indexOf("://");
    return end < 0 ? "" : text.substring(end + 3);
  }

  private Optional<String> runtimeEnd(Place info) {
    String[] parts = runtimeText(info).orElse("").split("://", 2);
    return parts.length < 2
        ? Optional.empty()
        : Release.of(parts[1]).flatMap(release -> lifecycles.runtime(parts[0], release));
  }

  private String runtimeEndOfLife(Trace trace, Place info) {
    trace.read("runtimeEndOfLife", info.at("containerRuntimeVersion").reading());
    return runtimeEnd(info).orElse("");
  }

  private boolean runtimeSupported(Trace trace, Place info) {
    Value<String> text = runtimeText(info);
    Optional<String> end = runtimeEnd(info);
    if (end.isPresent()) {
      return day.supported(trace, "runtimeSupported", end.get(), text.place().reading());
    }
    trace
        .read("runtimeSupported", text.place().reading())
        .unknown(
            "runtimeSupported",
            text instanceof Value.Unreadable<String>(Place _, Cause cause)
                ? cause
                : untabled(text.orElse("")));
    return false;
  }

  private static String provider(Trace trace, Place object) {
    String id = trace.text("provider", object.at("spec", "providerID").text(), "");
    int end = id.indexOf("://");
    return end < 0 ? "" : id.substring(0, end);
  }

  private static List<String> taints(Trace trace, Place object) {
    return trace.list("taints", object.at("spec", "taints").objects()).stream()
        .map(Tolerations::text)
        .toList();
  }

  private static boolean keepsOff(String taint) {
    return taint.endsWith(":NoSchedule") || taint.endsWith(":NoExecute");
  }

  private static boolean controlPlane(Trace trace, Place labels) {
    for (String label : CONTROL_PLANE) {
      if (labels.at(label).text() instanceof Value.Known<String>(Place place, String _)) {
        trace.read("controlPlane", place.reading());
        return true;
      }
    }
    trace.read("controlPlane", labels.at(CONTROL_PLANE.getFirst()).absent("none"));
    return false;
  }

  private static Value<List<Place>> conditions(Place object) {
    Value<List<Place>> conditions = object.at("status", "conditions").objects();
    return conditions instanceof Value.Absent<List<Place>>(Place place)
        ? new Value.Unreadable<>(place, unreported("its condition"))
        : conditions;
  }

  private static boolean ready(Trace trace, Place object) {
    for (Place condition : trace.list("ready", conditions(object))) {
      if (condition.at("type").text().orElse("").equals("Ready")) {
        Place status = condition.at("status");
        trace.read("ready", status.reading());
        return status.text().orElse("").equals("True");
      }
    }
    return false;
  }

  private static List<String> pressures(Trace trace, Place object) {
    List<String> pressures = new ArrayList<>();
    List<Reading> where = new ArrayList<>();
    for (Place condition : trace.list("pressures", conditions(object))) {
      String type = condition.at("type").text().orElse("");
      if (PRESSURES.contains(type) && condition.at("status").text().orElse("").equals("True")) {
        pressures.add(type);
        where.add(condition.at("status").reading());
      }
    }
    trace.read("pressures", where);
    return pressures;
  }

  private static List<String> externalAddresses(Trace trace, Place object) {
    List<String> found = new ArrayList<>();
    List<Reading> where = new ArrayList<>();
    Value<List<Place>> addresses = object.at("status", "addresses").objects();
    Value<List<Place>> known =
        addresses instanceof Value.Absent<List<Place>>(Place place)
            ? new Value.Unreadable<>(place, unreported("its addresses"))
            : addresses;
    for (Place address : trace.list("externalAddresses", known)) {
      if (address.at("type").text().orElse("").equals("ExternalIP")) {
        found.add(address.at("address").text().orElse(""));
        where.add(address.at("address").reading());
      }
    }
    trace.read("externalAddresses", where);
    return found;
  }

  private static String zone(Trace trace, Place labels) {
    return trace.text(
        "zone", labels.at(ZONES.get(0)).text().or(labels.at(ZONES.get(1)).text()), "");
  }
}
