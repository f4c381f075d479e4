package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Whatever bytes come, they are read or refused in one line; nothing else happens.
class DamagedInputTest {

  private static final String YAML =
      """
      apiVersion: v1
      kind: List
      metadata: {continue: ""}
      items:
      - apiVersion: v1
        kind: Secret
        metadata: &m {name: "a", namespace: b}
        data: {k: dg==}
      - {apiVersion: v1, kind: Pod, metadata: *m, spec: {x: 0644, y: 1e3}}
      ---
      apiVersion: apps/v1
      kind: DeploymentList
      items: [{metadata: {name: d}, text: |-
        some}]
      """;
  private static final String JSON =
      """
      {"apiVersion":"v1","kind":"PodList","metadata":{"continue":"x"},"items":[
      {"metadata":{"name":"a","labels":{"a":"\\u00e9"}},"spec":{"n":1.5e3,"m":[1,true,null]}}]}
      """;

  @Test
  void damagedFilesAreReadOrRefused() throws Exception {
    byte[] yaml = YAML.getBytes(StandardCharsets.UTF_8);
    byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
    Map<String, String> entries = Map.of("a/pods.yaml", YAML, "manifest.json", JSON);
    List<byte[]> seeds =
        List.of(
            new byte[600],
            yaml,
            json,
            YAML.getBytes(StandardCharsets.UTF_16LE),
            Archives.zip(entries),
            Archives.tar(entries),
            Archives.gzip(json),
            Archives.gzip(Archives.tar(entries)),
            Archives.xz(yaml));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    for (int round = 0; round < 4_000; round++) {
      read(damaged(seeds.get(round % seeds.size()), random));
    }
  }

  private static byte[] damaged(byte[] seed, RandomGenerator random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(seed.length) : seed.length;
    byte[] bytes = Arrays.copyOf(seed, length);
    for (int i = random.nextInt(8); i > 0 && length > 0; i--) {
      bytes[random.nextInt(length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(50) == 0) {
      random.nextBytes(bytes);
    }
    return bytes;
  }

  private static void read(byte[] bytes) {
    try {
      new SnapshotReader()
          .read(new Source.StreamSource("-", new ByteArrayInputStream(bytes)), Progress.NONE);
    } catch (UnreadableInputException e) {
      assertFalse(String.valueOf(e.getMessage()).contains("\n"));
    }
  }
}
