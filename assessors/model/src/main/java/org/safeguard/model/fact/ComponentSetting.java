package org.safeguard.model.fact;

import java.util.List;

/// One flag of a control plane component with its effective value.
///
/// @param name with dashes, such as `anonymous-auth`
/// @param value effective: what is set, else the default of the component's version; empty for none
/// @param values the members of `value` where it is a list, else `value` alone; empty for none
/// @param number a whole number, or the seconds of a duration; unknown where it is neither
/// @param given whether something sets it
/// @param provenance where the values were read
public record ComponentSetting(
    String name,
    String value,
    List<String> values,
    long number,
    boolean given,
    Provenance provenance)
    implements Traced {

  public ComponentSetting {
    values = List.copyOf(values);
  }

  @Override
  public String value() {
    return provenance.known("value", value);
  }

  @Override
  public List<String> values() {
    return provenance.known("values", values);
  }

  @Override
  public long number() {
    return provenance.known("number", number);
  }

  @Override
  public boolean given() {
    return provenance.known("given", given);
  }
}
