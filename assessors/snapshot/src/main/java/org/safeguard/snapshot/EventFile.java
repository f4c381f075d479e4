package org.safeguard.snapshot;

import java.nio.charset.StandardCharsets;

/// Knows a file of events by its name and its first lines together, to spare parsing it: in a
/// support bundle they are the largest files.
final class EventFile {

  private EventFile() {}

  static boolean isOne(String name, byte[] head) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    if (!file.startsWith("events.") && !name.contains("/events/")) {
      return false;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("involvedObject") || text.contains("EventList");
  }
}
