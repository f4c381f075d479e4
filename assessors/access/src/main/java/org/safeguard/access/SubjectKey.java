package org.safeguard.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Somebody whom the API server knows: a user, a group, a service account or a node.
///
/// @param kind which of these
/// @param namespace of a service account, else empty
/// @param name without any prefix that its kind implies
public record SubjectKey(Kind kind, String namespace, String name)
    implements Comparable<SubjectKey> {

  /// The sorts of subjects.
  public enum Kind {
    USER("User"),
    GROUP("Group"),
    SERVICE_ACCOUNT("ServiceAccount"),
    NODE("Node");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /// As bindings write it.
    public String title() {
      return title;
    }
  }

  static final String AUTHENTICATED = "system:authenticated";
  static final String UNAUTHENTICATED = "system:unauthenticated";
  static final String MASTERS = "system:masters";
  static final String ACCOUNTS = "system:serviceaccounts";
  private static final String NODES = "system:nodes";
  private static final String ANONYMOUS = "system:anonymous";
  private static final String ACCOUNT_USER = "system:serviceaccount:";
  private static final String NODE_USER = "system:node:";

  private static final Comparator<SubjectKey> ORDER =
      Comparator.comparing(SubjectKey::kind)
          .thenComparing(SubjectKey::namespace)
          .thenComparing(SubjectKey::name);

  static SubjectKey account(String namespace, String name) {
    return new SubjectKey(Kind.SERVICE_ACCOUNT, namespace, name);
  }

  static SubjectKey group(String name) {
    return new SubjectKey(Kind.GROUP, "", name);
  }

  static SubjectKey node(String name) {
    return new SubjectKey(Kind.NODE, "", name);
  }

  /// Who signs in under a user name; service accounts and nodes have names of their own.
  static SubjectKey user(String name) {
    if (name.startsWith(ACCOUNT_USER)) {
      String[] parts = name.substring(ACCOUNT_USER.length()).split(":", 2);
      return parts.length == 2 ? account(parts[0], parts[1]) : new SubjectKey(Kind.USER, "", name);
    }
    return name.startsWith(NODE_USER)
        ? node(name.substring(NODE_USER.length()))
        : new SubjectKey(Kind.USER, "", name);
  }

  /// The subject that a binding names; empty where that cannot be read, or is nobody: an account
  /// without a namespace.
  static Optional<SubjectKey> of(SubjectView subject) {
    if (!subject.kind().isKnown() || !subject.name().isKnown()) {
      return Optional.empty();
    }
    String name = subject.name().orElse("");
    return switch (subject.kind().orElse("")) {
      case "User" -> Optional.of(user(name));
      case "Group" -> Optional.of(group(name));
      case "ServiceAccount" ->
          subject.namespace().isEmpty()
              ? Optional.empty()
              : Optional.of(account(subject.namespace(), name));
      default -> Optional.empty();
    };
  }

  /// The subject that a person means by `alice`, `user:alice`, `group:devs`, `namespace/account`,
  /// `node:worker-1` or a user name that begins with `system:`.
  public static SubjectKey named(String text) {
    if (text.startsWith("group:")) {
      return group(text.substring("group:".length()));
    }
    if (text.startsWith("node:")) {
      return node(text.substring("node:".length()));
    }
    if (text.startsWith("user:")) {
      return user(text.substring("user:".length()));
    }
    int slash = text.indexOf('/');
    return slash > 0 && text.matches("[a-z0-9.-]+/[a-z0-9.-]+")
        ? account(text.substring(0, slash), text.substring(slash + 1))
        : user(text);
  }

  /// The groups that the API server itself puts the subject into. Those that an identity provider
  /// adds are not known to the cluster.
  public List<String> groups() {
    return switch (kind) {
      case USER -> List.of(name.equals(ANONYMOUS) ? UNAUTHENTICATED : AUTHENTICATED);
      case NODE -> List.of(NODES, AUTHENTICATED);
      case SERVICE_ACCOUNT -> List.of(ACCOUNTS + ":" + namespace, ACCOUNTS, AUTHENTICATED);
      case GROUP -> groupsOfMembers();
    };
  }

  private List<String> groupsOfMembers() {
    if (name.equals(UNAUTHENTICATED) || name.equals(AUTHENTICATED)) {
      return List.of();
    }
    return name.startsWith(ACCOUNTS + ":")
        ? List.of(ACCOUNTS, AUTHENTICATED)
        : List.of(AUTHENTICATED);
  }

  /// The name under which it signs in; of a group, its name.
  public String userName() {
    return switch (kind) {
      case USER, GROUP -> name;
      case NODE -> NODE_USER + name;
      case SERVICE_ACCOUNT -> ACCOUNT_USER + namespace + ":" + name;
    };
  }

  /// `ServiceAccount clinic/portal`, `Group nurses`.
  @Override
  public String toString() {
    return kind.title() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  @Override
  public int compareTo(SubjectKey other) {
    return ORDER.compare(this, other);
  }
}
