package org.safeguard.nodes;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// When jobs start and end, and what is left of them.
final class Schedule {

  private final Place object;
  private final boolean cron;
  private final Place job;

  Schedule(Place object) {
    this.object = object;
    this.cron = object.resource().kind().equals("CronJob");
    this.job = cron ? object.at("spec", "jobTemplate", "spec") : object.at("spec");
  }

  boolean suspended(Trace trace) {
    return trace.flag("suspended", object.at("spec", "suspend").flag(), false);
  }

  Optional<Long> startingDeadline(Trace trace) {
    return trace.optional(
        "startingDeadline", object.at("spec", "startingDeadlineSeconds").number());
  }

  String concurrencyPolicy(Trace trace) {
    return trace.text(
        "concurrencyPolicy", object.at("spec", "concurrencyPolicy").text(), cron ? "Allow" : "");
  }

  Optional<Long> jobTtl(Trace trace) {
    return trace.optional("jobTtl", job.at("ttlSecondsAfterFinished").number());
  }

  /// A cron job deletes its jobs beyond its history, and an owner's end takes the job with it.
  boolean jobOwned(Trace trace) {
    Place owners = object.at("metadata", "ownerReferences");
    trace.read("jobOwned", owners.reading());
    return cron || !owners.objects().orElse(List.of()).isEmpty();
  }

  Optional<Long> jobDeadline(Trace trace) {
    return trace.optional("jobDeadline", job.at("activeDeadlineSeconds").number());
  }

  boolean jobFailed(Trace trace) {
    if (!object.resource().kind().equals("Job")) {
      trace.read("jobFailed", object.at("status").reading());
      return false;
    }
    Value<List<Place>> conditions = object.at("status", "conditions").objects();
    for (Place condition : trace.list("jobFailed", conditions)) {
      if (condition.at("type").text().orElse("").equals("Failed")
          && condition.at("status").text().orElse("").equals("True")) {
        trace.read("jobFailed", condition.at("type").reading());
        return true;
      }
    }
    if (object.at("status").each().isEmpty()) {
      trace.unknown(
          "jobFailed",
          new Cause(
              Cause.Code.NOT_CAPTURED,
              "the source does not hold the job's status; capture it from the running cluster"));
    }
    return false;
  }
}
