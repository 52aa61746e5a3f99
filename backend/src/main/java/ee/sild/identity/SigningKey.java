package ee.sild.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/** The ES256 pair with which this installation signs its tokens, made at the first start. */
public final class SigningKey {

    private SigningKey() {
    }

    /** Settings that name the pair's two files, which are made where they are missing. */
    public static Map<String, String> settings(Path data) {
        Path secret = data.resolve("signing-key.pem");
        Path shown = data.resolve("signing-key.pub.pem");
        try {
            if (!Files.exists(secret) || !Files.exists(shown)) {
                Files.createDirectories(data);
                make(secret, shown);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("mp.jwt.verify.publickey.location", shown.toUri().toString(),
                "smallrye.jwt.sign.key.location", secret.toUri().toString());
    }

    private static void make(Path secret, Path shown) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        write(shown, "PUBLIC KEY", pair.getPublic().getEncoded());
        write(secret, "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static void write(Path file, String label, byte[] key) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = Files.createTempFile(file.getParent(), "key", ".pem", mine);
        var lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key);
        Files.writeString(fresh, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
