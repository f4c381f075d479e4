package org.safeguard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What strangers may hand in, by accident or to do harm.
enum DamagedInputs {
  TRUNCATED_ZIP {
    @Override
    void write(Path file) throws IOException {
      zip(file, "pod.yaml", (POD + "---\n").repeat(200).getBytes(StandardCharsets.UTF_8));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }
  },
  WRONG_HASH {
    @Override
    void write(Path file) throws IOException {
      Path good = file.resolveSibling("good.zip");
      Cli.run("bundle", "create", Cli.CLINIC, "-o", good);
      try (ZipInputStream in = new ZipInputStream(Files.newInputStream(good));
          ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          out.putNextEntry(new ZipEntry(entry.getName()));
          boolean objects = entry.getName().startsWith("objects/");
          out.write(
              (objects ? text.replace("portal", "p0rtal") : text).getBytes(StandardCharsets.UTF_8));
        }
      }
      Files.delete(good);
    }
  },
  ENTRY_THAT_LEAVES {
    @Override
    void write(Path file) throws IOException {
      zip(file, "../evil.yaml", POD.getBytes(StandardCharsets.UTF_8));
    }
  },
  TEN_THOUSANDFOLD {
    @Override
    void write(Path file) throws IOException {
      // A zip of a zip-like ratio needs two layers: deflate alone stops at about a thousandfold.
      Path inner = file.resolveSibling("inner.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(inner), 1 << 16)) {
        fill(out, '\n', 200 << 20);
        out.write(POD.getBytes(StandardCharsets.UTF_8));
      }
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
        Files.copy(inner, out);
      }
      Files.delete(inner);
    }
  },
  ALIAS_BOMB {
    @Override
    void write(Path file) throws IOException {
      StringBuilder bomb = new StringBuilder(POD).append("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
      for (int i = 1; i < 12; i++) {
        bomb.append("a%d: &a%d [".formatted(i, i));
        bomb.append("*a%d,".formatted(i - 1).repeat(10)).append("]\n");
      }
      Files.writeString(file, bomb);
    }
  },
  DEEP_NESTING {
    @Override
    void write(Path file) throws IOException {
      Files.writeString(file, POD + "spec: " + "[".repeat(200) + "]".repeat(200) + "\n");
    }
  },
  LONG_LINE {
    @Override
    void write(Path file) throws IOException {
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write((POD + "spec: ").getBytes(StandardCharsets.UTF_8));
        fill(out, 'x', 100 << 20);
      }
    }
  },
  LONG_JSON_LINE {
    @Override
    void write(Path file) throws IOException {
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"x\":\"".getBytes(StandardCharsets.UTF_8));
        fill(out, 'x', 100 << 20);
        out.write("\"}".getBytes(StandardCharsets.UTF_8));
      }
    }
  },
  NOT_UTF8 {
    @Override
    void write(Path file) throws IOException {
      Files.write(file, (POD + "x: caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
    }
  },
  EMPTY {
    @Override
    void write(Path file) throws IOException {
      Files.createFile(file);
    }
  };

  static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  abstract void write(Path file) throws IOException;

  private static void zip(Path file, String name, byte[] content) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
  }

  private static void fill(OutputStream out, char filler, int count) throws IOException {
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) filler);
    for (int left = count; left > 0; left -= block.length) {
      out.write(block, 0, Math.min(left, block.length));
    }
  }
}
