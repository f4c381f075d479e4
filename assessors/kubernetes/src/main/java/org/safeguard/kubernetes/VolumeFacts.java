package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Mount;
import org.safeguard.model.fact.Volume;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Volumes of one pod template and how containers mount them.
final class VolumeFacts {

  private static final String CLAIM = "persistentVolumeClaim";

  /// Volumes that no container can write to, whatever the mount says.
  private static final Set<String> ALWAYS_READ_ONLY =
      Set.of("configMap", "secret", "downwardAPI", "projected", "image");

  private final PodTemplate workload;
  private final Map<String, Source> sources = new HashMap<>();
  private final Value<List<Place>> volumes;
  private final Value<List<Place>> templates;

  /// Where a volume comes from.
  ///
  /// @param place the volume, or the claim template
  /// @param type as in [Volume#type]
  /// @param source the member of that name
  private record Source(Place place, String name, String type, Place source) {}

  VolumeFacts(PodTemplate workload) {
    this.workload = workload;
    this.volumes = workload.spec().at("volumes").objects();
    this.templates =
        workload.kind() == TemplateKind.STATEFUL_SET
            ? workload.object().at("spec", "volumeClaimTemplates").objects()
            : new Value.Absent<>(workload.object());
    for (Place volume : volumes.orElse(List.of())) {
      Source source = source(volume);
      sources.put(source.name(), source);
    }
    for (Place template : templates.orElse(List.of())) {
      Place name = template.at("metadata", "name");
      String text = name.text().orElse("");
      sources.put(text, new Source(template, text, CLAIM, name));
    }
  }

  /// The volumes, claim templates last.
  List<Volume> facts(Trace trace) {
    trace.list("volumes", volumes);
    if (templates instanceof Value.Unreadable) {
      trace.list("volumes", templates);
    }
    Map<String, Boolean> writable = writable();
    List<Volume> facts = new ArrayList<>();
    for (Place volume : volumes.orElse(List.of())) {
      facts.add(volume(source(volume), writable));
    }
    for (Place template : templates.orElse(List.of())) {
      Place name = template.at("metadata", "name");
      String text = name.text().orElse("");
      facts.add(volume(new Source(template, text, CLAIM, name), writable));
    }
    return facts;
  }

  Mount mount(Place mount) {
    Trace trace = new Trace(mount);
    String name = trace.text("name", mount.at("name").text(), "");
    Source source = sources.get(name);
    String type = source == null ? "" : source.type();
    trace.read("volumeType", source == null ? mount.reading() : source.source().reading());
    return new Mount(
        name,
        trace.text("path", mount.at("mountPath").text(), ""),
        readOnly(trace, mount, source),
        trace.text("subPath", mount.at("subPath").text().or(mount.at("subPathExpr").text()), ""),
        trace.text("propagation", mount.at("mountPropagation").text(), "None"),
        type,
        type.equals("hostPath") && source != null
            ? trace.text("hostPath", source.source().at("path").text(), "")
            : "",
        trace.done());
  }

  private static boolean readOnly(Trace trace, Place mount, @Nullable Source source) {
    if (source != null && sourceReadOnly(source)) {
      trace.read("readOnly", source.source().reading());
      return true;
    }
    return trace.flag("readOnly", mount.at("readOnly").flag(), false);
  }

  private static boolean sourceReadOnly(Source source) {
    return ALWAYS_READ_ONLY.contains(source.type())
        || source.source().at("readOnly").flag().orElse(false);
  }

  private Volume volume(Source source, Map<String, Boolean> writable) {
    Place place = source.source();
    Trace trace = new Trace(source.place());
    trace.read("type", place.reading());
    if (!source.type().equals("none") && !source.type().equals(CLAIM)) {
      trace.present("type", place);
    }
    String type = source.type();
    boolean template = !place.pointer().text().contains("/volumes/");
    String claim =
        switch (type) {
          case CLAIM ->
              trace.text("claim", template ? place.text() : place.at("claimName").text(), "");
          default -> "";
        };
    String refersTo =
        switch (type) {
          case "secret" -> trace.text("refersTo", place.at("secretName").text(), "");
          case "configMap" -> trace.text("refersTo", place.at("name").text(), "");
          case "csi" -> trace.text("refersTo", place.at("driver").text(), "");
          default -> "";
        };
    trace.read("readOnly", place.reading());
    return new Volume(
        source.name(),
        type,
        type.equals("hostPath") ? trace.text("hostPath", place.at("path").text(), "") : "",
        claim,
        refersTo,
        sourceReadOnly(source) || !writable.getOrDefault(source.name(), false),
        trace.done());
  }

  /// The volumes that some container mounts for writing, or has as a raw device.
  private Map<String, Boolean> writable() {
    Map<String, Boolean> writable = new HashMap<>();
    for (String holder : ContainerFacts.HOLDERS) {
      for (Place container : workload.spec().at(holder).objects().orElse(List.of())) {
        for (Place mount : container.at("volumeMounts").objects().orElse(List.of())) {
          if (!mount.at("readOnly").flag().orElse(false)) {
            writable.put(mount.at("name").text().orElse(""), true);
          }
        }
        for (Place device : container.at("volumeDevices").objects().orElse(List.of())) {
          writable.put(device.at("name").text().orElse(""), true);
        }
      }
    }
    return writable;
  }

  private static Source source(Place volume) {
    String name = volume.at("name").text().orElse("");
    for (Map.Entry<String, Place> member : volume.each().entrySet()) {
      if (!member.getKey().equals("name") && member.getValue().isSet()) {
        return new Source(volume, name, member.getKey(), member.getValue());
      }
    }
    return new Source(volume, name, "none", volume);
  }
}
