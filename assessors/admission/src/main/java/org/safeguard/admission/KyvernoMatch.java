package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.safeguard.objects.Place;

/// What a Kyverno rule looks at: `match` and `exclude`
/// ([selecting](https://kyverno.io/docs/policy-types/cluster-policy/match-exclude/)).
///
/// @param place of the block
record KyvernoMatch(Place place) {

  /// Whether new objects of a kind in a namespace are chosen, whoever makes them and whatever their
  /// name and labels.
  ///
  /// @param kind such as `Pod` or `Pod/exec`
  Judgement chooses(String kind, String operation, NamespaceView namespace) {
    List<Place> any = place.at("any").objects().orElse(List.of());
    List<Place> all = place.at("all").objects().orElse(List.of());
    Judgement chosen =
        any.isEmpty() && all.isEmpty() ? filter(place, kind, operation, namespace) : Judgement.YES;
    if (!any.isEmpty()) {
      chosen = chosen.and(() -> some(any, f -> filter(f, kind, operation, namespace)));
    }
    for (Place each : all) {
      chosen = chosen.and(() -> filter(each, kind, operation, namespace));
    }
    return chosen;
  }

  /// Whether a kind is named at all.
  boolean names(String kind) {
    List<Place> filters = new ArrayList<>(place.at("any").objects().orElse(List.of()));
    filters.addAll(place.at("all").objects().orElse(List.of()));
    filters.add(place);
    return filters.stream().anyMatch(f -> kinds(f.at("resources"), kind));
  }

  private static Judgement some(List<Place> filters, Function<Place, Judgement> judge) {
    Judgement best = Judgement.no("its rule matches nothing");
    for (Place each : filters) {
      Judgement here = judge.apply(each);
      Judgement before = best;
      best = here.or(() -> before);
    }
    return best;
  }

  private static Judgement filter(
      Place filter, String kind, String operation, NamespaceView namespace) {
    Place resources = filter.at("resources");
    if (!resources.isSet()) {
      return Judgement.no("its rule is about users only");
    }
    List<String> operations = resources.at("operations").texts().orElse(List.of());
    if (!kinds(resources, kind) || !operations.isEmpty() && !operations.contains(operation)) {
      return Judgement.no("its rule is not about new objects of the kind " + kind);
    }
    for (String who : List.of("subjects", "roles", "clusterRoles")) {
      if (filter.at(who).isSet()) {
        return Judgement.no("its rule is about some users only");
      }
    }
    List<String> names = names(resources);
    if (!names.isEmpty() && !names.contains("*")) {
      return Judgement.no("its rule is about objects of some names only");
    }
    if (resources.at("selector").isSet() || resources.at("annotations").isSet()) {
      return Judgement.no(
          "a label or an annotation of the object decides whether its rule sees it");
    }
    List<String> namespaces = resources.at("namespaces").texts().orElse(List.of());
    if (!namespaces.isEmpty() && !Wildcards.any(namespaces, namespace.name())) {
      return Judgement.no("its rule is about other namespaces");
    }
    return namespace.selectedBy(
        resources.at("namespaceSelector"), "the namespace selector of its rule leaves it out");
  }

  private static List<String> names(Place resources) {
    List<String> names = new ArrayList<>(resources.at("names").texts().orElse(List.of()));
    resources.at("name").text().map(names::add);
    return names;
  }

  private static boolean kinds(Place resources, String wanted) {
    return resources.at("kinds").texts().orElse(List.of()).stream()
        .anyMatch(kind -> isKind(kind, wanted));
  }

  /// Kinds are written `Kind`, `Kind/subresource`, `version/Kind` or `group/version/Kind`.
  private static boolean isKind(String written, String wanted) {
    return written.equals("*")
        || written.equals(wanted)
        || written.endsWith("/" + wanted) && !wanted.contains("/")
        || wanted.contains("/") && (written.endsWith("/" + wanted) || written.equals("*/*"));
  }
}
