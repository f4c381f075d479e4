package org.safeguard.tools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Types;

/// Whether a workload is in a mesh: by a proxy in its pods or its template, by a mark that an
/// ambient mesh leaves on its pods, or by labels that ask for it.
final class Membership {

  /// The names that injectors give to proxies, by mesh.
  private static final Map<String, String> PROXIES =
      Map.of(
          "istio-proxy", "Istio",
          "linkerd-proxy", "Linkerd",
          "consul-dataplane", "Consul",
          "envoy-sidecar", "Consul",
          "kuma-sidecar", "Kuma",
          "osm-envoy", "Open Service Mesh",
          "nginx-mesh-sidecar", "NGINX Service Mesh");

  /// @param state `sidecar`, `ambient`, `declared`, `pending`, `opted-out` or `none`
  /// @param product the mesh, empty for none
  /// @param where what shows it
  /// @param gap why it cannot be told
  /// @param seen whether pods showed that there is no proxy, whatever the labels ask
  record Answer(String state, String product, Place where, Optional<Cause> gap, boolean seen) {

    Answer(String state, String product, Place where, Optional<Cause> gap) {
      this(state, product, where, gap, false);
    }

    boolean isMember() {
      return state.equals("sidecar") || state.equals("ambient");
    }
  }

  private final ClusterObjects objects;
  private final Pods pods;

  Membership(ClusterObjects objects, Pods pods) {
    this.objects = objects;
    this.pods = pods;
  }

  Answer of(PodTemplate workload) {
    Optional<Answer> written = proxy(workload.spec());
    if (written.isPresent()) {
      return written.get();
    }
    List<Place> own =
        pods.of(workload.namespace(), workload.resource().kind(), workload.resource().name());
    Answer asked = asked(workload);
    if (own.isEmpty()) {
      return asked;
    }
    Answer shown = shown(own.getFirst());
    for (Place pod : own) {
      Answer here = shown(pod);
      shown = here.isMember() ? shown : here; // one pod without a proxy is a way in
    }
    return shown.isMember()
        ? new Answer(
            shown.state(), shown.product(), shown.where(), objects.coverages().gap(Types.POD))
        : without(asked, shown.where());
  }

  /// Pods run without a proxy, whatever the labels ask.
  private static Answer without(Answer asked, Place pod) {
    boolean wanted = asked.state().equals("declared") || asked.state().equals("ambient");
    return wanted
        ? new Answer("pending", asked.product(), pod, Optional.empty(), true)
        : new Answer(
            asked.state().equals("opted-out") ? "opted-out" : "none",
            asked.product(),
            asked.state().equals("opted-out") ? asked.where() : pod,
            asked.gap(),
            true);
  }

  private static Answer shown(Place pod) {
    Place redirected = pod.at("metadata", "annotations", "ambient.istio.io/redirection");
    if (redirected.text().orElse("").equals("enabled")) {
      return new Answer("ambient", "Istio", redirected, Optional.empty());
    }
    return proxy(pod.at("spec"))
        .orElseGet(() -> new Answer("none", "", pod.at("spec", "containers"), Optional.empty()));
  }

  private static Optional<Answer> proxy(Place spec) {
    for (String list : List.of("containers", "initContainers")) {
      for (Place container : spec.at(list).objects().orElse(List.of())) {
        String product = PROXIES.get(container.at("name").text().orElse(""));
        boolean runs =
            list.equals("containers")
                || container.at("restartPolicy").text().orElse("").equals("Always");
        if (product != null && runs) {
          return Optional.of(
              new Answer("sidecar", product, container.at("name"), Optional.empty()));
        }
      }
    }
    return Optional.empty();
  }

  /// What labels and annotations of the pods and the namespace ask for. The pods come first.
  private Answer asked(PodTemplate workload) {
    Place metadata = workload.template().at("metadata");
    Optional<Answer> pod = asks(metadata);
    if (pod.isPresent()) {
      return pod.get();
    }
    Optional<Place> namespace =
        objects
            .find(Types.NAMESPACE, "", workload.namespace())
            .map(resource -> objects.place(resource));
    Optional<Answer> inherited = namespace.flatMap(place -> asks(place.at("metadata")));
    if (inherited.isPresent()) {
      return inherited.get();
    }
    Optional<Cause> gap =
        namespace.isPresent() ? Optional.empty() : namespaceGap(workload.namespace());
    return new Answer("none", "", metadata.at("labels"), gap);
  }

  private Optional<Cause> namespaceGap(String namespace) {
    ResourceType type = Types.NAMESPACE;
    return objects
        .coverages()
        .gap(type)
        .or(
            () ->
                Optional.of(
                    new Cause(
                        Cause.Code.UNRESOLVED,
                        "the namespace "
                            + namespace
                            + ", whose labels decide, is not in this snapshot; capture"
                            + " namespaces")));
  }

  private static Optional<Answer> asks(Place metadata) {
    return mark(metadata, "istio.io/dataplane-mode", "Istio", List.of("ambient"), List.of("none"))
        .or(
            () ->
                mark(
                    metadata,
                    "sidecar.istio.io/inject",
                    "Istio",
                    List.of("true"),
                    List.of("false")))
        .or(
            () ->
                mark(metadata, "istio-injection", "Istio", List.of("enabled"), List.of("disabled")))
        .or(() -> revision(metadata))
        .or(
            () ->
                mark(
                    metadata,
                    "linkerd.io/inject",
                    "Linkerd",
                    List.of("enabled", "ingress"),
                    List.of("disabled")))
        .or(
            () ->
                mark(
                    metadata,
                    "consul.hashicorp.com/connect-inject",
                    "Consul",
                    List.of("true"),
                    List.of("false")))
        .or(
            () ->
                mark(
                    metadata,
                    "kuma.io/sidecar-injection",
                    "Kuma",
                    List.of("enabled", "true"),
                    List.of("disabled", "false")));
  }

  private static Optional<Answer> revision(Place metadata) {
    Place revision = metadata.at("labels", "istio.io/rev");
    return revision.isSet()
        ? Optional.of(new Answer("declared", "Istio", revision, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Answer> mark(
      Place metadata, String key, String product, List<String> yes, List<String> no) {
    for (String holder : List.of("labels", "annotations")) {
      Place place = metadata.at(holder, key);
      String value = place.text().orElse("");
      if (yes.contains(value)) {
        return Optional.of(new Answer("declared", product, place, Optional.empty()));
      }
      if (no.contains(value)) {
        return Optional.of(new Answer("opted-out", product, place, Optional.empty()));
      }
    }
    return Optional.empty();
  }
}
