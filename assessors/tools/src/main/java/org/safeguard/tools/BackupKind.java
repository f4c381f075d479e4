package org.safeguard.tools;

import java.util.List;

/// Where objects of a backup product say what this program asks. Paths are keys joined by dots.
///
/// @param type of the schedule
/// @param product as the table of products names it
/// @param cron path of the schedule
/// @param paused path of the flag that stops it
/// @param own whether it takes what lies in its own namespace
/// @param included path of the namespaces it takes, empty for none
/// @param excluded path of the namespaces it leaves out, empty for none
/// @param volumes whether it takes the content of volumes, unless `volumesOff` says no
/// @param volumesOff path of a flag whose `false` leaves volumes out, empty for none
/// @param location path of where backups go
/// @param retention path of how long they are kept
/// @param last path of the time of the last success in its own status, empty for none
/// @param runs type of the single backups, empty for none
/// @param label label of a single backup that names the schedule
/// @param state path of the state of a single backup
/// @param success its states that mean success
/// @param end path of its end
record BackupKind(
    String type,
    String product,
    String cron,
    String paused,
    boolean own,
    String included,
    String excluded,
    boolean volumes,
    String volumesOff,
    String location,
    String retention,
    String last,
    String runs,
    String label,
    String state,
    List<String> success,
    String end) {

  static final List<BackupKind> ALL =
      List.of(
          new BackupKind(
              "Schedule.velero.io",
              "Velero",
              "spec.schedule",
              "spec.paused",
              false,
              "spec.template.includedNamespaces",
              "spec.template.excludedNamespaces",
              true,
              "spec.template.snapshotVolumes",
              "spec.template.storageLocation",
              "spec.template.ttl",
              "",
              "Backup.velero.io",
              "velero.io/schedule-name",
              "status.phase",
              List.of("Completed"),
              "status.completionTimestamp"),
          new BackupKind(
              "Policy.config.kio.kasten.io",
              "Kasten K10",
              "spec.frequency",
              "spec.paused",
              false,
              "",
              "",
              true,
              "",
              "",
              "",
              "",
              "RunAction.actions.kio.kasten.io",
              "k10.kasten.io/policyName",
              "status.state",
              List.of("Complete"),
              "status.endTime"),
          new BackupKind(
              "RecurringJob.longhorn.io",
              "Longhorn",
              "spec.cron",
              "",
              false,
              "",
              "",
              true,
              "",
              "",
              "spec.retain",
              "",
              "Backup.longhorn.io",
              "",
              "status.state",
              List.of("Completed"),
              "status.backupCreatedAt"),
          new BackupKind(
              "ScheduledBackup.postgresql.cnpg.io",
              "CloudNativePG",
              "spec.schedule",
              "spec.suspend",
              true,
              "",
              "",
              true,
              "",
              "",
              "",
              "",
              "Backup.postgresql.cnpg.io",
              "cnpg.io/scheduled-backup",
              "status.phase",
              List.of("completed"),
              "status.stoppedAt"),
          new BackupKind(
              "BackupConfiguration.stash.appscode.com",
              "Stash",
              "spec.schedule",
              "spec.paused",
              true,
              "",
              "",
              true,
              "",
              "spec.repository.name",
              "spec.retentionPolicy.name",
              "",
              "BackupSession.stash.appscode.com",
              "stash.appscode.com/invoker-name",
              "status.phase",
              List.of("Succeeded"),
              "metadata.creationTimestamp"),
          own("Schedule.k8up.io", "K8up", "spec.backup.schedule", "", "", ""),
          own(
              "ReplicationSource.volsync.backube",
              "VolSync",
              "spec.trigger.schedule",
              "spec.paused",
              "",
              "status.lastSyncTime"),
          own(
              "ApplicationBackupSchedule.stork.libopenstorage.org",
              "Portworx Backup",
              "spec.schedulePolicyName",
              "spec.suspend",
              "spec.template.spec.namespaces",
              ""),
          new BackupKind(
              "Backup.resources.cattle.io",
              "Rancher Backup",
              "spec.schedule",
              "",
              false,
              "",
              "",
              false,
              "",
              "spec.storageLocation",
              "spec.retentionCount",
              "status.lastSnapshotTs",
              "",
              "",
              "",
              List.of(),
              ""));

  private static BackupKind own(
      String type, String product, String cron, String paused, String included, String last) {
    return new BackupKind(
        type,
        product,
        cron,
        paused,
        included.isEmpty(),
        included,
        "",
        true,
        "",
        "",
        "",
        last,
        "",
        "",
        "",
        List.of(),
        "");
  }
}
