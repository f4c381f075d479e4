package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.access.Access;
import org.safeguard.access.BindingView;
import org.safeguard.access.BuiltInRoles;
import org.safeguard.access.OpenRules;
import org.safeguard.access.RoleView;
import org.safeguard.access.SubjectView;
import org.safeguard.model.fact.Binding;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Role;
import org.safeguard.model.fact.Subject;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;

/// The facts about roles and bindings.
final class AccessFacts {

  private static final String AGGREGATE = "rbac.authorization.k8s.io/aggregate-to-";
  private static final String BOOTSTRAPPING = "kubernetes.io/bootstrapping";

  private final ClusterObjects objects;
  private final Access access;
  private final Map<Resource, List<BindingView>> bindingsOf = new IdentityHashMap<>();

  AccessFacts(ClusterObjects objects, Access access) {
    this.objects = objects;
    this.access = access;
    for (BindingView binding : access.bindings()) {
      binding
          .role()
          .ifPresent(
              role ->
                  bindingsOf.computeIfAbsent(role.resource(), _ -> new ArrayList<>()).add(binding));
    }
  }

  List<Role> roles() {
    return access.roles().stream().map(this::role).toList();
  }

  List<Binding> bindings() {
    return access.bindings().stream().map(this::binding).toList();
  }

  private Role role(RoleView role) {
    Place object = role.object();
    Resource resource = role.resource();
    Trace trace = new Trace(object);
    List<BindingView> bindings = bindingsOf.getOrDefault(resource, List.of());
    if (bindings.isEmpty()) {
      trace.read("bindings", object.at("metadata", "name").reading());
      trace.unknown("bindings", bindingGap(resource));
    }
    trace.read("bindings", bindings.stream().map(BindingView::reading).toList());
    Reading written = object.at("rules").reading();
    trace.read("rules", written);
    return new Role(
        resource.kind(),
        namespace(resource),
        resource.name(),
        builtIn(trace, object),
        trace.present("aggregated", object.at("aggregationRule")),
        aggregatesTo(trace, object.at("metadata", "labels")),
        OpenRules.noted(trace, "rules", role.rules(), role.gap(), written),
        bindings.stream().map(binding -> reference(binding.resource())).toList(),
        trace.done());
  }

  private static List<String> aggregatesTo(Trace trace, Place labels) {
    return trace.map("aggregatesTo", labels.textMap()).entrySet().stream()
        .filter(label -> label.getKey().startsWith(AGGREGATE) && label.getValue().equals("true"))
        .map(label -> label.getKey().substring(AGGREGATE.length()))
        .sorted()
        .toList();
  }

  /// A role can be bound in its own namespace only, a cluster role anywhere.
  private Optional<Cause> bindingGap(Resource role) {
    return role.kind().equals("Role")
        ? objects.coverages().gap(Types.ROLE_BINDING)
        : objects.coverages().gap(Types.CLUSTER_ROLE_BINDING, Types.ROLE_BINDING);
  }

  private Binding binding(BindingView binding) {
    Place object = binding.object();
    Resource resource = binding.resource();
    Trace trace = new Trace(object);
    List<Subject> subjects = binding.subjects().stream().map(this::subject).toList();
    trace.list("subjects", object.at("subjects").objects());
    binding
        .role()
        .ifPresentOrElse(
            role -> trace.read("rules", binding.reading(), role.object().at("rules").reading()),
            () -> trace.read("rules", binding.reading()));
    trace.read("roleExists", binding.reading());
    return new Binding(
        resource.kind(),
        namespace(resource),
        resource.name(),
        builtIn(trace, object),
        trace.text("roleKind", binding.roleKind(), ""),
        trace.text("roleName", binding.roleName(), ""),
        roleExists(trace, binding),
        OpenRules.noted(trace, "rules", binding.rules(), binding.gap(), binding.reading()),
        subjects,
        trace.done());
  }

  /// The roles that Kubernetes itself makes exist in every cluster.
  private boolean roleExists(Trace trace, BindingView binding) {
    boolean builtIn =
        BindingView.type(binding.roleKind()).equals(Types.CLUSTER_ROLE)
            && BuiltInRoles.isBuiltIn(binding.roleName().orElse(""));
    if (binding.role().isPresent() || builtIn) {
      return true;
    }
    trace.unknown("roleExists", access.gap(BindingView.type(binding.roleKind())));
    return false;
  }

  private Subject subject(SubjectView subject) {
    Place place = subject.place();
    Trace trace = new Trace(place);
    trace.take("namespace", place.at("namespace").text(), "", subject.namespace());
    String name = trace.text("name", subject.name(), "");
    String kind = trace.text("kind", subject.kind(), "");
    trace.read("exists", place.at("name").reading());
    boolean exists =
        !kind.equals("ServiceAccount") || Accounts.exists(objects, subject.namespace(), name);
    if (!exists) {
      trace.unknown("exists", Accounts.gap(objects, subject.namespace(), name));
    }
    return new Subject(kind, name, subject.namespace(), exists, trace.done());
  }

  private static boolean builtIn(Trace trace, Place object) {
    Place label = object.at("metadata", "labels", BOOTSTRAPPING);
    boolean system = object.resource().name().startsWith("system:");
    trace.read("builtIn", system ? object.at("metadata", "name").reading() : label.reading());
    return system || label.isSet();
  }

  private static String namespace(Resource resource) {
    return resource.kind().startsWith("Cluster") ? "" : ClusterObjects.namespace(resource);
  }

  private static String reference(Resource binding) {
    return binding.kind() + "/" + namespace(binding) + "/" + binding.name();
  }
}
