package org.safeguard.engagement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// Evidence and proposed values of a row of verdicts as compact JSON:
///
/// `[ [ [evidence…], [fix…] ], … ]`, evidence as `object number, pointer, observed, file, line`,
/// fix as `pointer, value`, both flat.
final class EvidenceJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  /// What the verdict's own row does not hold.
  record Detail(List<Evidence> evidence, List<ProposedValue> fix) {}

  private EvidenceJson() {}

  static Deflated of(List<Verdict> verdicts, References references) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(verdicts.size() * 200);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartArray();
      for (Verdict verdict : verdicts) {
        write(verdict, references, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Deflated.of(List.of(out.toByteArray()));
  }

  private static void write(Verdict verdict, References references, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    json.writeStartArray();
    for (Evidence evidence : verdict.evidence()) {
      json.writeNumber(references.number(evidence.object()));
      json.writeString(evidence.pointer());
      json.writeString(evidence.observed());
      json.writeString(evidence.file());
      json.writeNumber(evidence.line());
    }
    json.writeEndArray();
    json.writeStartArray();
    if (verdict.outcome() instanceof Outcome.Failed(String _, List<ProposedValue> fix)) {
      for (ProposedValue value : fix) {
        json.writeString(value.pointer());
        json.writeString(value.value());
      }
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  /// @throws DamagedException when it is not what was stored
  static List<Detail> read(Deflated stored, List<ObjectReference> references) {
    byte[] bytes = stored.inflated();
    try (JsonParser json = FACTORY.createParser(bytes)) {
      return new Reading(json, references).all();
    } catch (IOException e) {
      throw new DamagedException("evidence that cannot be parsed", e);
    }
  }

  private static final class Reading {

    private final JsonParser json;
    private final List<ObjectReference> references;
    // The same few pointers, values and files over and over: one copy of each.
    private final Map<String, String> pool = new HashMap<>();

    Reading(JsonParser json, List<ObjectReference> references) {
      this.json = json;
      this.references = references;
    }

    List<Detail> all() throws IOException {
      expect(JsonToken.START_ARRAY);
      List<Detail> details = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        details.add(new Detail(evidence(), fix()));
        expect(JsonToken.END_ARRAY);
      }
      return details;
    }

    private List<Evidence> evidence() throws IOException {
      expect(JsonToken.START_ARRAY);
      List<Evidence> evidence = new ArrayList<>();
      while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        ObjectReference object = References.at(references, json.getLongValue());
        evidence.add(new Evidence(object, text(), text(), text(), number()));
      }
      return evidence;
    }

    private List<ProposedValue> fix() throws IOException {
      expect(JsonToken.START_ARRAY);
      List<ProposedValue> fix = new ArrayList<>();
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        fix.add(new ProposedValue(pooled(), text()));
      }
      return fix;
    }

    private String text() throws IOException {
      expect(JsonToken.VALUE_STRING);
      return pooled();
    }

    private String pooled() throws IOException {
      String text = json.getText();
      String known = pool.putIfAbsent(text, text);
      return known == null ? text : known;
    }

    private int number() throws IOException {
      expect(JsonToken.VALUE_NUMBER_INT);
      return json.getIntValue();
    }

    private void expect(JsonToken token) throws IOException {
      if (json.nextToken() != token) {
        throw new DamagedException("evidence of another shape");
      }
    }
  }
}
