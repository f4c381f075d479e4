package org.safeguard.podsecurity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// What the cluster's own configuration says of Pod Security admission: the defaults for namespaces
/// without a label, and who is exempt (`PodSecurityConfiguration` of the Kubernetes documentation).
///
/// It is a file that the API server reads, so a snapshot rarely holds it. An API server that is
/// seen to read none has the built-in defaults; with neither in sight nobody can tell.
final class ClusterPolicy {

  private static final ResourceType ADMISSION =
      new ResourceType("apiserver.config.k8s.io", "AdmissionConfiguration");
  private static final ResourceType OWN =
      new ResourceType("pod-security.admission.config.k8s.io", "PodSecurityConfiguration");
  private static final String PLUGIN = "PodSecurity";
  private static final String FLAG = "--admission-control-config-file";
  private static final Pattern VENDOR = Pattern.compile("(?i).*(-eks|-gke|\\+?-?aks).*");

  /// What is known of it.
  sealed interface Known {

    /// The file itself.
    ///
    /// @param configuration the `PodSecurityConfiguration`
    record Configured(Place configuration) implements Known {}

    /// The API server reads no file.
    ///
    /// @param seen an API server without it
    record BuiltIn(Place seen) implements Known {}

    /// Nobody can tell.
    record Unseen(Cause cause) implements Known {}
  }

  private final Known known;

  private ClusterPolicy(Known known) {
    this.known = known;
  }

  static ClusterPolicy of(ClusterObjects objects, String kubernetesVersion) {
    Optional<Place> file = configuration(objects);
    return new ClusterPolicy(
        file.<Known>map(Known.Configured::new)
            .orElseGet(() -> withoutFile(objects, kubernetesVersion)));
  }

  private static Optional<Place> configuration(ClusterObjects objects) {
    for (Place admission : objects.placesOf(ADMISSION)) {
      for (Place plugin : admission.at("plugins").objects().orElse(List.of())) {
        if (plugin.at("name").text().orElse("").equals(PLUGIN)
            && plugin.at("configuration").isSet()) {
          return Optional.of(plugin.at("configuration"));
        }
      }
    }
    return objects.placesOf(OWN).stream().findFirst();
  }

  private static Known withoutFile(ClusterObjects objects, String version) {
    Optional<Cause> gap = objects.coverages().gap(Types.POD);
    List<Place> servers =
        objects.placesOf(Types.POD).stream().filter(ClusterPolicy::isApiServer).toList();
    if (servers.isEmpty() || gap.isPresent()) {
      return new Known.Unseen(unseen(version));
    }
    for (Place server : servers) {
      for (Place container : server.at("spec", "containers").objects().orElse(List.of())) {
        if (!readsNoFile(container.at("command")) || !readsNoFile(container.at("args"))) {
          return new Known.Unseen(
              new Cause(
                  Cause.Code.NOT_CAPTURED,
                  "the API server is started with "
                      + FLAG
                      + "; add that file to what is assessed"));
        }
      }
    }
    return new Known.BuiltIn(servers.getFirst());
  }

  private static boolean isApiServer(Place pod) {
    return ClusterObjects.namespace(pod.resource()).equals("kube-system")
        && pod.at("metadata", "labels", "component").text().orElse("").equals("kube-apiserver");
  }

  private static boolean readsNoFile(Place words) {
    return switch (words.texts()) {
      case Value.Known<List<String>>(Place _, List<String> texts) ->
          texts.stream().noneMatch(text -> text.contains(FLAG));
      case Value.Absent<List<String>> _ -> true;
      case Value.Unreadable<List<String>> _ -> false;
    };
  }

  private static Cause unseen(String version) {
    return VENDOR.matcher(version).matches()
        ? new Cause(
            Cause.Code.PROVIDER_MANAGED,
            "the provider runs the API server and sets the default Pod Security level; its"
                + " documentation or support can say which, and a label settles it")
        : new Cause(
            Cause.Code.NOT_CAPTURED,
            "a default Pod Security level would stand in the file that "
                + FLAG
                + " names; add that file to what is assessed, or capture the pods of kube-system");
  }

  /// The default level of a mode: `enforce`, `audit` or `warn`.
  Value<String> level(String mode, Place namespace) {
    return switch (known) {
      case Known.Configured(Place file) -> or(file.at("defaults", mode), Level.PRIVILEGED.word());
      case Known.BuiltIn(Place seen) -> new Value.Known<>(seen, Level.PRIVILEGED.word());
      case Known.Unseen(Cause cause) -> new Value.Unreadable<>(namespace, cause);
    };
  }

  /// The default version of a mode. It is the newest unless a file says otherwise, which nobody who
  /// wrote a level without a version expects.
  Value<String> version(String mode, Place label) {
    return known instanceof Known.Configured(Place file)
        ? or(file.at("defaults", mode + "-version"), "latest")
        : new Value.Absent<>(label);
  }

  private static Value<String> or(Place place, String fallback) {
    Value<String> text = place.text();
    return text instanceof Value.Absent<String>(Place at) ? new Value.Known<>(at, fallback) : text;
  }

  /// Whether a name is among the exemptions of a sort: `namespaces` or `runtimeClasses`.
  Value<Boolean> exempts(String sort, String name, Place asking) {
    return switch (known) {
      case Known.Configured(Place file) ->
          file.at("exemptions", sort).texts() instanceof Value.Absent<List<String>>(Place at)
              ? new Value.Known<>(at, false)
              : file.at("exemptions", sort).texts().map(names -> names.contains(name));
      case Known.BuiltIn(Place seen) -> new Value.Known<>(seen, false);
      case Known.Unseen(Cause cause) -> new Value.Unreadable<>(asking, cause);
    };
  }
}
