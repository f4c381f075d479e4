package org.safeguard.capture;

import java.io.IOException;
import java.io.InputStream;
import org.safeguard.document.MalformedDocumentException;

/// Reads the body of a successful answer. May be called again, from the start, when the answer
/// broke off and the request was sent again.
@FunctionalInterface
interface BodyReader {
  void read(InputStream body) throws IOException, MalformedDocumentException;
}
