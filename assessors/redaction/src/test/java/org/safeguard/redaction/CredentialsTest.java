package org.safeguard.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DB_PASSWORD=hunter2",
        "MYSQL_ROOT_PASSWORD=12345",
        "POSTGRES_PASSWD=x",
        "passphrase=correct horse",
        "clientSecret=abcdef",
        "JWT_SECRET=my-jwt-secret",
        "SECRET_KEY_BASE=abc",
        "API_KEY=abc123",
        "apikey=abc123",
        "STRIPE_APIKEY=sk",
        "GITHUB_TOKEN=abc",
        "redisAdminPass=adminpassword",
        "PGPASSWORD=postgres",
        "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI",
        "ENCRYPTION_KEY=00112233",
        "DATABASE_URL=postgres://app:s3cret@db:5432/app",
        "JAVA_TOOL_OPTIONS=-Xmx1g -Djdbc.password=hunter2",
        "ANYTHING=AKIAIOSFODNN7EXAMPLE",
        "ANYTHING=ghp_0123456789abcdefghijklmnopqrstuvwxyz",
        "ANYTHING=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJlLWhlcmU",
        "ANYTHING=-----BEGIN RSA PRIVATE KEY-----",
        "ANYTHING=LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo="
      })
  void aCredentialIsFound(String variable) {
    int at = variable.indexOf('=');

    assertTrue(Credentials.named(variable.substring(0, at), variable.substring(at + 1)), variable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DB_PASSWORD=",
        "DB_PASSWORD=$(DB_PASSWORD)",
        "DB_PASSWORD=${DB_PASSWORD}",
        "DB_PASSWORD={{ .Values.password }}",
        "DB_PASSWORD=<your password>",
        "DB_PASSWORD=__DATABASE_TOKEN__",
        "DB_PASSWORD=@@password@@",
        "DB_PASSWORD=***HIDDEN***",
        "DB_PASSWORD_FILE=/run/secrets/db",
        "DB_PASSWORD=/run/secrets/db",
        "TOKEN_PATH=/var/run/token",
        "TOKEN_TTL=3600",
        "PASSWORD_MIN_LENGTH=12",
        "MAX_TOKENS=4096",
        "TOKEN_URL=https://login.example.org/token",
        "AUTH_TOKEN=https://login.example.org/token",
        "ALLOW_EMPTY_PASSWORD=yes",
        "ENABLE_TOKEN=abc",
        "PASSWORD_ENABLED=abc",
        "PWD=/app",
        "SECRET_NAME=db-secret",
        "PASSWORD_KEY=password",
        "AWS_ACCESS_KEY_ID=abc",
        "KEY=value",
        "KEYCLOAK_USER=admin",
        "GOOGLE_API_KEY=GOOGLE_API_KEY_VAL",
        "API_KEY=YOUR_API_KEY",
        "DB_PASSWORD=vault:secret/data/db#password",
        "DATABASE_URL=postgres://db:5432/app",
        "DATABASE_URL=postgres://app:$(PW)@db:5432/app",
        "DATABASE_URL=postgres://app:${PW}@db:5432/app",
        "IMAGE=registry.example.org/app@sha256:abc",
        "BYPASS=abc",
        "COMPASS=north",
        "MONKEY=banana",
        "PUBLIC_KEY=-----BEGIN PUBLIC KEY-----"
      })
  void anythingElseIsNot(String variable) {
    int at = variable.indexOf('=');

    assertFalse(Credentials.named(variable.substring(0, at), variable.substring(at + 1)), variable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--password=hunter2                    | true",
        "--password hunter2                    | true",
        "-Dspring.datasource.password=hunter2  | true",
        "-c PGPASSWORD=hunter2 psql            | true",
        "--password $(PASSWORD)                | false",
        "--password --verbose                  | false",
        "--password-file /run/secrets/x        | false",
        "--token-ttl 24h                       | false",
        "--secrets=etcd-all-peer               | false",
        "--tls-secret=web-tls                  | false",
        "--key=/etc/tls/tls.key                | false",
        "PASSWORD=$(cat /run/secrets/x)        | false",
        "--secret=$SECRET                      | false"
      })
  void argumentsAreRead(String line, boolean credential) {
    assertEquals(credential, Credentials.inArguments(List.of(line.split(" "))), line);
  }

  @Test
  void aFileInAConfigMapIsReadLineByLine() {
    assertTrue(Credentials.inEntry("app.properties", "a=b\nspring.datasource.password=hunter2\n"));
    assertTrue(Credentials.inEntry("app.yaml", "db:\n  password: hunter2\n"));
    assertTrue(Credentials.inEntry("app.json", "{\n  \"apiKey\": \"abc123\",\n  \"a\": 1\n}\n"));
    assertTrue(Credentials.inEntry("settings.xml", "<a>\n<password>hunter2</password>\n</a>"));
    assertFalse(Credentials.inEntry("app.yaml", "db:\n  password: ${DB_PASSWORD}\n"));
    assertFalse(Credentials.inEntry("app.yaml", "db:\n  passwordFile: /run/x\n"));
    assertFalse(Credentials.inEntry("app.py", "x = 1\npassword = input\n"));
    assertFalse(Credentials.inEntry("app.conf", "set $token abc;\nproxy_pass http://web;\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE USER 'r'@'%' IDENTIFIED BY 'replsecret';     | true",
        "create user r identified by 'replsecret'            | true",
        "ALTER ROLE app WITH PASSWORD 'hunter2'              | true",
        "MASTER_PASSWORD='replsecret',                       | true",
        "requirepass hunter2                                 | true",
        "masterauth replicationpassword                      | true",
        "user admin on >adminpassword ~* &* +@all            | true",
        "requirepass $REDIS_PASSWORD                         | false",
        "CREATE USER r IDENTIFIED BY '${PASSWORD}'           | false",
        "the user is on vacation                             | false"
      })
  void statementsOfDatabasesAreRead(String statement, boolean credential) {
    assertEquals(credential, Credentials.inEntry("init.sql", statement + "\nnext;"), statement);
  }
}
