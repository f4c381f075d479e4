package org.safeguard.redaction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What [Profile#STRICT] keeps all the same, since it tells how the cluster is secured and is no
/// data of the users.
final class Settings {

  private static final Pattern FLAG =
      Pattern.compile("(--?([A-Za-z][A-Za-z0-9_.-]{0,80}))=(?s:.*)");
  private static final Pattern BARE_FLAG = Pattern.compile("--?([A-Za-z][A-Za-z0-9_.-]{0,80})");

  private static final Pattern SECURITY_FLAG =
      Pattern.compile(
          "(audit|tls|ssl|etcd|kubelet|authentication|authorization|service-account|oidc|peer"
              + "|client-cert|insecure|secure|rotate|feature-gates|admission|runtime-config)"
              + "([-_].*)?|anonymous-auth|(en|dis)able-admission-plugins|enable-.*|disable-.*"
              + "|allow-.*|protect-.*|encryption-provider-config.*|client-ca-file|.*-?ca-file"
              + "|cert-file|key-file|auto-tls|cipher-suites|.*-auth-file|profiling|bind-address"
              + "|(read-only-|secure-)?port|use-service-account-credentials|make-iptables.*"
              + "|streaming-connection-idle-timeout|event-qps|terminated-pod-gc-threshold"
              + "|request-timeout|root-ca-file|config|kubeconfig|leader-elect|proxy-mode"
              + "|container-runtime-endpoint|pod-infra-container-image|v|logtostderr",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONFIG_MAP =
      Pattern.compile(
          "kubeadm-config|kubelet-config(-.*)?|kube-proxy(-config)?|cluster-info|coredns|aws-auth"
              + "|cilium-config|calico-config|extension-apiserver-authentication"
              + "|kube-root-ca\\.crt|openshift-service-ca\\.crt|istio(-.*)?|falco(-.*)?|kyverno"
              + "|ingress-nginx-controller|config");

  private static final Pattern SWITCH =
      Pattern.compile("true|false|yes|no|on|off|enabled|disabled|null|none");

  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9._/-]{1,100}");

  private Settings() {}

  static boolean isConfigMap(String name) {
    return CONFIG_MAP.matcher(name).matches();
  }

  static boolean isSwitch(String value) {
    return value.length() <= 8 && SWITCH.matcher(value.toLowerCase(Locale.ROOT)).matches();
  }

  /// As much of one word of a command as is no data.
  ///
  /// @param before the word before it, empty for the first
  static String kept(String before, String word, String marker) {
    Matcher flag = FLAG.matcher(word);
    if (flag.matches()) {
      boolean security = SECURITY_FLAG.matcher(flag.group(2)).matches();
      return security || flag.end(1) + 1 == word.length() ? word : flag.group(1) + "=" + marker;
    }
    Matcher last = BARE_FLAG.matcher(before);
    boolean kept =
        BARE_FLAG.matcher(word).matches()
            || before.isEmpty() && PROGRAM.matcher(word).matches()
            || isSwitch(word)
            || last.matches() && SECURITY_FLAG.matcher(last.group(1)).matches();
    return kept ? word : marker;
  }
}
