package org.safeguard.admission;

import java.util.HashMap;
import java.util.Map;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Value;

/// A namespace as selectors see it.
///
/// @param name its name
/// @param place the object
/// @param system whether it belongs to the platform
/// @param ephi whether it holds ePHI; unknown where a designation cannot be read
record NamespaceView(String name, Place place, boolean system, Judgement ephi) {

  /// What makes a namespace known to selectors by name
  /// ([labels](https://kubernetes.io/docs/reference/labels-annotations-taints/)).
  private static final String NAME = "kubernetes.io/metadata.name";

  Value<Map<String, String>> labels() {
    return place
        .at("metadata", "labels")
        .textMap()
        .map(
            labels -> {
              Map<String, String> all = new HashMap<>(labels);
              all.putIfAbsent(NAME, name);
              return all;
            });
  }

  /// Whether a label selector at `at` chooses it; one that is not there chooses everything.
  Judgement selectedBy(Place at, String why) {
    return switch (Selector.read(at)) {
      case Value.Absent<Selector> _ -> Judgement.YES;
      case Value.Unreadable<Selector>(Place _, Cause cause) -> new Judgement.Unknown(cause);
      case Value.Known<Selector>(Place _, Selector selector) ->
          selector.selectsAll() ? Judgement.YES : selected(selector, no(selector, why));
    };
  }

  private Judgement selected(Selector selector, Judgement no) {
    return switch (labels()) {
      case Value.Known<Map<String, String>>(Place _, Map<String, String> labels) ->
          selector.matches(labels) ? Judgement.YES : no;
      case Value.Absent<Map<String, String>> _ ->
          selector.matches(Map.of(NAME, name)) ? Judgement.YES : no;
      case Value.Unreadable<Map<String, String>>(Place _, Cause cause) ->
          new Judgement.Unknown(cause);
    };
  }

  /// A selector that only says what it does not want leaves namespaces out on purpose.
  private static Judgement no(Selector selector, String why) {
    boolean leavesOut =
        selector.labels().isEmpty()
            && selector.requirements().stream()
                .allMatch(
                    requirement ->
                        switch (requirement.operator()) {
                          case NOT_IN, DOES_NOT_EXIST -> true;
                          case IN, EXISTS -> false;
                        });
    return leavesOut ? Judgement.exempt(why) : Judgement.no(why);
  }
}
