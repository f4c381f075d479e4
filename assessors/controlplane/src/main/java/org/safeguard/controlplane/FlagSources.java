package org.safeguard.controlplane;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.Observed;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// What an instance is told: by its command line, which wins; by its environment where it is etcd;
/// and by the configuration file that its command line names.
final class FlagSources {

  private final ConfigurationFiles files;

  FlagSources(ConfigurationFiles files) {
    this.files = files;
  }

  GivenFlags of(Instance instance, FlagTable table) {
    Place container = instance.container();
    Place arguments = container.at(container.at("command").isSet() ? "command" : "args");
    Reading base = arguments.reading();
    CommandLine line = CommandLine.of(container, instance.component().program());
    GivenFlags flags = GivenFlags.of(line, table, base);
    if (!line.found()) {
      flags = flags.withOthers(unclear(instance));
    }
    return switch (instance.component()) {
      case ETCD -> withEnvironment(instance, flags);
      case API_SERVER -> withOpenShift(instance, flags);
      case SCHEDULER -> withScheduler(instance, flags);
      case PROXY -> withProxy(instance, flags);
      case CONTROLLER_MANAGER -> flags;
    };
  }

  private static Cause unclear(Instance instance) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        "the command of "
            + instance.resource().name()
            + " does not show how it starts "
            + instance.component().program()
            + "; supply the arguments of the running process");
  }

  /// A file replaces all flags and variables of etcd; else flags go before variables.
  private static GivenFlags withEnvironment(Instance instance, GivenFlags flags) {
    if (flags.last("config-file").isPresent()) {
      GivenFlags file = GivenFlags.none(flags.base(), Optional.empty());
      return file.withOthers(
          new Cause(
              Cause.Code.UNRESOLVED,
              "etcd reads its settings from "
                  + flags.last("config-file").orElse("")
                  + ", whose content is not in this snapshot; supply that file or a kube-bench"
                  + " report of an etcd node"));
    }
    Map<String, List<FlagValue>> given = new TreeMap<>();
    Optional<Cause> hidden = Optional.empty();
    for (Place variable : instance.container().at("env").objects().orElse(List.of())) {
      String name = variable.at("name").text().orElse("");
      if (name.startsWith("ETCD_")) {
        switch (variable.at("value").text()) {
          case Value.Known<String>(Place at, String text) ->
              GivenFlags.put(given, flagOf(name), new FlagValue(text, at.reading()));
          case Value.Absent<String> _ -> {}
          case Value.Unreadable<String>(Place _, Cause cause) -> hidden = Optional.of(cause);
        }
      }
    }
    if (instance.container().at("envFrom").isSet()) {
      hidden = hidden.or(() -> Optional.of(unclear(instance)));
    }
    return flags.over(new GivenFlags(given, flags.base(), hidden));
  }

  private static String flagOf(String variable) {
    return variable.substring("ETCD_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// `KubeAPIServerConfig`: flags by name under `apiServerArguments`, and some members beside.
  private GivenFlags withOpenShift(Instance instance, GivenFlags flags) {
    return withFile(
        instance,
        flags,
        "openshift-config",
        "kubecontrolplane.config.openshift.io",
        "KubeAPIServerConfig",
        FlagSources::openShift);
  }

  private static void openShift(Configuration file, Map<String, List<FlagValue>> given) {
    ObjectNode serving = file.content().object("servingInfo");
    putAll(file, given, "tls-cipher-suites", serving.get("cipherSuites"));
    putAll(file, given, "tls-min-version", serving.get("minTLSVersion"));
    putAll(
        file,
        given,
        "service-account-key-file",
        file.content().get("serviceAccountPublicKeyFiles"));
    file.content()
        .object("apiServerArguments")
        .each((name, values) -> putAll(file, given, GivenFlags.name(name), values));
  }

  /// With a file, the scheduler takes its settings from there and not from flags, as its reference
  /// says of each such flag.
  private GivenFlags withScheduler(Instance instance, GivenFlags flags) {
    if (flags.last("config").isEmpty()) {
      return flags;
    }
    GivenFlags others = without(flags, "profiling");
    Optional<String> path = flags.last("config");
    Finding<Configuration> file =
        files.find(
            instance,
            "config",
            path.orElse(""),
            List.of(new ResourceType("kubescheduler.config.k8s.io", "KubeSchedulerConfiguration")),
            List.of(flags.base()));
    return enabledProfiling(others, file, "profiling", true);
  }

  private GivenFlags withProxy(Instance instance, GivenFlags flags) {
    if (flags.last("config").isEmpty()) {
      return flags;
    }
    Finding<Configuration> file =
        files.find(
            instance,
            "config",
            flags.last("config").orElse(""),
            List.of(new ResourceType("kubeproxy.config.k8s.io", "KubeProxyConfiguration")),
            List.of(flags.base()));
    GivenFlags others = without(without(flags, "profiling"), "metrics-bind-address");
    Configuration content = file.value();
    Map<String, List<FlagValue>> given = new TreeMap<>();
    if (content != null) {
      String address = content.content().text("metricsBindAddress").orElse("");
      String effective = address.isEmpty() ? "127.0.0.1:10249" : address;
      Reading where =
          content.at(
              new JsonPointer("/metricsBindAddress"),
              "metricsBindAddress: "
                  + (address.isEmpty() ? "absent (default: " + effective + ")" : address));
      GivenFlags.put(given, "metrics-bind-address", new FlagValue(effective, where));
    }
    GivenFlags told = others.over(new GivenFlags(given, flags.base(), file.gap()));
    return enabledProfiling(told, file, "profiling", false);
  }

  private static GivenFlags enabledProfiling(
      GivenFlags flags, Finding<Configuration> file, String flag, boolean fallback) {
    Configuration content = file.value();
    Map<String, List<FlagValue>> given = new TreeMap<>();
    if (content != null) {
      Optional<Boolean> set = content.content().flag("enableProfiling");
      Reading where =
          content.at(
              new JsonPointer("/enableProfiling"),
              "enableProfiling: "
                  + set.map(String::valueOf).orElse("absent (default: " + fallback + ")"));
      GivenFlags.put(given, flag, new FlagValue(String.valueOf(set.orElse(fallback)), where));
      return flags.over(new GivenFlags(given, flags.base(), Optional.empty()));
    }
    return flags.over(GivenFlags.none(flags.base(), file.gap()));
  }

  private static GivenFlags without(GivenFlags flags, String name) {
    Map<String, List<FlagValue>> given = new TreeMap<>(flags.given());
    given.remove(name);
    return new GivenFlags(given, flags.base(), flags.others());
  }

  /// Reads a configuration file into flags.
  private interface FileReader {
    void read(Configuration file, Map<String, List<FlagValue>> given);
  }

  private GivenFlags withFile(
      Instance instance,
      GivenFlags flags,
      String flag,
      String group,
      String kind,
      FileReader reader) {
    Optional<String> path = flags.last(flag);
    if (path.isEmpty()) {
      return flags;
    }
    Finding<Configuration> file =
        files.find(
            instance,
            flag,
            path.get(),
            List.of(new ResourceType(group, kind)),
            List.of(flags.base()));
    Configuration content = file.value();
    Map<String, List<FlagValue>> given = new TreeMap<>();
    if (content != null) {
      reader.read(content, given);
    }
    return flags.over(new GivenFlags(given, flags.base(), file.gap()));
  }

  private static void putAll(
      Configuration file, Map<String, List<FlagValue>> given, String name, @Nullable Node values) {
    List<Node> items =
        values instanceof ArrayNode list
            ? list.items()
            : values == null ? List.of() : List.of(values);
    for (Node item : items) {
      if (item instanceof ScalarNode scalar) {
        String seen = name + ": " + Observed.of(scalar);
        GivenFlags.put(given, name, new FlagValue(scalar.text(), file.whole(seen)));
      }
    }
  }
}
