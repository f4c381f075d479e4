package org.safeguard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Identity;
import org.safeguard.model.fact.Power;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;

final class IdentityPropertyTest {

  @Test
  void factsDoNotDependOnTheOrderOfObjects() {
    for (long seed = 0; seed < 20; seed++) {
      Given given = Given.yaml(new RandomAccess(seed).yaml());
      List<Resource> shuffled = new ArrayList<>(given.resources());
      Collections.shuffle(shuffled, new Random(seed));

      assertEquals(given.identities(), Given.of(shuffled).identities(), "seed " + seed);
    }
  }

  /// What a subject was found to reach stays found or becomes unknown; never is it denied.
  @Test
  void withoutSomeTypeNothingThatWasFoundIsDenied() {
    for (long seed = 0; seed < 20; seed++) {
      String yaml = new RandomAccess(seed).yaml();
      List<Resource> whole = Given.yaml(yaml).resources();
      Map<String, String> before = answers(Given.of(whole));
      for (String type : Given.TYPES) {
        for (boolean removed : new boolean[] {false, true}) {
          Given less = removed ? without(whole, type) : Given.of(whole);
          Map<String, String> after = answers(less.with(type, Coverage.FORBIDDEN));
          before.forEach(
              (what, answer) -> {
                if (!answer.equals("false") && after.containsKey(what)) {
                  assertNotEquals("false", after.get(what), what + " without " + type);
                }
              });
        }
      }
    }
  }

  private static Given without(List<Resource> whole, String type) {
    String kind = type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    return Given.of(whole.stream().filter(resource -> !resource.kind().equals(kind)).toList());
  }

  private static Map<String, String> answers(Given given) {
    return given.identities().stream()
        .flatMap(
            identity ->
                List.of(
                    Map.entry(key(identity) + " admin", told(identity::clusterAdmin)),
                    Map.entry(key(identity) + " reaches", told(identity::reachesClusterAdmin)),
                    Map.entry(key(identity) + " exec", told(() -> has(identity, "exec"))),
                    Map.entry(
                        key(identity) + " secrets", told(() -> has(identity, "read-secrets"))))
                    .stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// As the expression language does it: what is true decides, else what is unknown.
  private static boolean has(Identity identity, String power) {
    UnknownEvidenceException open = null;
    for (Power one : identity.powers()) {
      try {
        if (one.name().equals(power) || one.name().equals("everything")) {
          return true;
        }
      } catch (UnknownEvidenceException e) {
        open = e;
      }
    }
    if (open != null) {
      throw open;
    }
    return false;
  }

  private static String key(Identity identity) {
    return identity.kind() + " " + identity.namespace() + "/" + identity.name();
  }

  private static String told(BooleanSupplier answer) {
    try {
      return String.valueOf(answer.getAsBoolean());
    } catch (UnknownEvidenceException e) {
      return "unknown";
    }
  }
}
