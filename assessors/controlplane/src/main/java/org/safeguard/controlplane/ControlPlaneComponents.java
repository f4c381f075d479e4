package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.safeguard.model.fact.ApiServer;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ControlPlaneComponent;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Path;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Makes a fact of each instance of a component.
final class ControlPlaneComponents {

  private final Snapshot snapshot;
  private final ClusterObjects objects;
  private final Platform platform;
  private final ConfigurationFiles files;
  private final FlagSources sources;
  private final ServerMetrics metrics;
  private final Resource whole;

  /// @param whole stands for the cluster
  ControlPlaneComponents(
      Snapshot snapshot, ClusterObjects objects, Platform platform, Resource whole) {
    this.snapshot = snapshot;
    this.objects = objects;
    this.platform = platform;
    this.files = new ConfigurationFiles(objects);
    this.sources = new FlagSources(files);
    this.metrics = new ServerMetrics(objects);
    this.whole = whole;
  }

  /// The instances that are seen, and one for each component that is not. None at all where
  /// nothing of a control plane is seen.
  List<ControlPlaneComponent> facts() {
    List<ControlPlaneComponent> facts = new ArrayList<>();
    Set<Component> missing = EnumSet.allOf(Component.class);
    missing.removeIf(Component::optional);
    List<Instance> instances = Instances.in(objects);
    for (Instance instance : instances) {
      facts.add(seen(instance, instances));
      missing.remove(instance.component());
    }
    for (KubeadmConfig config : KubeadmConfig.in(objects)) {
      missing.stream()
          .flatMap(
              component ->
                  config.flags(component).stream()
                      .map(flags -> told(component, "kubeadm", config.place(), flags)))
          .forEach(facts::add);
    }
    for (NodeArguments node : NodeArguments.in(objects)) {
      for (Component component : List.copyOf(missing)) {
        node.flags(component)
            .ifPresent(flags -> facts.add(told(component, "node", node.place(), flags)));
      }
    }
    if (!facts.isEmpty() || !metrics.isEmpty()) {
      missing.stream()
          .filter(
              component ->
                  facts.stream().noneMatch(fact -> fact.component().equals(component.program())))
          .forEach(component -> facts.add(unseen(component)));
    }
    return facts;
  }

  private ControlPlaneComponent seen(Instance instance, List<Instance> all) {
    Release release = Release.of(instance.container(), snapshot.kubernetesVersion());
    FlagTable table = FlagTable.of(instance.component());
    Settings settings = Settings.of(table, sources.of(instance, table), release.minor());
    ApiServers.Files lookUp =
        (flag, path, types, named) -> files.find(instance, flag, path, types, named);
    String source = instance.resource().kind().equals("Pod") ? "pod" : "workload";
    return made(
        instance.component(),
        source,
        release,
        settings,
        instance.container(),
        lookUp,
        shared(instance, settings, all));
  }

  /// What a configuration tells, where the pods do not.
  private ControlPlaneComponent told(
      Component component, String source, Place place, GivenFlags flags) {
    Release release =
        new Release(snapshot.kubernetesVersion() == null ? "" : snapshot.kubernetesVersion());
    Settings settings = Settings.of(FlagTable.of(component), flags, release.minor());
    return made(
        component,
        source,
        release,
        settings,
        place,
        files::supplied,
        Finding.unknown(platform.unseen(component.program()), List.of()));
  }

  private ControlPlaneComponent unseen(Component component) {
    Place place =
        component == Component.API_SERVER && !metrics.isEmpty()
            ? metrics.reports().getFirst()
            : Place.of(whole, Path.root());
    Cause cause = platform.unseen(component.program());
    return told(
        component,
        "none",
        place,
        GivenFlags.none(place.reading("not in the snapshot"), Optional.of(cause)));
  }

  private ControlPlaneComponent made(
      Component component,
      String source,
      Release release,
      Settings settings,
      Place place,
      ApiServers.Files lookUp,
      Finding<Boolean> shared) {
    Trace trace = new Trace(place);
    trace.read("flags", place.reading(component.program()));
    OptionalInt minor = release.minor();
    ApiServer apiServer =
        component == Component.API_SERVER
            ? new ApiServers(settings, place, minor, lookUp, metrics).apiServer()
            : ApiServers.none(place);
    Resource resource = place.resource();
    return new ControlPlaneComponent(
        component.program(),
        resource == whole ? "" : resource.namespace(),
        resource.name(),
        source,
        release.text(),
        settings.all(),
        Listening.loopbackOnly(component, settings, release).noted("loopbackOnly", trace, false),
        TlsStrength.of(component, settings).noted("strongTls", trace, false),
        shared.noted("clientCaShared", trace, false),
        apiServer,
        trace.done());
  }

  /// Whether etcd trusts the file that some API server takes for its clients' authority.
  private Finding<Boolean> shared(Instance instance, Settings settings, List<Instance> all) {
    if (instance.component() != Component.ETCD) {
      return Finding.unknown(new Cause(Cause.Code.ABSENT, "this component is not etcd"), List.of());
    }
    Finding<String> mine = settings.text("trusted-ca-file");
    Finding<Boolean> shared = Finding.unknown(platform.unseen("kube-apiserver"), mine.readings());
    boolean first = true;
    for (Instance other : all) {
      if (other.component() == Component.API_SERVER) {
        FlagTable table = FlagTable.of(other.component());
        Settings theirs = Settings.of(table, sources.of(other, table), OptionalInt.empty());
        Finding<Boolean> same =
            mine.with(theirs.text("client-ca-file"), (a, b) -> !a.isEmpty() && a.equals(b));
        shared = first ? same : Finding.either(shared, same);
        first = false;
      }
    }
    return shared;
  }
}
