package io.jasyncio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its certificate, made by the JDK's keytool: to be shown, to be trusted, or both. */
final class Certificates {

  private static final char[] PASSWORD = "password".toCharArray();
  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";

  private final Path directory;
  private final String trusted;

  private Certificates(Path directory, String trusted) {
    this.directory = directory;
    this.trusted = trusted;
  }

  /** Signed by itself, for names such as {@code dns:localhost,ip:127.0.0.1}. */
  static Certificates selfSigned(Path parent, String names) throws IOException {
    Certificates made = new Certificates(Files.createTempDirectory(parent, "keys"), SERVER);
    made.keytool(
        "-genkeypair", SERVER, "-keyalg", "EC", "-dname", dname(names), "-ext", san(names));
    return made;
  }

  /** Signed by an authority, and out of date. The authority is trusted. */
  static Certificates expired(Path parent, String names) throws IOException {
    Certificates made = new Certificates(Files.createTempDirectory(parent, "keys"), AUTHORITY);
    String request = made.directory.resolve("request").toString();
    String signed = made.directory.resolve("signed").toString();
    made.keytool(
        "-genkeypair", AUTHORITY, "-keyalg", "EC", "-dname", "CN=authority", "-ext", "bc:c");
    made.keytool("-genkeypair", SERVER, "-keyalg", "EC", "-dname", "CN=server");
    made.keytool("-certreq", SERVER, "-file", request);
    made.keytool(
        "-gencert",
        AUTHORITY,
        "-infile",
        request,
        "-outfile",
        signed,
        "-ext",
        san(names),
        "-startdate",
        "-10d",
        "-validity",
        "2");
    made.keytool("-importcert", SERVER, "-noprompt", "-file", signed);
    return made;
  }

  private static String san(String names) {
    return "san=" + names;
  }

  /** Different for each, so that nobody takes one for the other's issuer. */
  private static String dname(String names) {
    return "CN=" + names.replaceAll("[^a-z0-9.]", "-");
  }

  /** Shows the certificate, and trusts no other. */
  SSLContext context() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    KeyStore shown = empty();
    KeyStore all = load();
    shown.setKeyEntry(
        SERVER, all.getKey(SERVER, PASSWORD), PASSWORD, all.getCertificateChain(SERVER));
    keys.init(shown, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust().getTrustManagers(), null);
    return context;
  }

  /** Trusts the certificate, and shows none. */
  SSLContext trustOnly() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust().getTrustManagers(), null);
    return context;
  }

  /** The certificate in a file, as other programs want it. */
  Path pem() throws IOException, GeneralSecurityException {
    String encoded =
        Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
            .encodeToString(load().getCertificate(trusted).getEncoded());
    return Files.writeString(
        directory.resolve("certificate.pem"),
        "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
  }

  private TrustManagerFactory trust() throws IOException, GeneralSecurityException {
    KeyStore trusting = empty();
    trusting.setCertificateEntry(trusted, load().getCertificate(trusted));
    TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
    others.init(trusting);
    return others;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("store.p12"))) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private void keytool(String action, String alias, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", action, "-alias", alias));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
    command.addAll(List.of("-keystore", directory.resolve("store.p12").toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + " failed: " + output);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
