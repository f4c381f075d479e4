package org.safeguard.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.bundle.BundleRecords;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.UnreadableInputException;

/// What reading one file or one archive yielded, kept apart until it is known to be sound.
final class Harvest {

  final List<Resource> resources = new ArrayList<>();
  final List<Skipped> skipped = new ArrayList<>();
  final List<SourceFile> files = new ArrayList<>();

  /// What the source says about its own coverage.
  final SourceNotes notes = new SourceNotes();

  /// Types that a list of their own was read for, be it empty.
  final Set<ResourceType> listed = new LinkedHashSet<>();

  /// Types whose list is known to lack members, and why.
  final Map<ResourceType, String> partial = new LinkedHashMap<>();

  /// Bytes and hash of every archive entry, by name.
  final Map<String, SourceFile> entries = new LinkedHashMap<>();

  /// What was taken out of all objects read and what was kept, once the whole source is read.
  List<Redaction> redactions = List.of();

  /// What the source says of itself when it is a bundle.
  final BundleRecords bundle = new BundleRecords();

  @Nullable String kubernetesVersion;
  @Nullable Instant capturedAt;
  String cluster = "";

  /// Why a chart did not render, for when there is nothing else to read; null where none failed.
  @Nullable UnreadableInputException chartFault;

  boolean holdsList;

  /// Whether a file is there that only `kubectl cluster-info dump` writes.
  boolean holdsClusterInfo;

  void skip(String file, int line, Skipped.Kind kind, String reason) {
    skipped.add(new Skipped(file, line, kind, reason));
  }

  /// Remembers that a damaged file may have held more of the type that its path tells.
  void missFrom(String file) {
    PathKinds.of(file)
        .map(kind -> KnownTypes.of(kind.apiVersion(), kind.kind()))
        .filter(type -> !KnownTypes.isEvent(type))
        .ifPresent(type -> partial.putIfAbsent(type, file + " could not be read to its end"));
  }

  boolean isUseful() {
    return !resources.isEmpty() || !listed.isEmpty() || notes.collection;
  }

  void add(Harvest other) {
    resources.addAll(other.resources);
    skipped.addAll(other.skipped);
    files.addAll(other.files);
    listed.addAll(other.listed);
    notes.add(other.notes);
    other.partial.forEach(partial::putIfAbsent);
    entries.putAll(other.entries);
    holdsList |= other.holdsList;
    holdsClusterInfo |= other.holdsClusterInfo;
    bundle.add(other.bundle);
    kubernetesVersion = kubernetesVersion == null ? other.kubernetesVersion : kubernetesVersion;
    capturedAt = capturedAt == null ? other.capturedAt : capturedAt;
    chartFault = chartFault == null ? other.chartFault : chartFault;
    cluster = cluster.isEmpty() ? other.cluster : cluster;
  }
}
