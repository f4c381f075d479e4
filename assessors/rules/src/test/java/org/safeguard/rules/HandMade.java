package org.safeguard.rules;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.document.Documents;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.EnvironmentVariable;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Role;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Facts for the tests of the engine: records by component names, and a small stand-in for the
/// module that makes facts of pods and roles.
final class HandMade {

  private HandMade() {}

  /// A record with the given components; others are empty, false or zero.
  static <T extends Record> T record(Class<T> type, Map<String, ?> components) {
    RecordComponent[] declared = type.getRecordComponents();
    Object[] values =
        Arrays.stream(declared)
            .map(
                component ->
                    components.containsKey(component.getName())
                        ? components.get(component.getName())
                        : empty(component.getType()))
            .toArray();
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object empty(Class<?> type) {
    if (type.isRecord()) {
      return record(type.asSubclass(Record.class), Map.of());
    }
    if (type == Provenance.class) {
      return at(resource("{apiVersion: v1, kind: Pod, metadata: {name: none}}"), "").build();
    }
    return Map.of(
            boolean.class,
            (Object) false,
            long.class,
            0L,
            String.class,
            "",
            List.class,
            List.of(),
            Map.class,
            Map.of(),
            Optional.class,
            Optional.empty())
        .get(type);
  }

  static Provenance.Builder at(Resource resource, String pointer) {
    return Provenance.builder(resource, new JsonPointer(pointer));
  }

  static Reading reading(Resource resource, String pointer, String observed) {
    JsonPointer at = new JsonPointer(pointer);
    return new Reading(resource, at, at.lineIn(resource.body()), observed);
  }

  static Resource resource(String yaml) {
    try {
      ObjectNode body = (ObjectNode) Documents.yaml(yaml).getFirst();
      ObjectNode metadata = body.object("metadata");
      return new Resource(
          body.text("apiVersion").orElse(""),
          body.text("kind").orElse(""),
          metadata.text("namespace").orElse(""),
          metadata.text("name").orElse(""),
          null,
          null,
          "input.yaml",
          body);
    } catch (org.safeguard.document.MalformedDocumentException e) {
      throw new AssertionError(e);
    }
  }

  static Facts facts(List<Workload> workloads, List<Role> roles) {
    return new Facts(
        record(Cluster.class, Map.of("format", "manifests")),
        workloads,
        List.of(),
        List.of(),
        roles,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /// Facts of pods, jobs and cluster roles, as far as the small pack needs them.
  static Facts of(Snapshot snapshot, Scope scope) {
    List<Workload> workloads = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    for (Resource resource : snapshot.resources()) {
      switch (resource.kind()) {
        case "Pod", "Job" -> workloads.add(workload(resource));
        case "ClusterRole" -> roles.add(role(resource));
        default -> {}
      }
    }
    return facts(workloads, roles);
  }

  static Workload workload(Resource resource) {
    List<Container> containers = new ArrayList<>();
    List<ObjectNode> nodes = resource.body().object("spec").array("containers").objects();
    for (int i = 0; i < nodes.size(); i++) {
      containers.add(container(resource, nodes.get(i), "/spec/containers/" + i));
    }
    Provenance.Builder provenance = at(resource, "");
    provenance.read("kind", reading(resource, "/kind", resource.kind()));
    boolean hidden = resource.body().object("spec").has("hiddenToken");
    if (hidden) {
      provenance.unknown("tokenMounted", new Cause(Cause.Code.REDACTED, "the token is hidden"));
    }
    provenance.read("tokenMounted", reading(resource, "/spec/token", "absent (default: true)"));
    return record(
        Workload.class,
        Map.of(
            "kind",
            resource.kind(),
            "namespace",
            "default",
            "name",
            resource.name(),
            "ephi",
            "maintains",
            "containers",
            containers,
            "provenance",
            provenance.build()));
  }

  private static Container container(Resource resource, ObjectNode node, String pointer) {
    Node privileged = node.object("securityContext").get("privileged");
    String place = pointer + "/securityContext/privileged";
    String observed =
        privileged == null ? "absent (default: false)" : String.valueOf(privileged.plain());
    List<EnvironmentVariable> environment = new ArrayList<>();
    List<ObjectNode> variables = node.array("env").objects();
    for (int i = 0; i < variables.size(); i++) {
      environment.add(variable(resource, variables.get(i), pointer + "/env/" + i));
    }
    boolean known = privileged == null || privileged.plain() instanceof Boolean;
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("name", node.text("name").orElse(""));
    components.put("privileged", known && "true".equals(observed));
    components.put("environment", environment);
    Provenance.Builder provenance = at(resource, pointer);
    provenance.read("privileged", reading(resource, place, observed));
    if (!known) {
      provenance.unknown("privileged", new Cause(Cause.Code.REDACTED, "privileged is hidden"));
    }
    components.put("provenance", provenance.build());
    return record(Container.class, components);
  }

  private static EnvironmentVariable variable(Resource resource, ObjectNode node, String pointer) {
    String name = node.text("name").orElse("");
    return new EnvironmentVariable(
        name, "literal", "", name.contains("PASSWORD"), at(resource, pointer).build());
  }

  static Role role(Resource resource) {
    List<PolicyRule> rules = new ArrayList<>();
    List<ObjectNode> nodes = resource.body().array("rules").objects();
    for (int i = 0; i < nodes.size(); i++) {
      ObjectNode node = nodes.get(i);
      rules.add(
          new PolicyRule(
              node.array("verbs").texts(),
              node.array("apiGroups").texts(),
              node.array("resources").texts(),
              node.array("resourceNames").texts(),
              List.of(),
              at(resource, "/rules/" + i).build()));
    }
    return record(
        Role.class,
        Map.of(
            "kind", resource.kind(),
            "name", resource.name(),
            "rules", rules,
            "provenance", at(resource, "").build()));
  }
}
