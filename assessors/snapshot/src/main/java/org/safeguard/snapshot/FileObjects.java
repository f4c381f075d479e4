package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.DocumentSink;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.redaction.Redactor;

/// Turns the documents of one file into Kubernetes objects.
final class FileObjects implements DocumentSink {

  private static final String LIST = "List";

  private final String file;
  private final Harvest harvest;
  private final Pace pace;
  private final Redactor redactor;
  private final List<ObjectNode> kindless = new ArrayList<>();
  private final Set<ResourceType> typesOfDocument = new LinkedHashSet<>();
  private final Map<String, Left> left = new LinkedHashMap<>();
  private final EvidenceLines lines = new EvidenceLines();
  private int events;
  private boolean template;

  private record Left(int line, int count) {}

  FileObjects(String file, Harvest harvest, Pace pace, Redactor redactor) {
    this.file = file;
    this.harvest = harvest;
    this.pace = pace;
    this.redactor = redactor;
  }

  /// Whether an object has a name that only a template engine could fill in.
  boolean isTemplate() {
    return template;
  }

  @Override
  public void item(Node item) {
    pace.objects(harvest.resources.size());
    if (!(item instanceof ObjectNode object)) {
      leave(item.line(), "no Kubernetes object");
    } else if (isTyped(object)) {
      object(object);
    } else {
      kindless.add(object);
    }
  }

  @Override
  public void document(Node root, boolean streamedItems) {
    Optional<String> support = SupportFiles.take(root, file, harvest);
    if (support.isPresent()) {
      support.filter(reason -> !reason.isEmpty()).ifPresent(reason -> leave(root.line(), reason));
      kindless.clear();
      typesOfDocument.clear();
      return;
    }
    switch (root) {
      case ObjectNode object when streamedItems || isList(object) -> list(object);
      case ObjectNode object when isTyped(object) -> object(object);
      case ObjectNode object -> other(object);
      case ArrayNode array -> bareArray(array);
      case ScalarNode scalar -> leave(scalar.line(), "plain text, no Kubernetes object");
    }
    kindless.clear();
    typesOfDocument.clear();
  }

  /// Says what was left out, once the file is read or found damaged.
  ///
  /// @param damage why the file could not be read to its end, else null
  void finish(@Nullable String damage) {
    if (damage != null) {
      typesOfDocument.forEach(type -> harvest.partial.putIfAbsent(type, damage));
      harvest.missFrom(file);
    }
    lines.objects(file).forEach(this::object);
    left.forEach(
        (reason, l) ->
            harvest.skip(
                file,
                l.line(),
                Skipped.Kind.NOT_KUBERNETES,
                l.count() == 1 ? reason : reason + " (" + l.count() + " times)"));
    if (events > 0) {
      harvest.skip(
          file,
          0,
          Skipped.Kind.OTHER_FILE,
          events + " events left out: they are history, not configuration");
    }
  }

  private void leave(int line, String reason) {
    left.merge(reason, new Left(line, 1), (a, b) -> new Left(a.line(), a.count() + b.count()));
  }

  private static boolean isTyped(ObjectNode object) {
    return object.text("kind").isPresent() && object.text("apiVersion").isPresent();
  }

  private static boolean isList(ObjectNode object) {
    return object.has("items")
        && object.text("kind").map(kind -> kind.endsWith(LIST)).orElse(true)
        && !(object.get("items") instanceof ObjectNode);
  }

  private void list(ObjectNode list) {
    String kind = list.text("kind").orElse("");
    if (kind.equals("APIGroupDiscoveryList")) {
      served(list);
      return;
    }
    Optional<PathKinds.Kind> member = memberKind(kind, list.text("apiVersion").orElse(""));
    if (!kind.isEmpty() && !kind.endsWith(LIST)) {
      leave(list.line(), "a " + kind + " with items, which is no list of Kubernetes objects");
      return;
    }
    list.array("items").items().forEach(this::item);
    if (member.isPresent()) {
      listed(member.get());
      kindless.forEach(item -> object(typed(item, member.get())));
    } else if (!kindless.isEmpty()) {
      leave(list.line(), "a list whose members do not say their kind");
    }
    notePages(list.object("metadata"));
    harvest.holdsList = true;
  }

  /// What the API server serves; its groups came as members without kind.
  private void served(ObjectNode list) {
    List<ObjectNode> groups = new ArrayList<>(kindless);
    groups.addAll(list.array("items").objects());
    SupportFiles.noteServed(groups, harvest);
    leave(list.line(), "the types that the API server serves");
  }

  private Optional<PathKinds.Kind> memberKind(String listKind, String apiVersion) {
    if (listKind.isEmpty()) {
      return PathKinds.of(file);
    }
    return listKind.equals(LIST) || apiVersion.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PathKinds.Kind(
                apiVersion, listKind.substring(0, listKind.length() - LIST.length())));
  }

  private void listed(PathKinds.Kind member) {
    ResourceType type = KnownTypes.of(member.apiVersion(), member.kind());
    if (!KnownTypes.isEvent(type)) {
      harvest.listed.add(type);
      typesOfDocument.add(type);
      harvest.notes.dumpOrder.noteInStream(file, type);
    }
  }

  private void notePages(ObjectNode metadata) {
    boolean more =
        metadata.text("continue").filter(c -> !c.isEmpty() && !c.equals("null")).isPresent();
    if (more || metadata.number("remainingItemCount").filter(n -> n > 0).isPresent()) {
      for (ResourceType type : typesOfDocument) {
        harvest.partial.putIfAbsent(
            type, file + " holds one page of the list; the others are missing");
      }
    }
  }

  private static ObjectNode typed(ObjectNode object, PathKinds.Kind kind) {
    ObjectNode.Builder typed = ObjectNode.builder(object.line());
    typed.put("apiVersion", new ScalarNode(object.text("apiVersion").orElse(kind.apiVersion()), 0));
    typed.put("kind", new ScalarNode(object.text("kind").orElse(kind.kind()), 0));
    object.each(typed::putIfAbsent);
    return typed.build();
  }

  private void bareArray(ArrayNode array) {
    List<ObjectNode> clusters = Evidence.clusters(array, file);
    if (!clusters.isEmpty()) {
      clusters.forEach(this::object);
      return;
    }
    Optional<ObjectNode> evidence = Evidence.of(array, file);
    if (evidence.isPresent()) {
      object(evidence.get());
      return;
    }
    Optional<PathKinds.Kind> kind = PathKinds.of(file);
    List<ObjectNode> members = array.objects();
    boolean known = members.stream().allMatch(m -> isTyped(m) || m.has("metadata"));
    if (kind.isPresent() && known) {
      listed(kind.get());
      members.forEach(member -> object(isTyped(member) ? member : typed(member, kind.get())));
      harvest.holdsList = true;
    } else if (members.stream().anyMatch(FileObjects::isTyped)) {
      members.forEach(this::item);
      harvest.holdsList = true;
    } else {
      leave(array.line(), "an array of something else than Kubernetes objects");
    }
    if (!kindless.isEmpty()) {
      leave(array.line(), "an array whose members do not say their kind");
    }
  }

  private void other(ObjectNode object) {
    if (LegacyDump.isList(object)) {
      legacy(object);
      return;
    }
    if (lines.take(object)) {
      return;
    }
    Optional<ObjectNode> evidence =
        SupportFiles.kubelet(object, file).or(() -> Evidence.of(object, file));
    if (evidence.isPresent()) {
      object(evidence.get());
    } else if (!SourceHints.note(object, file, harvest)) {
      leave(object.line(), "no kind and apiVersion, so no Kubernetes object");
    }
  }

  private void legacy(ObjectNode list) {
    Optional<PathKinds.Kind> kind = PathKinds.of(file);
    if (kind.isEmpty()) {
      leave(list.line(), "a list of an old kubectl whose kind its name does not tell");
      return;
    }
    listed(kind.get());
    ResourceType type = KnownTypes.of(kind.get().apiVersion(), kind.get().kind());
    if (!KnownTypes.isEvent(type)) {
      harvest.notes.legacy.add(type);
    }
    harvest.holdsList = true;
    LegacyDump.objects(list).forEach(member -> object(typed(member, kind.get())));
  }

  private void object(ObjectNode body) {
    String apiVersion = body.text("apiVersion").orElse("");
    String kind = body.text("kind").orElse("");
    ResourceType type = KnownTypes.of(apiVersion, kind);
    if (isList(body)) {
      list(body);
    } else if (KnownTypes.isEvent(type)) {
      events++;
    } else if (KnownTypes.isKustomize(type)) {
      leave(body.line(), "input of kustomize: run `kubectl kustomize` and hand in its output");
    } else {
      named(body, apiVersion, kind, type);
    }
  }

  private void named(ObjectNode body, String apiVersion, String kind, ResourceType type) {
    ObjectNode metadata = body.object("metadata");
    String name = metadata.text("name").or(() -> metadata.text("generateName")).orElse("");
    String namespace = metadata.text("namespace").orElse("");
    if (name.isEmpty() && Evidence.isConfiguration(type)) {
      named(Evidence.configuration(body, file), apiVersion, kind, type);
    } else if (name.isEmpty()) {
      leave(body.line(), "a " + kind + " without metadata.name, so no object of a cluster");
    } else if ((name + namespace).contains("{{")) {
      template = true;
    } else {
      typesOfDocument.add(type);
      String uid = metadata.text("uid").orElse(null);
      String version = metadata.text("resourceVersion").orElse(null);
      ObjectNode clean = cleaned(body);
      Resource resource =
          new Resource(apiVersion, kind, namespace, name, uid, version, file, clean);
      harvest.resources.add(resource);
      SourceHints.note(resource, harvest);
    }
  }

  private ObjectNode cleaned(ObjectNode body) {
    return redactor.clean(
        ScannerFindings.dropped(RancherText.isRancher(file) ? RancherText.mended(body) : body));
  }
}
