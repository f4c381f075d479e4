package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.PersistentVolume;
import org.safeguard.model.fact.StorageClass;
import org.safeguard.model.fact.VolumeClaim;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// The facts about storage classes, volumes and claims.
final class StorageFacts {

  private static final List<String> DEFAULT =
      List.of(
          "storageclass.kubernetes.io/is-default-class",
          "storageclass.beta.kubernetes.io/is-default-class");
  private static final Set<String> LOCAL_DRIVERS =
      Set.of(
          "rancher.io/local-path",
          "kubernetes.io/no-provisioner",
          "k8s.io/minikube-hostpath",
          "microk8s.io/hostpath",
          "docker.io/hostpath",
          "hostpath.csi.k8s.io",
          "openebs.io/local",
          "local.csi.openebs.io",
          "topolvm.io",
          "topolvm.cybozu.com");
  private static final Set<String> LOCAL_SOURCES = Set.of("hostPath", "local");
  private static final Set<String> NO_SOURCE =
      Set.of(
          "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeMode",
          "volumeAttributesClassName");

  private final ClusterObjects objects;
  private final Mounts mounts;
  private final Map<String, Place> classes = new HashMap<>();
  private final Map<String, Place> volumes = new HashMap<>();
  private final Optional<Place> defaultClass;
  private final Set<String> snapshotDrivers = new TreeSet<>();

  StorageFacts(ClusterObjects objects, Mounts mounts) {
    this.objects = objects;
    this.mounts = mounts;
    objects.placesOf(Kinds.STORAGE_CLASS).forEach(c -> classes.put(c.resource().name(), c));
    objects.placesOf(Kinds.VOLUME).forEach(v -> volumes.put(v.resource().name(), v));
    for (Place snapshots : objects.placesOf(Kinds.SNAPSHOT_CLASS)) {
      snapshotDrivers.add(snapshots.at("driver").text().orElse(""));
    }
    defaultClass =
        objects.placesOf(Kinds.STORAGE_CLASS).stream().filter(StorageFacts::isDefault).findFirst();
  }

  List<Fact> facts(Map<String, Cause> gaps) {
    List<StorageClass> ofClasses = classFacts();
    List<PersistentVolume> ofVolumes = volumeFacts();
    List<VolumeClaim> ofClaims = claimFacts();
    KindGaps.note(gaps, "StorageClass", ofClasses, objects.coverages(), Kinds.STORAGE_CLASS);
    KindGaps.note(gaps, "PersistentVolume", ofVolumes, objects.coverages(), Kinds.VOLUME);
    KindGaps.note(gaps, "VolumeClaim", ofClaims, objects.coverages(), Kinds.CLAIM);
    List<Fact> facts = new ArrayList<>(ofClasses);
    facts.addAll(ofVolumes);
    facts.addAll(ofClaims);
    return facts;
  }

  private List<StorageClass> classFacts() {
    Map<String, List<String>> ephi = new HashMap<>();
    mounts.ephiClaims().forEach((claim, place) -> note(ephi, claim, place));
    return objects.placesOf(Kinds.STORAGE_CLASS).stream()
        .map(place -> storageClass(place, ephi.getOrDefault(place.resource().name(), List.of())))
        .toList();
  }

  private void note(Map<String, List<String>> ephi, String claim, Place place) {
    String name = className(place).orElse("");
    ephi.computeIfAbsent(name, _ -> new ArrayList<>()).add(claim);
  }

  private StorageClass storageClass(Place object, List<String> ephiClaims) {
    Trace trace = new Trace(object);
    Place provisioner = object.at("provisioner");
    String driver = trace.text("provisioner", provisioner.text(), "");
    trace
        .read("ephiClaims", object.at("metadata", "name").reading())
        .read("nodeLocal", provisioner.reading());
    return new StorageClass(
        object.resource().name(),
        driver,
        trace.text("reclaimPolicy", object.at("reclaimPolicy").text(), "Delete"),
        Encryption.of(trace, "encrypted", driver, provisioner, object.at("parameters")),
        defaultClass(trace, object),
        trace.flag("expandable", object.at("allowVolumeExpansion").flag(), false),
        trace.text("bindingMode", object.at("volumeBindingMode").text(), "Immediate"),
        LOCAL_DRIVERS.contains(driver),
        ephiClaims,
        trace.done());
  }

  private static boolean defaultClass(Trace trace, Place object) {
    Place annotations = object.at("metadata", "annotations");
    Value<String> value =
        annotations.at(DEFAULT.get(0)).text().or(annotations.at(DEFAULT.get(1)).text());
    return trace.text("defaultClass", value, "false").equals("true");
  }

  private static boolean isDefault(Place object) {
    Place annotations = object.at("metadata", "annotations");
    return DEFAULT.stream().anyMatch(key -> annotations.at(key).text().orElse("").equals("true"));
  }

  private List<PersistentVolume> volumeFacts() {
    return objects.placesOf(Kinds.VOLUME).stream().map(this::volume).toList();
  }

  private PersistentVolume volume(Place object) {
    Place spec = object.at("spec");
    Trace trace = new Trace(object);
    String source = source(spec);
    String driver = trace.text("driver", spec.at("csi", "driver").text(), "");
    Place reference = spec.at("claimRef");
    String claim =
        reference.isSet()
            ? reference.at("namespace").text().orElse("default")
                + "/"
                + reference.at("name").text().orElse("")
            : "";
    trace
        .read("source", spec.at(source.isEmpty() ? "csi" : source).reading())
        .read("claim", reference.reading(claim.isEmpty() ? "absent (default: none)" : claim))
        .read("nodeLocal", spec.at(source.isEmpty() ? "csi" : source).reading());
    return new PersistentVolume(
        object.resource().name(),
        source,
        driver,
        trace.text("storageClass", spec.at("storageClassName").text(), ""),
        trace.text("reclaimPolicy", spec.at("persistentVolumeReclaimPolicy").text(), "Retain"),
        trace.text("phase", phase(object), ""),
        trace.list("accessModes", spec.at("accessModes").texts()),
        claim,
        nodeLocal(object),
        encrypted(trace, object),
        mounts.ephi(trace, claim),
        trace.done());
  }

  private static Value<String> phase(Place object) {
    Value<String> phase = object.at("status", "phase").text();
    return phase instanceof Value.Absent<String>(Place place)
        ? new Value.Unreadable<>(
            place,
            new Cause(
                Cause.Code.NOT_CAPTURED,
                "the source does not hold the status; capture it from the running cluster"))
        : phase;
  }

  private static String source(Place spec) {
    return spec.each().keySet().stream()
        .filter(key -> !NO_SOURCE.contains(key))
        .findFirst()
        .orElse("");
  }

  private boolean nodeLocal(Place volume) {
    Place spec = volume.at("spec");
    return LOCAL_SOURCES.contains(source(spec))
        || className(volume).map(classes::get).map(StorageFacts::provisioner).stream()
            .anyMatch(LOCAL_DRIVERS::contains)
        || LOCAL_DRIVERS.contains(spec.at("csi", "driver").text().orElse(""));
  }

  private static String provisioner(Place storageClass) {
    return storageClass.at("provisioner").text().orElse("");
  }

  /// By the class it came from, else by its own driver.
  private boolean encrypted(Trace trace, Place volume) {
    Place spec = volume.at("spec");
    Place from = className(volume).map(classes::get).orElse(null);
    if (from != null && !LOCAL_SOURCES.contains(source(spec))) {
      return Encryption.of(
          trace, "encrypted", provisioner(from), from.at("provisioner"), from.at("parameters"));
    }
    Place driver = spec.at("csi", "driver");
    String source = source(spec);
    return driver.isSet()
        ? Encryption.of(
            trace,
            "encrypted",
            driver.text().orElse(""),
            driver,
            spec.at("csi", "volumeAttributes"))
        : Encryption.of(trace, "encrypted", legacy(source), spec.at(source), spec.at(source));
  }

  /// The provisioners that in-tree sources stand for.
  private static String legacy(String source) {
    return switch (source) {
      case "gcePersistentDisk" -> "kubernetes.io/gce-pd";
      case "azureDisk" -> "kubernetes.io/azure-disk";
      case "azureFile" -> "kubernetes.io/azure-file";
      case "awsElasticBlockStore" -> "kubernetes.io/aws-ebs";
      default -> source;
    };
  }

  private List<VolumeClaim> claimFacts() {
    List<VolumeClaim> claims = new ArrayList<>();
    for (Place claim : objects.placesOf(Kinds.CLAIM)) {
      Resource resource = claim.resource();
      String namespace = ClusterObjects.namespace(resource);
      claims.add(claim(claim, namespace, resource.name(), false));
    }
    for (Place set : objects.placesOf(Kinds.STATEFUL_SET)) {
      String namespace = ClusterObjects.namespace(set.resource());
      for (Place template : set.at("spec", "volumeClaimTemplates").objects().orElse(List.of())) {
        String name = template.at("metadata", "name").text().orElse("");
        claims.add(claim(template, namespace, name, true));
      }
    }
    return claims;
  }

  private VolumeClaim claim(Place claim, String namespace, String name, boolean template) {
    Place spec = claim.at("spec");
    Trace trace = new Trace(claim);
    Mounts.Use use =
        template ? mounts.ofTemplate(claim.resource()) : mounts.of(namespace + "/" + name);
    Value<String> volumeName = spec.at("volumeName").text();
    Optional<Place> volume = Optional.ofNullable(volumes.get(volumeName.orElse("")));
    Optional<Place> from = className(claim).map(classes::get);
    List<String> modes = trace.list("accessModes", spec.at("accessModes").texts());
    trace.read("shared", spec.at("accessModes").reading());
    use.note(trace, objects, claim);
    return new VolumeClaim(
        namespace,
        name,
        template,
        effectiveClass(trace, claim),
        trace.take("namesClass", spec.at("storageClassName").text().map(_ -> true), false, "none"),
        hasClass(trace, claim, volumeName),
        modes,
        modes.contains("ReadWriteMany"),
        requestsStorage(trace, spec),
        template ? templatePhase(trace, claim) : trace.text("phase", phase(claim), ""),
        reclaimPolicy(trace, claim, volume, from),
        encrypted(trace, claim, volume, from),
        nodeLocal(trace, claim, volume, from),
        use.workloads(),
        use.replicas(),
        use.ephi(),
        snapshots(trace, claim, volume, from),
        trace.done());
  }

  private static String templatePhase(Trace trace, Place claim) {
    trace.read("phase", claim.at("status").absent("none"));
    return "";
  }

  private static boolean requestsStorage(Trace trace, Place spec) {
    Value<String> size = spec.at("resources", "requests", "storage").quantity();
    return !trace.take("requestsStorage", size, "", "none").isEmpty();
  }

  private Optional<String> className(Place claim) {
    Value<String> named =
        claim
            .at("spec", "storageClassName")
            .text()
            .or(
                claim
                    .at("metadata", "annotations", "volume.beta.kubernetes.io/storage-class")
                    .text());
    return named instanceof Value.Known<String>(Place _, String name)
        ? Optional.of(name)
        : defaultClass.map(place -> place.resource().name());
  }

  private String effectiveClass(Trace trace, Place claim) {
    Value<String> named = claim.at("spec", "storageClassName").text();
    String name = trace.text("storageClass", named, "");
    if (named instanceof Value.Absent) {
      if (defaultClass.isPresent()) {
        trace.read("storageClass", defaultClass.get().reading(className(claim).orElse("")));
      } else {
        trace.unknown("storageClass", objects.coverages().gap(Kinds.STORAGE_CLASS));
      }
    }
    return name.isEmpty() && named instanceof Value.Absent ? className(claim).orElse("") : name;
  }

  private boolean hasClass(Trace trace, Place claim, Value<String> volumeName) {
    Value<String> named = claim.at("spec", "storageClassName").text();
    trace.read("hasClass", claim.at("spec", "storageClassName").reading());
    if (!named.orElse("").isEmpty() || !volumeName.orElse("").isEmpty()) {
      return true;
    }
    if (named instanceof Value.Unreadable<String>(Place _, Cause cause)) {
      trace.unknown("hasClass", cause);
      return false;
    }
    if (named instanceof Value.Absent && defaultClass.isEmpty()) {
      trace.unknown("hasClass", objects.coverages().gap(Kinds.STORAGE_CLASS));
    }
    return named instanceof Value.Absent && defaultClass.isPresent();
  }

  private String reclaimPolicy(
      Trace trace, Place claim, Optional<Place> volume, Optional<Place> from) {
    if (volume.isPresent()) {
      Place policy = volume.get().at("spec", "persistentVolumeReclaimPolicy");
      return trace.text("reclaimPolicy", policy.text(), "Retain");
    }
    if (from.isPresent()) {
      return trace.text("reclaimPolicy", from.get().at("reclaimPolicy").text(), "Delete");
    }
    trace.read("reclaimPolicy", claim.at("spec", "storageClassName").reading());
    trace.unknown("reclaimPolicy", unresolved());
    return "";
  }

  /// Neither its volume nor its class is here.
  private Cause unresolved() {
    return objects
        .coverages()
        .gap(Kinds.STORAGE_CLASS, Kinds.VOLUME)
        .orElseGet(
            () ->
                new Cause(
                    Cause.Code.UNRESOLVED,
                    "neither the volume nor the storage class of the claim is in the snapshot;"
                        + " capture persistentvolumes and storageclasses"));
  }

  private boolean encrypted(
      Trace trace, Place claim, Optional<Place> volume, Optional<Place> from) {
    if (volume.isPresent()) {
      return encrypted(trace, volume.get());
    }
    return from.map(
            place ->
                Encryption.of(
                    trace,
                    "encrypted",
                    provisioner(place),
                    place.at("provisioner"),
                    place.at("parameters")))
        .orElseGet(
            () -> Encryption.unknown(trace, "encrypted", claim.at("spec").reading(), unresolved()));
  }

  private boolean nodeLocal(
      Trace trace, Place claim, Optional<Place> volume, Optional<Place> from) {
    if (volume.isPresent()) {
      trace.read("nodeLocal", volume.get().at("spec").reading(source(volume.get().at("spec"))));
      return nodeLocal(volume.get());
    }
    if (from.isPresent()) {
      trace.read("nodeLocal", from.get().at("provisioner").reading());
      return LOCAL_DRIVERS.contains(provisioner(from.get()));
    }
    return Encryption.unknown(trace, "nodeLocal", claim.at("spec").reading(), unresolved());
  }

  private boolean snapshots(
      Trace trace, Place claim, Optional<Place> volume, Optional<Place> from) {
    String driver =
        volume
            .map(place -> place.at("spec", "csi", "driver").text().orElse(""))
            .filter(text -> !text.isEmpty())
            .or(() -> from.map(StorageFacts::provisioner))
            .orElse("");
    trace.read("snapshots", from.map(p -> p.at("provisioner")).orElse(claim.at("spec")).reading());
    if (snapshotDrivers.contains(driver)) {
      return true;
    }
    if (driver.isEmpty()) {
      trace.unknown("snapshots", unresolved());
    } else {
      trace.unknown("snapshots", snapshotGap());
    }
    return false;
  }

  /// A cluster that does not serve snapshots has none.
  private Optional<Cause> snapshotGap() {
    return objects
        .coverages()
        .gap(Kinds.SNAPSHOT_CLASS)
        .filter(cause -> cause.code() != Cause.Code.ABSENT);
  }
}
