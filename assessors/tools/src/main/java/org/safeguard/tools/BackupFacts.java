package org.safeguard.tools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.model.fact.BackupSchedule;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Trace;

/// Schedules of backup products, and when they last worked.
final class BackupFacts {

  static final List<String> TYPES = BackupKind.ALL.stream().map(BackupKind::type).toList();

  /// A backup may be two hours late, and no schedule is asked for more than one a day.
  private static final long GRACE = 2;

  private static final long DAILY = 26;
  private static final String CRON_JOB = "CronJob.batch";

  private final Captured captured;

  BackupFacts(Captured captured) {
    this.captured = captured;
  }

  List<BackupSchedule> facts() {
    List<BackupSchedule> facts = new ArrayList<>();
    for (BackupKind kind : BackupKind.ALL) {
      for (Place object : captured.places(kind.type())) {
        if (isBackup(kind, object)) {
          facts.add(fact(kind, object));
        }
      }
    }
    for (Place job : captured.places(CRON_JOB)) {
      dump(job).map(product -> job(product, job)).ifPresent(facts::add);
    }
    return facts;
  }

  /// Longhorn's jobs also make snapshots, which stay on the same disks, and clean up.
  private static boolean isBackup(BackupKind kind, Place object) {
    return switch (kind.product()) {
      case "Longhorn" -> object.at("spec", "task").text().orElse("").startsWith("backup");
      case "Rancher Backup" -> at(object, "spec.schedule").isSet();
      default -> true;
    };
  }

  private BackupSchedule fact(BackupKind kind, Place object) {
    Trace trace = new Trace(object);
    String namespace = object.resource().namespace();
    String cron = trace.text("schedule", at(object, kind.cron()).quantity(), "");
    List<String> included = included(trace, kind, object);
    Optional<Place> success = lastSuccess(trace, kind, object);
    return new BackupSchedule(
        namespace,
        object.resource().name(),
        object.resource().kind(),
        kind.product(),
        cron,
        active(trace, kind, object, cron),
        all(trace, kind, object, included),
        included,
        names(trace, "excluded", object, kind.excluded()),
        volumes(trace, kind, object),
        text(trace, "location", object, kind.location()),
        text(trace, "retention", object, kind.retention()),
        success.map(place -> place.text().orElse("")).orElse(""),
        hours(trace, success),
        recent(trace, success, cron),
        lastFailed(trace, kind, object),
        trace.done());
  }

  private static boolean active(Trace trace, BackupKind kind, Place object, String cron) {
    Readings readings = new Readings(trace, "active");
    readings.see(at(object, kind.cron()));
    boolean paused =
        !kind.paused().isEmpty() && readings.take(at(object, kind.paused()).flag(), false);
    boolean byHand = cron.isEmpty() || cron.equalsIgnoreCase("@onDemand");
    return readings.decide(!paused && !byHand);
  }

  private static List<String> included(Trace trace, BackupKind kind, Place object) {
    if (kind.own()) {
      trace.read("included", object.at("metadata", "namespace").reading());
      return List.of(ClusterObjects.namespace(object.resource()));
    }
    if (kind.product().equals("Kasten K10")) {
      return kastenNamespaces(trace, object);
    }
    return names(trace, "included", object, kind.included()).stream()
        .filter(name -> !name.equals("*"))
        .toList();
  }

  private static List<String> kastenNamespaces(Trace trace, Place object) {
    Readings readings = new Readings(trace, "included");
    List<String> names = new ArrayList<>();
    Place expressions = object.at("spec", "selector", "matchExpressions");
    for (Place expression : readings.take(expressions.objects(), List.of())) {
      if (expression.at("key").text().orElse("").equals("k10.kasten.io/appNamespace")) {
        names.addAll(readings.take(expression.at("values").texts(), List.of()));
      }
    }
    return readings.decide(names);
  }

  private static boolean all(Trace trace, BackupKind kind, Place object, List<String> included) {
    Readings readings = new Readings(trace, "allNamespaces");
    readings.see(kind.included().isEmpty() ? object.at("spec") : at(object, kind.included()));
    boolean narrowed =
        object.at("spec", "template", "labelSelector").isSet()
            || object.at("spec", "selector", "matchLabels").isSet();
    return readings.decide(!kind.own() && included.isEmpty() && !narrowed);
  }

  private static List<String> names(Trace trace, String component, Place object, String path) {
    return path.isEmpty() ? List.of() : trace.list(component, at(object, path).texts());
  }

  private static String text(Trace trace, String component, Place object, String path) {
    return path.isEmpty() ? "" : trace.text(component, at(object, path).quantity(), "");
  }

  private static boolean volumes(Trace trace, BackupKind kind, Place object) {
    Readings readings = new Readings(trace, "volumes");
    readings.see(object.at("spec"));
    if (kind.volumesOff().isEmpty()) {
      return readings.decide(kind.volumes());
    }
    boolean snapshots = readings.take(at(object, kind.volumesOff()).flag(), true);
    boolean files = object.at("spec", "template", "defaultVolumesToFsBackup").flag().orElse(false);
    return readings.decide(snapshots || files);
  }

  /// The end of the last backup that is complete, from its own status or the single backups.
  private Optional<Place> lastSuccess(Trace trace, BackupKind kind, Place object) {
    Readings readings = new Readings(trace, "lastSuccess");
    if (!kind.last().isEmpty()) {
      Place last = at(object, kind.last());
      readings.see(last);
      readings.decide("");
      if (!object.at("status").isSet()) {
        trace.unknown("lastSuccess", NO_STATUS);
      }
      return Optional.of(last).filter(Place::isSet);
    }
    Optional<Place> last =
        runs(kind, object).stream()
            .filter(run -> kind.success().contains(at(run, kind.state()).text().orElse("")))
            .map(run -> at(run, kind.end()))
            .filter(Place::isSet)
            .max(Comparator.comparing(place -> place.text().orElse("")));
    readings.see(last.orElse(object.at("status")));
    readings.decide("");
    if (last.isEmpty()) {
      trace.unknown(
          "lastSuccess",
          kind.runs().isEmpty() ? Optional.of(NO_STATUS) : captured.gap(kind.runs()));
    }
    return last;
  }

  private static final Cause NO_STATUS =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source does not say when the last backup ended; capture the schedule with its status"
              + " and the single backups");

  private List<Place> runs(BackupKind kind, Place schedule) {
    if (kind.runs().isEmpty()) {
      return List.of();
    }
    return captured.places(kind.runs()).stream()
        .filter(
            run ->
                kind.label().isEmpty()
                    || run.at("metadata", "labels", kind.label())
                        .text()
                        .orElse("")
                        .equals(schedule.resource().name()))
        .toList();
  }

  private long hours(Trace trace, Optional<Place> success) {
    if (success.isPresent()) {
      return captured.hours(trace, "hoursSinceSuccess", success.get().text());
    }
    trace.unknown("hoursSinceSuccess", NO_STATUS);
    return 0;
  }

  /// That there was never a success is known where the single backups are.
  private boolean recent(Trace trace, Optional<Place> success, String cron) {
    if (success.isEmpty()) {
      trace.read("recent", List.of());
      Cause gap = trace.done().unknown().get("lastSuccess");
      trace.unknown("recent", Optional.ofNullable(gap));
      return false;
    }
    long hours = captured.hours(trace, "recent", success.get().text());
    return hours <= Math.max(DAILY, Period.hours(cron) + GRACE);
  }

  private boolean lastFailed(Trace trace, BackupKind kind, Place object) {
    Readings readings = new Readings(trace, "lastFailed");
    Optional<Place> latest =
        runs(kind, object).stream()
            .max(
                Comparator.comparing(
                    run -> run.at("metadata", "creationTimestamp").text().orElse("")));
    if (latest.isEmpty()) {
      trace.unknown(
          "lastFailed", kind.runs().isEmpty() ? Optional.of(NO_STATUS) : captured.gap(kind.runs()));
      return false;
    }
    String state = readings.take(at(latest.get(), kind.state()).text(), "");
    boolean failed = state.toLowerCase(Locale.ROOT).contains("fail");
    if (!failed) {
      trace.unknown("lastFailed", captured.gap(kind.runs()));
    }
    return readings.decide(failed);
  }

  private BackupSchedule job(String product, Place job) {
    Trace trace = new Trace(job);
    String namespace = ClusterObjects.namespace(job.resource());
    String cron = trace.text("schedule", job.at("spec", "schedule").text(), "");
    boolean suspended = trace.flag("active", job.at("spec", "suspend").flag(), false);
    Place last = job.at("status", "lastSuccessfulTime");
    trace.read("lastSuccess", last.reading());
    if (!job.at("status").isSet()) {
      trace.unknown("lastSuccess", NO_STATUS);
    }
    trace.unknown("lastFailed", NO_STATUS);
    Optional<Place> success = Optional.of(last).filter(Place::isSet);
    return new BackupSchedule(
        namespace,
        job.resource().name(),
        job.resource().kind(),
        product,
        cron,
        !suspended,
        false,
        List.of(namespace),
        List.of(),
        product.equals("database dump"),
        "",
        "",
        last.text().orElse(""),
        hours(trace, success),
        recent(trace, success, cron),
        false,
        trace.done());
  }

  /// What a cron job saves by the commands that it runs.
  private static Optional<String> dump(Place job) {
    PodTemplate template = PodTemplate.of(TemplateKind.CRON_JOB, job);
    for (Place container : template.spec().at("containers").objects().orElse(List.of())) {
      List<String> words = new ArrayList<>(container.at("command").texts().orElse(List.of()));
      words.addAll(container.at("args").texts().orElse(List.of()));
      String line = String.join(" ", words);
      if (line.contains("etcdctl") && line.contains("snapshot save")) {
        return Optional.of("etcd snapshot");
      }
      if (DUMPS.stream().anyMatch(line::contains)) {
        return Optional.of("database dump");
      }
    }
    return Optional.empty();
  }

  private static final List<String> DUMPS =
      List.of("pg_dump", "pg_basebackup", "mysqldump", "mariadb-dump", "mongodump", "xtrabackup");

  static Place at(Place object, String path) {
    return path.isEmpty() ? object : object.at(path.split("\\."));
  }

  /// Whether a schedule takes the volumes of a namespace; false where that is not known.
  static boolean takes(BackupSchedule schedule, String namespace) {
    return Answers.orElse(schedule, BackupSchedule::active, false)
        && Answers.orElse(schedule, BackupSchedule::volumes, false)
        && !Answers.orElse(schedule, BackupSchedule::excluded, List.<String>of())
            .contains(namespace)
        && (Answers.orElse(schedule, BackupSchedule::allNamespaces, false)
            || Answers.orElse(schedule, BackupSchedule::included, List.<String>of())
                .contains(namespace));
  }
}
