package org.safeguard.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// Roles and bindings, and what each service account may do by them.
public final class Access {

  private final ClusterObjects objects;
  private final Map<Resource, RoleView> roles = new IdentityHashMap<>();
  private final List<RoleView> roleList = new ArrayList<>();
  private final List<BindingView> bindings = new ArrayList<>();
  private final Map<String, List<BindingView>> bySubject = new HashMap<>();
  private final Map<String, Set<String>> accountNamespaces = new HashMap<>();
  private final Map<String, Grants> grants = new HashMap<>();
  private Optional<Cause> unreadableSubjects = Optional.empty();

  public Access(ClusterObjects objects) {
    this.objects = objects;
    for (ResourceType type : List.of(Types.CLUSTER_ROLE, Types.ROLE)) {
      for (Place place : objects.placesOf(type)) {
        RoleView role = RoleView.of(place, objects);
        roles.put(place.resource(), role);
        roleList.add(role);
      }
    }
    for (ResourceType type : List.of(Types.CLUSTER_ROLE_BINDING, Types.ROLE_BINDING)) {
      objects.placesOf(type).forEach(place -> add(BindingView.of(place, this)));
    }
  }

  /// Every role, in the order of identity.
  public List<RoleView> roles() {
    return roleList;
  }

  /// Every binding, in the order of identity.
  public List<BindingView> bindings() {
    return bindings;
  }

  public Optional<RoleView> role(ResourceType type, String namespace, String name) {
    return objects.find(type, namespace, name).map(roles::get);
  }

  /// Why an object of a type that was not found may still be there.
  public Optional<Cause> gap(ResourceType type) {
    return objects.coverages().gap(type);
  }

  ClusterObjects objects() {
    return objects;
  }

  /// What a service account may do.
  public Grants of(String namespace, String account) {
    return grants.computeIfAbsent(namespace + '/' + account, _ -> collect(namespace, account));
  }

  /// The bindings that name a service account itself.
  public List<BindingView> naming(String namespace, String account) {
    return bySubject.getOrDefault(SubjectView.accountKey(namespace, account), List.of());
  }

  /// Why some binding may be missing.
  public Optional<Cause> bindingGap() {
    return objects
        .coverages()
        .gap(Types.CLUSTER_ROLE_BINDING, Types.ROLE_BINDING)
        .or(() -> unreadableSubjects);
  }

  private void add(BindingView binding) {
    bindings.add(binding);
    unreadableSubjects = unreadableSubjects.or(binding::subjectGap);
    for (SubjectView subject : binding.subjects()) {
      if (!subject.namespace().isEmpty()) {
        accountNamespaces
            .computeIfAbsent(subject.name().orElse(""), _ -> new HashSet<>())
            .add(subject.namespace());
      }
    }
    binding.subjects().stream()
        .map(SubjectView::key)
        .distinct()
        .forEach(key -> bySubject.computeIfAbsent(key, _ -> new ArrayList<>()).add(binding));
  }

  /// An account whose manifest names no namespace may be the one that a binding names in another.
  private Optional<Cause> namespaceGap(String namespace, String account) {
    boolean named =
        accountNamespaces.getOrDefault(account, Set.of()).stream()
            .anyMatch(other -> !other.equals(namespace));
    return named && objects.leavesNamespaceOpen(Types.SERVICE_ACCOUNT, account)
        ? Optional.of(
            new Cause(
                Cause.Code.UNRESOLVED,
                "bindings name a service account "
                    + account
                    + " in another namespace, and its manifest names none; render it with one"))
        : Optional.empty();
  }

  private Grants collect(String namespace, String account) {
    List<BindingView> matching =
        Stream.of(
                SubjectView.accountKey(namespace, account),
                SubjectView.groupKey("system:serviceaccounts"),
                SubjectView.groupKey("system:serviceaccounts:" + namespace),
                SubjectView.groupKey("system:authenticated"))
            .flatMap(key -> bySubject.getOrDefault(key, List.of()).stream())
            .distinct()
            .toList();
    List<PolicyRule> rules = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    List<Reading> admin = new ArrayList<>();
    Optional<Cause> gap = bindingGap().or(() -> namespaceGap(namespace, account));
    for (BindingView binding : matching) {
      rules.addAll(binding.rules());
      readings.add(binding.reading());
      gap = gap.or(binding::gap);
      if (binding.grantsEverything()) {
        admin.add(binding.reading());
      }
    }
    return new Grants(rules, readings, admin, gap);
  }
}
