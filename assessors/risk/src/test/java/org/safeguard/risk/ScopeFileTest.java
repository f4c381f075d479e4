package org.safeguard.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.UnreadableInputException;

class ScopeFileTest {

  @TempDir private Path folder;

  @Test
  void exampleOfTheDocumentationIsRead() throws UnreadableInputException {
    assertEquals(
        new Scope(
            "Riverside General Hospital",
            "A. Rivera, Example Consulting",
            "Container platform risk analysis",
            "The production cluster that runs the patient portal and the clinical interfaces. Test"
                + " clusters and the laboratory system are out of scope.",
            List.of(
                new Designation("*", "*", "*", "unknown", "", "", "", "scope.yaml:11"),
                new Designation(
                    "clinical",
                    "*",
                    "*",
                    "transmits",
                    "HL7 messages",
                    "Head of clinical applications",
                    "tier 1",
                    "scope.yaml:13"),
                new Designation(
                    "clinical",
                    "StatefulSet",
                    "records-db",
                    "maintains",
                    "clinical records",
                    "Head of clinical applications",
                    "tier 1",
                    "scope.yaml:18"),
                new Designation(
                    "website", "*", "*", "none", "", "Communications", "", "scope.yaml:25"))),
        ScopeFile.read(Path.of("../../docs/examples/scope.yaml")));
  }

  @Test
  void everythingIsOptional() throws IOException, UnreadableInputException {
    assertEquals(
        new Scope("Clinic", "", "", "", List.of()),
        ScopeFile.read(file("client: Clinic\nassessor:\ndesignations:\n")));
  }

  @Test
  void numbersAreText() throws IOException, UnreadableInputException {
    assertEquals(
        List.of(new Designation("12", "*", "*", "none", "", "", "1", "scope.yaml:2")),
        ScopeFile.read(file("designations:\n- {namespace: 12, ephi: none, criticality: 1}\n"))
            .designations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          clinet: A | :1: the key 'clinet' is not known here. Use one of assessor, client, description, designations and title
          client: [A] | :1: 'client' must be text. Write 'client: some text'
          designations: A | :1: 'designations' must be a list. Start each entry with '- '
          designations:\\n- A | :2: an entry of 'designations' has no keys. Write '- namespace: …'
          designations:\\n- ephi: none | :2: 'namespace' is missing. Add 'namespace:' to this entry
          designations:\\n- namespace: a | :2: 'ephi' is missing. Add 'ephi:' to this entry
          designations:\\n- namespace: a\\n  ephi: stores | :3: 'stores' is no value of 'ephi'. Use one of creates, maintains, none, receives, transmits and unknown
          designations:\\n- namespace: a\\n  ephi: none\\n  kin: Pod | :4: the key 'kin' is not known here. Use one of criticality, data-kind, ephi, kind, name, namespace and owner
          designations:\\n- namespace: web-*\\n  ephi: none | :2: the namespace 'web-*' has a * in it, which only stands alone. Write the whole namespace, or "*" for every one
          designations: []\\nclient: A\\ndesignations: [] | :3: 'designations' is there twice. Join the two
          A | : a scope file is one YAML mapping, this has something else. Start with lines such as 'client: General Hospital'
          client: A\\n---\\nclient: B | : a scope file is one YAML mapping, this has 2 documents. Start with lines such as 'client: General Hospital'
          '#' | : a scope file is one YAML mapping, this has nothing. Start with lines such as 'client: General Hospital'
          """)
  void problemNamesTheLineAndWhatToDo(String text, String message) throws IOException {
    Path file = file(text.replace("\\n", "\n"));
    assertEquals(file + message, refused(file));
  }

  @Test
  void bareStarIsExplained() throws IOException {
    Path file = file("designations:\n- namespace: *\n  ephi: none\n");
    String message = refused(file);
    assertEquals(file + ":2: ", message.substring(0, file.toString().length() + 4));
    assertEquals(
        "Correct the YAML; a lone * must be quoted: \"*\"",
        message.substring(message.lastIndexOf("Correct")));
  }

  @Test
  void missingFileFolderAndBinaryAreRefused() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertEquals(
        missing + ": there is no such file. Check the path given with --scope", refused(missing));
    assertEquals(folder + ": this is a directory. Name the scope file itself", refused(folder));
    Path binary =
        Files.write(folder.resolve("binary"), "client: é".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(binary + ": the file is not UTF-8 text. Save it as UTF-8", refused(binary));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("scope.yaml"), text);
  }

  private static String refused(Path file) {
    return assertThrows(UnreadableInputException.class, () -> ScopeFile.read(file)).getMessage();
  }
}
