package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;

class HostileInputTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  @TempDir Path folder;

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.allMatch(file -> file.getFileName().toString().startsWith("in")));
    }
  }

  private String refusal(byte[] bytes) throws IOException {
    Path file = folder.resolve("in");
    Files.write(file, bytes);
    return refusal(file);
  }

  /// The message, with the folder of the test taken off.
  private String refusal(Path path) {
    UnreadableInputException refused =
        assertThrows(
            UnreadableInputException.class,
            () -> new SnapshotReader().read(new Source.PathSource(path), Progress.NONE));
    String message = String.valueOf(refused.getMessage());
    assertFalse(message.contains("\n"), message);
    return message.replace(folder + "/", "");
  }

  private String refusal(String text) throws IOException {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] repeated(String start, char filler, long count, String end)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      write(out, start, filler, count, end);
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, String start, char filler, long count, String end)
      throws IOException {
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) filler);
    out.write(start.getBytes(StandardCharsets.UTF_8));
    for (long left = count; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
    out.write(end.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTruncatedZip() throws IOException {
    byte[] zip = Archives.zip(Map.of("pod.yaml", POD.repeat(50), "b.yaml", POD));
    for (int cut : List.of(10, 40, zip.length / 2, zip.length - 30)) {
      String message = refusal(Arrays.copyOf(zip, zip.length - cut));
      assertTrue(message.startsWith("in"), message);
      assertTrue(message.contains("cut off") || message.contains("damaged"), message);
    }
  }

  @Test
  void aTruncatedGzipAndTar() throws IOException {
    byte[] tar = Archives.gzip(Archives.tar(Map.of("pod.yaml", POD)));
    assertEquals(
        "in: it is cut off in the middle. Copy or download it again",
        refusal(Arrays.copyOf(tar, tar.length - 20)).replace("!pod.yaml", ""));
  }

  @Test
  void anArchiveWhoseEntryLeavesIt() throws IOException {
    for (String name : List.of("../evil.yaml", "a/../../evil.yaml", "/etc/evil.yaml", "a\\..\\b")) {
      Map<String, String> entries = Map.of(name, POD);
      assertTrue(refusal(Archives.zip(entries)).contains("the archive holds"), name);
      assertTrue(refusal(Archives.tar(entries)).contains("the archive holds"), name);
    }
  }

  @Test
  void suchAnArchiveInADirectoryIsNamedAndNothingOfItIsTaken() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(
        in.resolve("evil.tar"),
        Archives.tar(new TreeMap<>(Map.of("a.yaml", POD, "b/../../c.yaml", POD))));
    Files.writeString(in.resolve("good.yaml"), POD.replace("web", "good"));
    Snapshot snapshot = new SnapshotReader().read(new Source.PathSource(in), Progress.NONE);
    assertEquals(List.of("good"), snapshot.resources().stream().map(r -> r.name()).toList());
    assertEquals(
        List.of(
            new Skipped(
                "evil.tar",
                0,
                Skipped.Kind.UNREADABLE,
                "the archive holds a path that leaves it, b/../../c.yaml")),
        snapshot.skipped());
  }

  @Test
  void aTenThousandfoldRatio() throws IOException {
    assertTrue(refusal(repeated("", '\n', 50 << 20, POD)).contains("archive bomb"));
    Path file = folder.resolve("in.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.yaml"));
      write(zip, "", '\n', 50 << 20, POD);
    }
    assertTrue(refusal(file).contains("archive bomb"));
    byte[] nested = Archives.gzip(repeated("", '\n', 100 << 20, POD));
    assertTrue(refusal(nested).contains("archive bomb"));
  }

  @Test
  void smallFilesMayCompressWell() throws Exception {
    Path file = folder.resolve("in.gz");
    Files.write(file, repeated(POD, '\n', 1 << 20, ""));
    Snapshot snapshot = new SnapshotReader().read(new Source.PathSource(file), Progress.NONE);
    assertEquals(1, snapshot.resources().size());
  }

  @Test
  void aYamlAliasBomb() throws IOException {
    StringBuilder bomb = new StringBuilder(POD).append("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d,".formatted(i - 1).repeat(10)).append("]\n");
    }
    assertTrue(refusal(bomb.toString()).contains("aliases count as what they stand for"));
  }

  @Test
  void twoHundredLevelsOfNesting() throws IOException {
    String deep = "[".repeat(200) + "]".repeat(200);
    assertEquals(
        "in:4: nested deeper than 128 levels. Correct the file or export it again",
        refusal(POD + "spec: " + deep + "\n"));
    assertTrue(refusal("{\"a\":" + deep + "}").contains("nested deeper than 128 levels"));
  }

  @Test
  void aHundredMegabytesOnOneLine() throws IOException {
    Path yaml = folder.resolve("in.yaml");
    try (OutputStream out = Files.newOutputStream(yaml)) {
      write(out, POD + "spec: ", 'x', 100 << 20, "\n");
    }
    assertEquals(
        "in.yaml:4: a line is longer than 2 MiB. Correct the file or export it again",
        refusal(yaml));
    Path json = folder.resolve("in.json");
    try (OutputStream out = Files.newOutputStream(json)) {
      write(out, "{\"kind\":\"", 'x', 100 << 20, "\"}");
    }
    assertEquals(
        "in.json:1: a text is longer than 4 MiB. Correct the file or export it again",
        refusal(json));
    Files.delete(yaml);
    Files.delete(json);
  }

  @Test
  void moreValuesThanAnObjectHas() throws IOException {
    String many = "[" + "1,\n".repeat(3_000_000) + "1]";
    assertTrue(refusal(many).contains("more than 2000000 values"));
  }

  @Test
  void aHundredThousandKeysInOneMapping() throws Exception {
    StringBuilder keys = new StringBuilder("{");
    for (int i = 0; i < 100_000; i++) {
      keys.append("\"k").append(i).append("\":1,");
    }
    Path file = folder.resolve("in.json");
    String map =
        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"data\":";
    Files.writeString(file, map + keys + "\"k\":1}}");
    Snapshot snapshot = new SnapshotReader().read(new Source.PathSource(file), Progress.NONE);
    assertEquals(100_001, snapshot.resources().getFirst().body().object("data").size());
  }

  @Test
  void bytesThatAreNoUtf8() throws IOException {
    byte[] latin = (POD + "x: caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "in:4: byte 53 is not UTF-8 text. Correct the file or export it again", refusal(latin));
  }

  @Test
  void anEmptyFileAndAnEmptyDirectory() throws IOException {
    assertEquals(
        "in: the file is empty. Correct the file or export it again", refusal(new byte[0]));
    Path empty = Files.createDirectory(folder.resolve("in.d"));
    assertTrue(refusal(empty).startsWith("in.d: it holds no Kubernetes object. "));
  }

  @Test
  void aMissingPath() {
    Path missing = folder.resolve("in/none.yaml");
    assertEquals(
        "in/none.yaml: there is no such file or directory. Check the path", refusal(missing));
  }

  @Test
  void aPathWithoutPermission() {
    assertEquals(
        new Fault("no permission to read it", "Ask its owner for permission, or copy it"),
        Fault.of(new AccessDeniedException("x")));
    InputStream denied =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new AccessDeniedException("x");
          }
        };
    UnreadableInputException refused =
        assertThrows(
            UnreadableInputException.class,
            () -> new SnapshotReader().read(new Source.StreamSource("-", denied), Progress.NONE));
    assertEquals("no permission to read it", refused.why());
  }

  @Test
  void aFolderWithoutPermissionIsNamed() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in.d"));
    Path closed = Files.createDirectory(in.resolve("closed"));
    Files.writeString(in.resolve("good.yaml"), POD);
    assumeTrue(closed.toFile().setReadable(false), "the file system has no permissions");
    assumeFalse(Files.isReadable(closed), "this user may read everything");
    Snapshot snapshot = new SnapshotReader().read(new Source.PathSource(in), Progress.NONE);
    assertEquals(
        List.of(new Skipped("closed", 0, Skipped.Kind.UNREADABLE, "no permission to read it")),
        snapshot.skipped());
    assertTrue(refusal(closed).contains("no permission to read it"));
    assertTrue(closed.toFile().setReadable(true));
  }

  @Test
  void somethingElseAltogether() throws IOException {
    assertTrue(refusal("NAME   READY\nweb    1/1\n").contains("neither YAML nor JSON"));
    assertTrue(refusal("hello: world\n").contains("it holds no Kubernetes object"));
    byte[] binary = new byte[5000];
    binary[0] = 0x7f;
    assertTrue(refusal(binary).contains("neither YAML nor JSON"));
  }
}
