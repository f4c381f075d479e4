package org.safeguard.rules;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.fact.PolicyRule;

/// The functions that rules may call beside those of CEL, in one place: the name, the type they are
/// called on, the number of text arguments, and what they do. Each gives a Boolean.
enum DomainFunction {
  /// `rule.allows(verb, group, resource)`: for every object name.
  ALLOWS("allows", PolicyRule.class, 3) {
    @Override
    boolean apply(Object on, String[] text) {
      return RbacMatch.allows((PolicyRule) on, text[0], text[1], text[2]);
    }
  },
  /// `rule.allowsSome(verb, group, resource)`: also when limited to some object names.
  ALLOWS_SOME("allowsSome", PolicyRule.class, 3) {
    @Override
    boolean apply(Object on, String[] text) {
      return RbacMatch.allowsSome((PolicyRule) on, text[0], text[1], text[2]);
    }
  },
  /// `cidr.cidrContains(address)`: an address or a whole range.
  CIDR_CONTAINS("cidrContains", String.class, 1) {
    @Override
    boolean apply(Object on, String[] text) {
      return AddressRange.of((String) on).contains(AddressRange.of(text[0]));
    }
  },
  /// `version.versionAtLeast("1.30")`: a version of Kubernetes; unknown when it is empty.
  VERSION_AT_LEAST("versionAtLeast", String.class, 1) {
    @Override
    boolean apply(Object on, String[] text) {
      return KubernetesVersion.of((String) on).atLeast(KubernetesVersion.of(text[0]));
    }
  };

  private final String title;
  private final Class<?> receiver;
  private final int arguments;

  DomainFunction(String title, Class<?> receiver, int arguments) {
    this.title = title;
    this.receiver = receiver;
    this.arguments = arguments;
  }

  abstract boolean apply(Object on, String[] text);

  CelFunctionDecl declaration() {
    List<CelType> types = new ArrayList<>();
    types.add(
        receiver == String.class
            ? SimpleType.STRING
            : StructTypeReference.create(receiver.getCanonicalName()));
    for (int i = 0; i < arguments; i++) {
      types.add(SimpleType.STRING);
    }
    return CelFunctionDecl.newFunctionDeclaration(
        title, CelOverloadDecl.newMemberOverload(overload(), SimpleType.BOOL, types));
  }

  CelFunctionBinding binding() {
    List<Class<?>> types = new ArrayList<>();
    types.add(receiver);
    for (int i = 0; i < arguments; i++) {
      types.add(String.class);
    }
    return CelFunctionBinding.from(overload(), types, this::call);
  }

  private String overload() {
    return "safeguard_" + title;
  }

  private Object call(Object[] values) {
    String[] text = new String[arguments];
    System.arraycopy(values, 1, text, 0, arguments);
    return apply(values[0], text);
  }
}
