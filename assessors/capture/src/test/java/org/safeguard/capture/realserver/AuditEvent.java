package org.safeguard.capture.realserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One request as the API server has noted it.
///
/// @param resource `plural` or `plural.group`, empty for a request that is about none
/// @param answer the answer's body where the audit policy keeps it, else missing
public record AuditEvent(
    String verb, String uri, String resource, String namespace, int status, JsonNode answer) {

  static List<AuditEvent> read(Path log, String user) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<AuditEvent> events = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode event = json.readTree(line);
      if (event.at("/user/username").asText().equals(user)) {
        events.add(of(event));
      }
    }
    return List.copyOf(events);
  }

  private static AuditEvent of(JsonNode event) {
    String plural = event.at("/objectRef/resource").asText();
    String group = event.at("/objectRef/apiGroup").asText();
    return new AuditEvent(
        event.path("verb").asText(),
        event.path("requestURI").asText(),
        group.isEmpty() ? plural : plural + "." + group,
        event.at("/objectRef/namespace").asText(),
        event.at("/responseStatus/code").asInt(),
        event.path("responseObject"));
  }
}
