package org.safeguard.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// Records of the model as JSON, for columns that nobody searches. Strict both ways: a component
/// that the model gains needs a migration, and a value that is not there means damage.
final class RecordJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private RecordJson() {}

  static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No record of the model: " + value.getClass(), e);
    }
  }

  static <T> T read(Class<T> type, String json) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new DamagedException("no " + type.getSimpleName());
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new DamagedException("a " + type.getSimpleName() + " that cannot be parsed", e);
    }
  }

  static List<String> texts(String json) {
    return List.of(read(String[].class, json));
  }
}
