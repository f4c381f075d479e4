package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.tree.JsonPointer;

class ImagesTest {

  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nginx                          | docker.io        | library/nginx | ''  | ''  | true",
        "nginx:1.27                     | docker.io        | library/nginx | 1.27| ''  | true",
        "bitnami/redis:7                | docker.io        | bitnami/redis | 7   | ''  | true",
        "docker.io/nginx                | docker.io        | library/nginx | ''  | ''  | true",
        "index.docker.io/a/b            | docker.io        | a/b           | ''  | ''  | true",
        "localhost/app:x                | localhost        | app           | x   | ''  | true",
        "registry:5000/a/b/c:v1         | registry:5000    | a/b/c         | v1  | ''  | true",
        "quay.io/a/b@D                  | quay.io          | a/b           | ''  | D   | true",
        "quay.io/a/b:v2@D               | quay.io          | a/b           | v2  | D   | true",
        "quay.io/a/B                    | quay.io          | a/B           | ''  | ''  | false",
        "a//b                           | docker.io        | a//b          | ''  | ''  | false",
        "'app:'                         | docker.io        | library/app:  | ''  | ''  | false",
        "'my app'                       | docker.io        | library/my app| ''  | ''  | false",
        "''                             | ''               | ''            | ''  | ''  | false"
      })
  void aReferenceIsParsedAsContainerRuntimesDo(
      String reference,
      String registry,
      String repository,
      String tag,
      String digest,
      boolean valid) {
    Provenance provenance =
        Provenance.builder(
                Given.yaml("{kind: Pod, apiVersion: v1}").resources().getFirst(), JsonPointer.ROOT)
            .build();
    String written = reference.replace("@D", "@" + DIGEST);

    assertEquals(
        new Image(
            written,
            registry,
            repository,
            tag,
            digest.equals("D") ? DIGEST : digest,
            valid,
            provenance),
        Images.parse(written, provenance));
  }
}
