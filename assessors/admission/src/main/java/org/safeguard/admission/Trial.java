package org.safeguard.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what a policy is about by trying it: a blameless object must pass, and the same object,
/// broken in one way, must be refused. So a policy that refuses everything, or that only mentions a
/// field, is not taken for one that enforces something.
final class Trial {

  /// What is tried.
  interface Judge {

    /// Whether the policy lets an object in; empty where that cannot be told.
    Optional<Boolean> accepts(Probe probe);
  }

  private static final List<List<String>> LISTS =
      List.of(
          List.of(Probe.CONTAINERS, Probe.INIT, Probe.EPHEMERAL),
          List.of(Probe.CONTAINERS, Probe.INIT),
          List.of(Probe.CONTAINERS));

  private static final String ELSEWHERE = "registry.elsewhere.invalid/any/app";
  private static final String USUAL = "docker.io/library/app";

  /// Text that could be a label key, or the start of an image's name.
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:*-]{1,120}");

  private final Controls controls;
  private final String namespace;
  private final Judge judge;
  private boolean untold;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Set<String> repositories = new LinkedHashSet<>();

  /// @param text the whole text of the policy and its parameters
  Trial(Controls controls, String namespace, String text, Judge judge) {
    this.controls = controls;
    this.namespace = namespace;
    this.judge = judge;
    this.labels.put("app", "portal");
    this.labels.put("app.kubernetes.io/name", "portal");
    this.repositories.add(USUAL);
    Matcher literal = LITERAL.matcher(text);
    while (literal.find() && labels.size() < 200) {
      String word = literal.group();
      if (word.matches("[A-Za-z0-9][A-Za-z0-9./_-]{0,100}")) {
        labels.putIfAbsent(word, "portal");
      }
      if (word.matches("[a-z0-9][a-z0-9.-]*(:[0-9]+)?[/*].*|[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
        repositories.add(repository(word));
      }
    }
  }

  private static String repository(String start) {
    String plain = start.replaceAll("[*].*$", "");
    plain = plain.replaceAll("[:@].*$", "").isEmpty() ? plain : plain;
    return plain.endsWith("/") ? plain + "app" : plain + "/app";
  }

  /// The controls that the policy was seen to enforce. Empty where it could not be tried, or where
  /// it refuses even what is blameless.
  Optional<Map<String, Reach>> shown() {
    Map<String, Reach> shown = new LinkedHashMap<>();
    boolean tried = false;
    Optional<Base> pod = base();
    if (pod.isPresent()) {
      tried = true;
      for (Control control : controls.all()) {
        reach(control, pod.get()).ifPresent(reach -> shown.put(control.id(), reach));
      }
    }
    untold |= pod.isEmpty();
    Probe service = Probe.service(namespace, labels);
    if (judge.accepts(service).orElse(false)) {
      tried = true;
      for (Control control : controls.all()) {
        if (breaks(control, service)) {
          shown.put(control.id(), Reach.WHOLE);
        }
      }
    }
    return tried && !(shown.isEmpty() && untold) ? Optional.of(shown) : Optional.empty();
  }

  private boolean breaks(Control control, Probe service) {
    List<Control.Violation> violations =
        control.violations().stream().filter(v -> !v.service().isEmpty()).toList();
    return !violations.isEmpty() && violations.stream().allMatch(v -> refuses(service, v, "", ""));
  }

  /// A pod that the policy accepts.
  private record Base(Probe probe, String repository) {}

  private Optional<Base> base() {
    for (List<String> lists : LISTS) {
      for (boolean digest : List.of(true, false)) {
        for (String repository : repositories) {
          Probe probe = Probe.pod(namespace, labels, repository, digest, lists);
          Optional<Boolean> accepted = judge.accepts(probe);
          if (accepted.isEmpty()) {
            return Optional.empty();
          }
          if (accepted.get()) {
            return Optional.of(new Base(probe, repository));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Reach> reach(Control control, Base base) {
    if (control.id().equals("image-registry")) {
      return registry(base);
    }
    List<Control.Violation> violations =
        control.violations().stream().filter(v -> v.service().isEmpty()).toList();
    if (violations.isEmpty()) {
      return Optional.empty();
    }
    boolean containers = violations.stream().anyMatch(Control.Violation::ofContainers);
    if (!all(violations, base, Probe.CONTAINERS)) {
      return Optional.empty();
    }
    return Optional.of(
        containers
            ? new Reach(
                base.probe().has(Probe.INIT) && all(violations, base, Probe.INIT),
                base.probe().has(Probe.EPHEMERAL) && all(violations, base, Probe.EPHEMERAL))
            : Reach.WHOLE);
  }

  private boolean all(List<Control.Violation> violations, Base base, String list) {
    return violations.stream()
        .allMatch(
            violation ->
                changesNothing(base, violation, list)
                    || refuses(base.probe(), violation, list, base.repository()));
  }

  /// Ephemeral containers have no resources and no probes to be missing.
  private static boolean changesNothing(Base base, Control.Violation violation, String list) {
    return !list.equals(Probe.CONTAINERS)
        && base.probe().broken(violation, list, base.repository()).equals(base.probe());
  }

  private boolean refuses(
      Probe probe, Control.Violation violation, String list, String repository) {
    return refuses(probe.broken(violation, list, repository));
  }

  private boolean refuses(Probe probe) {
    Optional<Boolean> accepted = judge.accepts(probe);
    untold |= accepted.isEmpty();
    return !accepted.orElse(true);
  }

  private Optional<Reach> registry(Base base) {
    List<Boolean> refused = new ArrayList<>();
    for (String list : LISTS.getFirst()) {
      refused.add(base.probe().has(list) && refuses(base.probe().withImage(list, elsewhere(base))));
    }
    return refused.getFirst()
        ? Optional.of(new Reach(refused.get(1), refused.get(2)))
        : Optional.empty();
  }

  /// The accepted image with only its repository changed.
  private static String elsewhere(Base base) {
    Object first =
        base.probe().spec().get(Probe.CONTAINERS) instanceof List<?> list ? list.getFirst() : "";
    String image = String.valueOf(Overlays.map(first).get("image"));
    return ELSEWHERE + image.substring(base.repository().length());
  }
}
