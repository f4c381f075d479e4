package org.safeguard.risk;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Reads a scope file: who is assessed, by whom, and what is known of the ePHI.
///
/// `docs/scope-file.md` describes the format. What the file says wins over labels and annotations
/// of the snapshot; a later designation wins over an earlier one.
public final class ScopeFile {

  private static final long MOST_BYTES = 4L << 20;
  private static final Set<String> KEYS =
      Set.of("client", "assessor", "title", "description", "designations");
  private static final Set<String> DESIGNATION_KEYS =
      Set.of("namespace", "kind", "name", "ephi", "data-kind", "owner", "criticality");
  private static final Set<String> EPHI =
      Set.of("creates", "receives", "maintains", "transmits", "none", "unknown");
  private static final String EVERY = "*";

  private final Path file;

  private ScopeFile(Path file) {
    this.file = file;
  }

  /// The scope that `file` describes.
  ///
  /// @throws UnreadableInputException when the file cannot be read, is not YAML, or says something
  ///     that the format does not know; it names the line and what to do
  public static Scope read(Path file) throws UnreadableInputException {
    return new ScopeFile(file).scope();
  }

  private Scope scope() throws UnreadableInputException {
    String text = text();
    List<Node> documents = documents(text);
    if (documents.size() != 1 || !(documents.getFirst() instanceof ObjectNode root)) {
      throw new UnreadableInputException(
          file.toString(),
          "a scope file is one YAML mapping, this has " + shape(documents),
          "Start with lines such as 'client: General Hospital'");
    }
    refuseRepeatedKeys(text);
    ScopeFields fields = new ScopeFields(file, root, KEYS);
    return new Scope(
        fields.text("client"),
        fields.text("assessor"),
        fields.text("title"),
        fields.text("description"),
        designations(fields.objects("designations", DESIGNATION_KEYS)));
  }

  private List<Designation> designations(List<ScopeFields> entries)
      throws UnreadableInputException {
    List<Designation> designations = new ArrayList<>();
    for (ScopeFields entry : entries) {
      designations.add(designation(entry));
    }
    return designations;
  }

  private Designation designation(ScopeFields entry) throws UnreadableInputException {
    return new Designation(
        whole(entry, "namespace", entry.required("namespace")),
        whole(entry, "kind", entry.textOr("kind", EVERY)),
        whole(entry, "name", entry.textOr("name", EVERY)),
        entry.oneOf("ephi", EPHI),
        entry.text("data-kind"),
        entry.text("owner"),
        entry.text("criticality"),
        file.getFileName() + ":" + entry.line());
  }

  /// A star stands for every one; `web-*` would silently match nothing.
  private static String whole(ScopeFields entry, String key, String value)
      throws UnreadableInputException {
    if (value.contains(EVERY) && !value.equals(EVERY)) {
      throw entry.problem(
          key,
          "the " + key + " '" + value + "' has a * in it, which only stands alone",
          "Write the whole " + key + ", or \"*\" for every one");
    }
    return value;
  }

  private List<Node> documents(String text) throws UnreadableInputException {
    try {
      return Documents.yaml(text);
    } catch (MalformedDocumentException e) {
      throw new UnreadableInputException(
          e.line() > 0 ? file + ":" + e.line() : file.toString(),
          e.why(),
          "Correct the YAML; a lone * must be quoted: \"*\"",
          e);
    }
  }

  /// The parser keeps the last of two equal keys, which here would lose designations in silence.
  private void refuseRepeatedKeys(String text) throws UnreadableInputException {
    Set<String> seen = new HashSet<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int colon = lines.get(i).indexOf(':');
      String key = colon < 0 ? "" : lines.get(i).substring(0, colon);
      if (KEYS.contains(key) && !seen.add(key)) {
        throw new UnreadableInputException(
            file + ":" + (i + 1), "'" + key + "' is there twice", "Join the two");
      }
    }
  }

  private String text() throws UnreadableInputException {
    try {
      if (Files.isDirectory(file)) {
        throw unreadable("this is a directory", "Name the scope file itself");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw unreadable("the file is larger than 4 MiB", "Check that this is the scope file");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw unreadable("there is no such file", "Check the path given with --scope");
    } catch (CharacterCodingException e) {
      throw unreadable("the file is not UTF-8 text", "Save it as UTF-8");
    } catch (IOException e) {
      throw new UnreadableInputException(
          file.toString(),
          "the file cannot be read: " + e.getMessage(),
          "Check its permissions",
          e);
    }
  }

  private UnreadableInputException unreadable(String why, String remedy) {
    return new UnreadableInputException(file.toString(), why, remedy);
  }

  private static String shape(List<Node> documents) {
    return documents.isEmpty()
        ? "nothing"
        : documents.size() > 1 ? documents.size() + " documents" : "something else";
  }
}
