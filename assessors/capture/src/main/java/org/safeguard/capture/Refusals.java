package org.safeguard.capture;

import org.safeguard.model.snapshot.UnreadableInputException;

/// Says in one line why a capture cannot even begin.
final class Refusals {

  private Refusals() {}

  static UnreadableInputException atStart(Access access, RequestFailure failure) {
    String remedy =
        switch (failure.kind()) {
          case CONNECTION, BROKEN ->
              "Check the address, the network, a proxy and a VPN, then try again";
          case TRUST -> "Get the kubeconfig again, or correct its certificates";
          case CONTENT -> "Check the address of the server in the kubeconfig";
          case REFUSED -> Expiry.RENEW;
          case STOPPED -> "Start it again";
        };
    return new UnreadableInputException(access.server().toString(), failure.why(), remedy, failure);
  }

  static UnreadableInputException atStart(Access access, Answer answer) {
    String words = answer.message().isEmpty() ? "" : " (" + answer.message() + ")";
    return switch (answer.status()) {
      case 401 ->
          new UnreadableInputException(
              access.server().toString(),
              "the server does not take the login of the context \""
                  + access.context().name()
                  + "\"; it may have expired, and to renew it is never done by this tool",
              Expiry.RENEW);
      case 403 ->
          new UnreadableInputException(
              access.server().toString(),
              "the login may not even ask what the server serves" + words,
              "Bind it to the cluster role in the documentation");
      case 301, 302, 303, 307, 308 ->
          new UnreadableInputException(
              access.server().toString(),
              "it leads to another address, and redirects are not followed",
              "Put the final address into the kubeconfig");
      default ->
          new UnreadableInputException(
              access.server().toString(),
              "it answers with status " + answer.status() + words,
              "Check that the address is an API server's, or try again later");
    };
  }
}
