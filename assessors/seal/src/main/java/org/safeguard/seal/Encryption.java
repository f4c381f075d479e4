package org.safeguard.seal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.document.AtomicFile;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Encrypts bundles to X25519 recipients in the age format, version 1
/// (<https://age-encryption.org/v1>), and decrypts them.
public final class Encryption {

  private static final int BUFFER = 1 << 16;
  private static final String SECRET = "AGE-SECRET-KEY-1";

  private Encryption() {}

  /// Makes a new identity as `age-keygen` does, in a file that only its owner can read. Never
  /// replaces a file.
  ///
  /// @return the recipient, `age1…`, to hand to whoever encrypts
  public static String newIdentity(Path file, Instant now) throws IOException {
    try {
      KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
      String text = "# created: %s\n# public key: %s\n%s\n";
      Instant second = now.truncatedTo(ChronoUnit.SECONDS);
      PrivateFile.create(file, text.formatted(second, pair.getPublic(), pair.getPrivate()));
      return pair.getPublic().toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 25 has X25519", e);
    }
  }

  /// Encrypts `in` so that each of `recipients` can decrypt it. `out` appears whole or not at all.
  ///
  /// @param recipients one or more, such as `age1…`
  /// @throws UnreadableInputException when a recipient is none, or `in` cannot be read
  /// @throws IOException when `out` cannot be written
  public static void encrypt(Path in, Path out, List<String> recipients)
      throws UnreadableInputException, IOException {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("nobody could decrypt it");
    }
    List<RecipientStanzaWriter> writers = new ArrayList<>();
    for (String recipient : recipients) {
      writers.add(writer(recipient));
    }
    try (InputStream from = open(in)) {
      AtomicFile.write(out, to -> encrypt(from, new Unclosed(to), writers));
    }
  }

  private static RecipientStanzaWriter writer(String recipient) throws UnreadableInputException {
    try {
      return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.strip());
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new UnreadableInputException(
          "the recipient " + recipient,
          "it is no age recipient",
          "It starts with age1; `safeguard bundle new-key --age` or age-keygen tells it");
    }
  }

  private static void encrypt(InputStream in, OutputStream out, List<RecipientStanzaWriter> to)
      throws IOException {
    try (WritableByteChannel age =
        new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), to)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        age.write(ByteBuffer.wrap(buffer, 0, read));
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("it cannot be encrypted (" + e.getMessage() + ")", e);
    }
  }

  /// Decrypts `in`. `out` appears only when all of it was found to be as it was encrypted.
  ///
  /// @param identityFile has lines `AGE-SECRET-KEY-1…`, as `age-keygen` writes them
  /// @throws UnreadableInputException when none of them fits, or `in` is damaged
  /// @throws IOException when `out` cannot be written
  public static void decrypt(Path in, Path out, Path identityFile)
      throws UnreadableInputException, IOException {
    List<RecipientStanzaReader> identities = identities(identityFile);
    try (InputStream from = open(in);
        InputStream plain = AgeReading.open(in, from, identities, identityFile)) {
      AtomicFile.write(out, plain::transferTo);
    } catch (AgeReading.DamagedException e) {
      throw SealText.unreadable(
          in, "it is cut off, damaged or was changed", "Copy or download it again");
    }
  }

  private static InputStream open(Path in) throws UnreadableInputException {
    try {
      return Files.newInputStream(in);
    } catch (IOException e) {
      throw SealText.unreadable(in, e);
    }
  }

  private static List<RecipientStanzaReader> identities(Path file) throws UnreadableInputException {
    List<RecipientStanzaReader> identities = new ArrayList<>();
    List<String> lines = SealText.read(file).lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(SECRET)) {
        identities.add(identity(file, i + 1, lines.get(i)));
      }
    }
    if (identities.isEmpty()) {
      throw SealText.unreadable(
          file,
          "it holds no line that starts with " + SECRET,
          "Hand in the file that `safeguard bundle new-key --age` or age-keygen wrote");
    }
    return identities;
  }

  private static RecipientStanzaReader identity(Path file, int line, String text)
      throws UnreadableInputException {
    try {
      return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new UnreadableInputException(
          file + ":" + line, "the key is damaged", "Take it from its backup"); // never the key
    }
  }
}
