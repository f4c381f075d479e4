package org.safeguard.access;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// A role binding or cluster role binding as read, with its role.
///
/// @param object the whole binding
/// @param roleKind kind of the role
/// @param roleName name of the role
/// @param role the role, empty where it is not in the snapshot
/// @param rules the rules of the role, also of a built-in one
/// @param gap why the rules are not known; empty where they are
/// @param subjects to whom
/// @param subjectGap why the subjects are not known; empty where they are
public record BindingView(
    Place object,
    Value<String> roleKind,
    Value<String> roleName,
    Optional<RoleView> role,
    List<PolicyRule> rules,
    Optional<Cause> gap,
    List<SubjectView> subjects,
    Optional<Cause> subjectGap) {

  static BindingView of(Place object, Access access) {
    Place reference = object.at("roleRef");
    Value<String> kind = reference.at("kind").text();
    Value<String> name = reference.at("name").text();
    Optional<RoleView> role =
        access.role(type(kind), roleNamespace(kind, object.resource()), name.orElse(""));
    List<PolicyRule> rules =
        role.map(RoleView::rules).or(() -> builtIn(kind, name, reference)).orElse(List.of());
    Optional<Cause> gap =
        unreadable(kind)
            .or(() -> unreadable(name))
            .or(() -> role.isPresent() ? role.get().gap() : missing(kind, name, access));
    Value<List<Place>> subjects = object.at("subjects").objects();
    String namespace =
        object.resource().kind().equals("RoleBinding")
            ? ClusterObjects.namespace(object.resource())
            : "";
    List<SubjectView> views =
        subjects.orElse(List.of()).stream().map(s -> SubjectView.of(s, namespace)).toList();
    return new BindingView(
        object, kind, name, role, rules, gap, views, unreadable(subjects).or(() -> gapOf(views)));
  }

  /// The binding as captured.
  public Resource resource() {
    return object.resource();
  }

  /// Whether it grants in every namespace and outside of them.
  public boolean clusterWide() {
    return resource().kind().equals("ClusterRoleBinding");
  }

  /// Where the binding names its role.
  public Reading reading() {
    return object
        .at("roleRef")
        .reading(roleKind.orElse("Role") + "/" + roleName.orElse("(unknown)"));
  }

  /// Whether it grants every verb on everything in the whole cluster.
  public boolean grantsEverything() {
    return clusterWide()
        && (roleName.orElse("").equals("cluster-admin")
            || rules.stream().anyMatch(BindingView::everything));
  }

  private static boolean everything(PolicyRule rule) {
    return rule.provenance().unknown().isEmpty()
        && rule.verbs().contains("*")
        && rule.groups().contains("*")
        && rule.resources().contains("*")
        && rule.resourceNames().isEmpty();
  }

  /// The type that `roleRef.kind` means.
  public static ResourceType type(Value<String> roleKind) {
    return roleKind.orElse("").equals("ClusterRole") ? Types.CLUSTER_ROLE : Types.ROLE;
  }

  private static String roleNamespace(Value<String> kind, Resource binding) {
    return type(kind).equals(Types.CLUSTER_ROLE) ? "" : ClusterObjects.namespace(binding);
  }

  private static Optional<List<PolicyRule>> builtIn(
      Value<String> kind, Value<String> name, Place reference) {
    return type(kind).equals(Types.CLUSTER_ROLE)
        ? BuiltInRoles.rules(name.orElse(""), reference)
        : Optional.empty();
  }

  private static Optional<Cause> missing(Value<String> kind, Value<String> name, Access access) {
    if (type(kind).equals(Types.CLUSTER_ROLE) && BuiltInRoles.isBuiltIn(name.orElse(""))) {
      return Optional.empty();
    }
    return access
        .gap(type(kind))
        .or(
            () ->
                Optional.of(
                    new Cause(
                        Cause.Code.UNRESOLVED,
                        kind.orElse("Role")
                            + " "
                            + name.orElse("")
                            + " is bound but is not in the snapshot; capture it")));
  }

  private static Optional<Cause> gapOf(List<SubjectView> subjects) {
    return subjects.stream()
        .flatMap(s -> unreadable(s.kind()).or(() -> unreadable(s.name())).stream())
        .findFirst();
  }

  private static Optional<Cause> unreadable(Value<?> value) {
    return value instanceof Value.Unreadable<?>(Place _, Cause cause)
        ? Optional.of(cause)
        : Optional.empty();
  }
}
