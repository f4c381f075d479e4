package org.safeguard.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Files that are never opened, whatever they are written in: logs, which hold whatever a program
/// printed, and parts of other things that only look like ours.
final class LeftUnread {

  /// @param files their paths, where `!` leads into an archive
  private record Sort(Pattern files, String reason) {}

  private static final List<Sort> SORTS =
      List.of(
          sort(
              "(.*/)?(podlogs|audit_logs|host_service_logs)/.*|.*\\.log(\\.[^/]*)?|"
                  + "(.*/)?logs\\.txt",
              "a log: logs are never read"),
          sort(
              "(.*/)?nodes/[^/]+\\.zip",
              "files and logs of a node itself, as a Rancher support bundle takes them: not read"),
          sort(
              "(.*/)?(layer\\.tar|[0-9a-f]{64}(\\.tar)?(\\.gz)?|blobs/sha\\d+/[0-9a-f]+)",
              "a layer of a container image: image archives are read by themselves"));

  private LeftUnread() {}

  private static Sort sort(String files, String reason) {
    return new Sort(Pattern.compile("(?:.*!)?(?:" + files + ")"), reason);
  }

  /// Why a file is not opened, by its path.
  static Optional<String> reason(String file) {
    return SORTS.stream()
        .filter(sort -> sort.files().matcher(file).matches())
        .map(Sort::reason)
        .findFirst();
  }
}
