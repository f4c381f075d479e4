package org.safeguard.capture;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/// Expects the kubeconfig's `tls-server-name` in the server's certificate, in place of the name in
/// its address.
final class ServerName extends X509ExtendedTrustManager {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private final String name;
  private final X509TrustManager chain;

  private ServerName(String name, X509TrustManager chain) {
    this.name = name.toLowerCase(Locale.ROOT);
    this.chain = chain;
  }

  static TrustManager check(String name, TrustManager[] managers) throws CertificateException {
    for (TrustManager manager : managers) {
      if (manager instanceof X509TrustManager chain) {
        return new ServerName(name, chain);
      }
    }
    throw new CertificateException("the platform has no trust manager");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(certificates, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(certificates, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    chain.checkServerTrusted(certificates, type);
    if (!names(certificates[0])) {
      throw new CertificateException("the certificate is not for " + name);
    }
  }

  private boolean names(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    return alternatives != null && alternatives.stream().anyMatch(this::isName);
  }

  private boolean isName(List<?> alternative) {
    String given = String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT);
    return switch ((Integer) alternative.get(0)) {
      case IP_ADDRESS -> given.equals(name);
      case DNS_NAME ->
          given.equals(name)
              || (given.startsWith("*.")
                  && name.indexOf('.') > 0
                  && name.substring(name.indexOf('.')).equals(given.substring(1)));
      default -> false;
    };
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    chain.checkClientTrusted(certificates, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    chain.checkClientTrusted(certificates, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    chain.checkClientTrusted(certificates, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chain.getAcceptedIssuers();
  }
}
