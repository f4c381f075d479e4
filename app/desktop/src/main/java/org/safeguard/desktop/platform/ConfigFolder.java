package org.safeguard.desktop.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder where the desktop keeps what it remembers of its user: small text files, and never
/// anything about a client but where the engagement file lies. What cannot be read or written is
/// logged and does without, since nothing of value is lost.
public final class ConfigFolder {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigFolder.class);

  private final Path folder;

  public ConfigFolder(Path folder) {
    this.folder = folder;
  }

  /// The lines of a file, none when there is no such file.
  public List<String> read(String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      LOG.warn("Cannot read {}", file, e);
      return List.of();
    }
  }

  /// Replaces a file, whole or not at all.
  public void write(String name, List<String> lines) {
    Path file = folder.resolve(name);
    Path fresh = folder.resolve(name + ".new");
    try {
      Files.createDirectories(folder);
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("Cannot write {}", file, e);
    }
  }
}
