package org.safeguard.access;

import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// A subject of a binding as read.
///
/// @param place the subject
/// @param kind `User`, `Group` or `ServiceAccount`
/// @param name its name
/// @param namespace of a service account, else empty
public record SubjectView(Place place, Value<String> kind, Value<String> name, String namespace) {

  private static final String ACCOUNT_USER = "system:serviceaccount:";

  static SubjectView of(Place place, String bindingNamespace) {
    Value<String> kind = place.at("kind").text();
    boolean account = kind.orElse("").equals("ServiceAccount");
    String namespace = account ? place.at("namespace").text().orElse(bindingNamespace) : "";
    return new SubjectView(place, kind, place.at("name").text(), namespace);
  }

  static String accountKey(String namespace, String name) {
    return "ServiceAccount " + namespace + ':' + name;
  }

  static String groupKey(String name) {
    return "Group " + name;
  }

  /// What tells one subject from another. A service account may also be named as a user.
  String key() {
    String who = name.orElse("");
    return switch (kind.orElse("")) {
      case "ServiceAccount" -> accountKey(namespace, who);
      case "User" ->
          who.startsWith(ACCOUNT_USER)
              ? "ServiceAccount " + who.substring(ACCOUNT_USER.length())
              : "User " + who;
      default -> groupKey(who);
    };
  }
}
