package org.safeguard.admission;

import java.util.List;
import java.util.Locale;

/// What a policy does with what breaks it.
enum Action {
  DENY("refuses"),
  WARN("only warns"),
  AUDIT("only reports"),
  OFF("is switched off");

  private final String words;

  Action(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /// The mode of a policy with several actions.
  static String mode(List<Action> actions) {
    if (actions.contains(DENY)) {
      return actions.stream().allMatch(DENY::equals) ? "deny" : "mixed";
    }
    for (Action action : List.of(WARN, AUDIT)) {
      if (actions.contains(action)) {
        return action.name().toLowerCase(Locale.ROOT);
      }
    }
    return "off";
  }
}
