package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Mount;
import org.safeguard.model.fact.Port;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;
import org.safeguard.redaction.Credentials;

/// The containers of one pod template.
final class ContainerFacts {

  /// Where a pod spec keeps containers.
  static final List<String> HOLDERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  private final PodTemplate workload;
  private final VolumeFacts volumes;
  private final ImageSizes images;
  private final ResourceBounds bounds;

  ContainerFacts(
      PodTemplate workload, VolumeFacts volumes, ImageSizes images, ResourceBounds bounds) {
    this.workload = workload;
    this.volumes = volumes;
    this.images = images;
    this.bounds = bounds;
  }

  /// Every container, init containers first, as they start.
  List<Container> facts(Trace trace) {
    List<Container> containers = new ArrayList<>();
    trace.list("containers", workload.spec().at("containers").objects());
    for (String holder : HOLDERS) {
      Value<List<Place>> list = workload.spec().at(holder).objects();
      if (list instanceof Value.Unreadable) {
        trace.list("containers", list);
      }
      list.orElse(List.of()).forEach(place -> containers.add(container(place, holder)));
    }
    return containers;
  }

  private Container container(Place place, String holder) {
    Trace trace = new Trace(place);
    SecurityFacts security = SecurityFacts.of(workload, place);
    Image image = image(trace, place);
    return new Container(
        trace.text("name", place.at("name").text(), ""),
        type(trace, place, holder),
        image,
        pullPolicy(trace, place, image),
        trace.flag("privileged", security.own().at("privileged").flag(), false),
        security.allowPrivilegeEscalation(trace),
        trace.flag("runAsNonRoot", security.flag("runAsNonRoot"), false),
        trace.optional("runAsUser", security.number("runAsUser")),
        trace.optional("runAsGroup", security.number("runAsGroup")),
        trace.flag(
            "readOnlyRootFilesystem", security.own().at("readOnlyRootFilesystem").flag(), false),
        security.capabilities(trace, "capabilitiesAdded", "add"),
        security.capabilities(trace, "capabilitiesDropped", "drop"),
        trace.text("seccompProfile", security.seccomp(), ""),
        trace.text("appArmorProfile", security.appArmor(), ""),
        trace.text("seLinuxType", security.seLinux("type"), ""),
        trace.text("seLinuxUser", security.seLinux("user"), ""),
        trace.text("seLinuxRole", security.seLinux("role"), ""),
        trace.text("procMount", security.own().at("procMount").text(), "Default"),
        trace.flag("windowsHostProcess", security.hostProcess(), false),
        ports(trace, place),
        EnvironmentFacts.variables(trace, place),
        EnvironmentFacts.sources(trace, place),
        mounts(trace, place),
        trace.list("command", place.at("command").texts()),
        trace.list("arguments", place.at("args").texts()),
        credentialInArguments(trace, place),
        trace.text("cpuRequest", bounds.request(workload, place, "cpu"), ""),
        trace.text("memoryRequest", bounds.request(workload, place, "memory"), ""),
        trace.text("cpuLimit", bounds.limit(workload, place, "cpu"), ""),
        trace.text("memoryLimit", bounds.limit(workload, place, "memory"), ""),
        trace.text("ephemeralStorageLimit", bounds.limit(workload, place, "ephemeral-storage"), ""),
        trace.present("livenessProbe", place.at("livenessProbe")),
        trace.present("readinessProbe", place.at("readinessProbe")),
        trace.present("startupProbe", place.at("startupProbe")),
        probeHosts(trace, place),
        probeCommands(trace, place),
        security.own().isSet() && trace.present("securityContext", security.own())
            ? !security.own().each().isEmpty()
            : trace.present("securityContext", security.own()),
        trace.text("windowsUser", security.windows("runAsUserName"), ""),
        images.bytes(trace, image),
        trace.done());
  }

  private static String type(Trace trace, Place place, String holder) {
    return switch (holder) {
      case "initContainers" ->
          trace.text("type", place.at("restartPolicy").text(), "").equals("Always")
              ? "sidecar"
              : "init";
      case "ephemeralContainers" -> "ephemeral";
      default -> "container";
    };
  }

  private static Image image(Trace trace, Place place) {
    Value<String> image = place.at("image").text();
    String reference = trace.text("image", image, "");
    Trace part = new Trace(place.at("image"));
    part.text("reference", image, "");
    for (String component : List.of("registry", "repository", "tag", "digest", "valid")) {
      part.read(component, image.place().reading());
    }
    return Images.parse(reference, part.done());
  }

  /// `Always` for the tag `latest`, also when neither tag nor digest is written.
  private static String pullPolicy(Trace trace, Place place, Image image) {
    boolean readable = image.provenance().unknown().isEmpty();
    boolean latest =
        readable
            && (image.tag().equals("latest") || image.tag().isEmpty() && image.digest().isEmpty());
    Value<String> written = place.at("imagePullPolicy").text();
    if (written instanceof Value.Absent) {
      image.provenance().unknown().values().stream()
          .findFirst()
          .ifPresent(cause -> trace.unknown("imagePullPolicy", cause));
    }
    return trace.text("imagePullPolicy", written, latest ? "Always" : "IfNotPresent");
  }

  private static List<Port> ports(Trace trace, Place place) {
    return trace.list("ports", place.at("ports").objects()).stream()
        .map(ContainerFacts::port)
        .toList();
  }

  private static Port port(Place place) {
    Trace trace = new Trace(place);
    return new Port(
        trace.text("name", place.at("name").text(), ""),
        trace.number("port", place.at("containerPort").number(), 0),
        trace.number("hostPort", place.at("hostPort").number(), 0),
        trace.text("hostIP", place.at("hostIP").text(), ""),
        trace.text("protocol", place.at("protocol").text(), "TCP"),
        trace.done());
  }

  private List<Mount> mounts(Trace trace, Place place) {
    return trace.list("mounts", place.at("volumeMounts").objects()).stream()
        .map(volumes::mount)
        .toList();
  }

  private static boolean credentialInArguments(Trace trace, Place place) {
    Value<List<String>> command = place.at("command").texts();
    Value<List<String>> arguments = place.at("args").texts();
    Place shown = arguments.isKnown() ? arguments.place() : command.place();
    trace.read("credentialInArguments", shown.reading());
    List<String> words =
        Stream.concat(command.orElse(List.of()).stream(), arguments.orElse(List.of()).stream())
            .toList();
    boolean found = Credentials.inArguments(words);
    if (!found) {
      Stream.of(command, arguments)
          .filter(Value.Unreadable.class::isInstance)
          .forEach(value -> trace.list("credentialInArguments", value));
    }
    return found;
  }

  private static List<String> probeHosts(Trace trace, Place place) {
    Set<String> hosts = new LinkedHashSet<>();
    Stream<Place> handlers =
        Stream.concat(
            PROBES.stream().map(place::at),
            Stream.of(place.at("lifecycle", "postStart"), place.at("lifecycle", "preStop")));
    trace.read("probeHosts", place.at("livenessProbe", "httpGet", "host").absent("none"));
    handlers.forEach(
        handler -> {
          for (String sort : List.of("httpGet", "tcpSocket")) {
            Value<String> host = handler.at(sort, "host").text();
            if (!(host instanceof Value.Absent)) {
              String name = trace.text("probeHosts", host, "");
              if (!name.isEmpty()) {
                hosts.add(name);
              }
            }
          }
        });
    return List.copyOf(hosts);
  }

  private static List<String> probeCommands(Trace trace, Place place) {
    List<String> commands = new ArrayList<>();
    trace.read("probeCommands", place.at("livenessProbe", "exec", "command").absent("none"));
    for (String probe : PROBES) {
      Value<List<String>> command = place.at(probe, "exec", "command").texts();
      if (!(command instanceof Value.Absent)) {
        commands.add(String.join(" ", trace.list("probeCommands", command)));
      }
    }
    return commands;
  }
}
