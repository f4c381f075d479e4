package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.objects.Place;

/// Reads the CEL of policies: Kubernetes' own and Kyverno's have the same shape.
final class Cel {

  /// Stands for text that cannot be read. It makes the answer untold.
  private static final String UNREADABLE = "authorizer";

  private Cel() {}

  static CelPolicy policy(Place spec) {
    return new CelPolicy(
        expressions(spec.at("matchConditions")),
        variables(spec.at("variables")),
        expressions(spec.at("validations")),
        Optional.empty(),
        spec.at("failurePolicy").text().orElse("Fail").equals("Fail"));
  }

  static List<String> expressions(Place list) {
    List<String> texts = new ArrayList<>();
    for (Place item : list.objects().orElse(List.of())) {
      texts.add(item.at("expression").text().orElse(UNREADABLE));
    }
    return texts;
  }

  static List<Map.Entry<String, String>> variables(Place list) {
    List<Map.Entry<String, String>> variables = new ArrayList<>();
    for (Place item : list.objects().orElse(List.of())) {
      variables.add(
          Map.entry(
              item.at("name").text().orElse(""), item.at("expression").text().orElse(UNREADABLE)));
    }
    return variables;
  }
}
