package org.safeguard.admission;

import java.util.List;
import java.util.Optional;
import org.safeguard.objects.Place;

/// What the status of a policy says of it. A policy without a status is taken at its word.
final class Readiness {

  private static final List<String> CONDITIONS =
      List.of("Ready", "PolicyActive", "PolicyServerConfigurationUpToDate");

  private Readiness() {}

  static Judgement of(Place policy) {
    Place status = policy.at("status");
    for (Place conditions :
        List.of(status.at("conditions"), status.at("conditionStatus", "conditions"))) {
      for (Place condition : conditions.objects().orElse(List.of())) {
        String type = condition.at("type").text().orElse("");
        if (CONDITIONS.contains(type) && condition.at("status").text().orElse("").equals("False")) {
          return Judgement.no("its status says that it is not ready");
        }
      }
    }
    boolean down = isFalse(status.at("ready")) || isFalse(status.at("conditionStatus", "ready"));
    return down ? Judgement.no("its status says that it is not ready") : Judgement.YES;
  }

  private static boolean isFalse(Place flag) {
    return Optional.of(flag.flag().orElse(true)).equals(Optional.of(false));
  }
}
