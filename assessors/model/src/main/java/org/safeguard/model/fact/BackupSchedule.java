package org.safeguard.model.fact;

import java.util.List;

/// A schedule of a backup product.
///
/// @param namespace of the schedule, empty for cluster scope
/// @param name of the schedule
/// @param kind such as `Schedule`
/// @param product such as `Velero`
/// @param schedule cron expression or frequency as written, empty for none
/// @param active whether it is scheduled and not paused
/// @param allNamespaces whether it takes every namespace
/// @param included namespaces it takes, empty for every
/// @param excluded namespaces it leaves out
/// @param volumes whether it takes the content of volumes
/// @param location where backups go, empty for the default
/// @param retention as written, empty for the default
/// @param lastSuccess time of the last complete backup, RFC 3339, empty for none; unknown where the
///     snapshot cannot tell
/// @param hoursSinceSuccess hours between it and the capture; unknown where one of both is not
///     known
/// @param recent whether the last complete backup is younger than 26 hours or than the schedule
///     asks; unknown where the snapshot cannot tell
/// @param lastFailed whether the latest backup failed or was only partial; unknown where the
///     snapshot cannot tell
/// @param provenance where the values were read
public record BackupSchedule(
    String namespace,
    String name,
    String kind,
    String product,
    String schedule,
    boolean active,
    boolean allNamespaces,
    List<String> included,
    List<String> excluded,
    boolean volumes,
    String location,
    String retention,
    String lastSuccess,
    long hoursSinceSuccess,
    boolean recent,
    boolean lastFailed,
    Provenance provenance)
    implements Fact {

  public BackupSchedule {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public String schedule() {
    return provenance.known("schedule", schedule);
  }

  @Override
  public boolean active() {
    return provenance.known("active", active);
  }

  @Override
  public boolean allNamespaces() {
    return provenance.known("allNamespaces", allNamespaces);
  }

  @Override
  public List<String> included() {
    return provenance.known("included", included);
  }

  @Override
  public List<String> excluded() {
    return provenance.known("excluded", excluded);
  }

  @Override
  public boolean volumes() {
    return provenance.known("volumes", volumes);
  }

  @Override
  public String location() {
    return provenance.known("location", location);
  }

  @Override
  public String retention() {
    return provenance.known("retention", retention);
  }

  @Override
  public String lastSuccess() {
    return provenance.known("lastSuccess", lastSuccess);
  }

  @Override
  public long hoursSinceSuccess() {
    return provenance.known("hoursSinceSuccess", hoursSinceSuccess);
  }

  @Override
  public boolean recent() {
    return provenance.known("recent", recent);
  }

  @Override
  public boolean lastFailed() {
    return provenance.known("lastFailed", lastFailed);
  }
}
