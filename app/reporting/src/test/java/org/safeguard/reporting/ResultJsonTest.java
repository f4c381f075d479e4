package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.safeguard.model.risk.Assessment;

final class ResultJsonTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/clinic.json");

  @Test
  void theSchemaIsAsItWas() throws IOException {
    String json = new String(written(Clinic.of(2, 2, 1)), StandardCharsets.UTF_8);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, json);
    }
    assertEquals(Files.readString(GOLDEN), json, "see it and run with -Dgolden.update=true");
  }

  @Test
  void hostileTextIsStillJsonAndTheBytesAreStable() throws IOException {
    byte[] json = written(Clinic.small());
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
    }
    assertArrayEquals(json, written(Clinic.small()));
  }

  private static byte[] written(Assessment assessment) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultJson.write(assessment, out);
    return out.toByteArray();
  }
}
