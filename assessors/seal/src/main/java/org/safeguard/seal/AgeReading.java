package org.safeguard.seal;

import com.exceptionfactory.jagged.DecryptingChannelFactory;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.safeguard.model.snapshot.UnreadableInputException;

/// What an encrypted file holds, decrypted as it is read.
final class AgeReading extends InputStream {

  private static final String ARMOUR = "-----BEGIN AGE ENCRYPTED FILE-----";
  private static final String BINARY = "age-encryption.org/v1";

  private final InputStream plain;

  private AgeReading(InputStream plain) {
    this.plain = plain;
  }

  /// The encrypted file broke off or was changed; told from a disk that is full.
  static final class DamagedException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedException(IOException cause) {
      super(cause);
    }
  }

  /// @param file for messages
  /// @param in the same, open
  /// @param identityFile for messages
  static AgeReading open(
      Path file, InputStream in, List<RecipientStanzaReader> identities, Path identityFile)
      throws UnreadableInputException {
    try {
      BufferedInputStream buffered = new BufferedInputStream(in);
      DecryptingChannelFactory age = format(file, buffered);
      return new AgeReading(
          Channels.newInputStream(
              age.newDecryptingChannel(Channels.newChannel(buffered), identities)));
    } catch (UnsupportedRecipientStanzaException e) {
      throw SealText.unreadable(
          file,
          "it is not encrypted to the key in " + identityFile.getFileName(),
          "Hand in the key that belongs to the recipient");
    } catch (GeneralSecurityException e) {
      throw SealText.unreadable(file, "its header is damaged", "Copy or download it again");
    } catch (IOException e) {
      throw SealText.unreadable(file, "it is cut off in its header", "Copy or download it again");
    }
  }

  private static DecryptingChannelFactory format(Path file, BufferedInputStream in)
      throws IOException, UnreadableInputException {
    in.mark(ARMOUR.length());
    String head = new String(in.readNBytes(ARMOUR.length()), StandardCharsets.US_ASCII);
    in.reset();
    if (head.equals(ARMOUR)) {
      return new ArmoredDecryptingChannelFactory();
    }
    if (head.startsWith(BINARY)) {
      return new StandardDecryptingChannelFactory();
    }
    throw SealText.unreadable(
        file, "it is no file encrypted with age", "Hand in a file that ends in .age");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return plain.read(buffer, offset, length);
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }
}
