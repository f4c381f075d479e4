package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// What the containers of a pod template say of their probes, ports and variables. An init
/// container that restarts always is judged like the others; ephemeral ones are not.
final class Probes {

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> PORTED = List.of("httpGet", "tcpSocket", "grpc");
  private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");

  private final Place spec;
  private final List<Place> containers;

  Probes(Place spec) {
    this.spec = spec;
    this.containers = Templates.containers(spec, "containers");
  }

  /// Places collected under one component.
  private final class Found {
    private final List<String> names = new ArrayList<>();
    private final List<Reading> where = new ArrayList<>();

    void add(String name, Place place) {
      names.add(name);
      where.add(place.reading());
    }

    List<String> noted(Trace trace, String component) {
      trace.list(component, spec.at("containers").objects());
      trace.read(component, where);
      return names;
    }
  }

  /// Containers whose liveness and readiness ask the same with the same patience.
  List<String> identical(Trace trace) {
    Found found = new Found();
    for (Place container : containers) {
      Place live = container.at("livenessProbe");
      Place ready = container.at("readinessProbe");
      if (live.isSet() && ready.isSet() && same(live, ready)) {
        found.add(name(container), live);
      }
    }
    return found.noted(trace, "identicalProbes");
  }

  /// A liveness probe with more patience than readiness does no harm by asking the same.
  private static boolean same(Place live, Place ready) {
    return HANDLERS.stream().allMatch(key -> plain(live, key).equals(plain(ready, key)))
        && live.at("failureThreshold").number().orElse(3L)
                * live.at("periodSeconds").number().orElse(10L)
            <= ready.at("failureThreshold").number().orElse(3L)
                * ready.at("periodSeconds").number().orElse(10L);
  }

  private static Object plain(Place probe, String key) {
    Place handler = probe.at(key);
    return handler.node() == null ? "" : Objects.requireNonNull(handler.node()).plain();
  }

  /// Probes of a port that no container of the pod declares. Declaring ports is optional, so that
  /// only containers that declare some are judged.
  List<String> undeclared(Trace trace) {
    Found found = new Found();
    for (Place container : containers) {
      Set<String> declared = declared(container);
      if (declared.isEmpty()) {
        continue;
      }
      for (String probe : PROBES) {
        for (String handler : PORTED) {
          Place port = container.at(probe, handler, "port");
          if (port.isSet() && !declared.contains(port.quantity().orElse(""))) {
            found.add(name(container) + ": " + port.quantity().orElse(""), port);
          }
        }
      }
    }
    return found.noted(trace, "undeclaredProbePorts");
  }

  private Set<String> declared(Place container) {
    Set<String> names = new HashSet<>();
    for (Place port : container.at("ports").objects().orElse(List.of())) {
      names.add(port.at("containerPort").quantity().orElse(""));
      names.add(port.at("name").text().orElse(""));
    }
    names.remove("");
    return names;
  }

  List<String> unnamedPorts(Trace trace) {
    Found found = new Found();
    for (Place container : containers) {
      for (Place port : container.at("ports").objects().orElse(List.of())) {
        if (port.at("name").text() instanceof Value.Absent) {
          found.add(
              name(container) + ": " + port.at("containerPort").quantity().orElse(""),
              port.at("containerPort"));
        }
      }
    }
    return found.noted(trace, "unnamedPorts");
  }

  /// Variables that a container sets twice; Kubernetes takes the last.
  List<String> repeatedVariables(Trace trace) {
    Found found = new Found();
    for (String holder : List.of("initContainers", "containers")) {
      for (Place container : Templates.containers(spec, holder)) {
        Set<String> seen = new HashSet<>();
        for (Place variable : container.at("env").objects().orElse(List.of())) {
          String name = variable.at("name").text().orElse("");
          if (!name.isEmpty() && !seen.add(name)) {
            found.add(name(container) + ": " + name, variable.at("name"));
          }
        }
      }
    }
    return found.noted(trace, "repeatedVariables");
  }

  private static String name(Place container) {
    return container.at("name").text().orElse("");
  }
}
