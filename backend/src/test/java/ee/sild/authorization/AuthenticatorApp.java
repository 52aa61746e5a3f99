package ee.sild.authorization;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;
import org.eclipse.microprofile.config.ConfigProvider;

import ee.sild.SuperuserConnection;
import ee.sild.identity.RandomToken;
import ee.sild.platform.security.AesGcm;

/** The second factors of users of the authorization matrix, whose codes the requests contain. */
final class AuthenticatorApp {

    private static final String SECRET =
            new Base32().encodeAsString("the secret of tests".getBytes(StandardCharsets.US_ASCII));
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private AuthenticatorApp() {}

    static String code() {
        try {
            var key = new SecretKeySpec(new Base32().decode(SECRET), CODES.getAlgorithm());
            return CODES.generateOneTimePasswordString(key, Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The user has this app, and has not used the code of now. */
    static void giveTo(String user) {
        String key = ConfigProvider.getConfig().getValue("sild.secret", String.class);
        run("delete from second_factor where user_id = ?", UUID.fromString(user));
        run("update app_user set second_factor_since = now() where id = ?", UUID.fromString(user));
        run(
                "insert into second_factor (user_id, secret, created_at) values (?, ?, now())",
                UUID.fromString(user),
                AesGcm.seal(key, SECRET));
    }

    static void giveRecoveryCode(String code, String user) {
        run("""
                insert into recovery_code (id, user_id, code_hash) values (gen_random_uuid(), ?, ?)
                    on conflict (user_id, code_hash) do update set used_at = null""", UUID.fromString(user), RandomToken.hash(user + " " + code));
    }

    private static void run(String sql, Object... parameters) {
        try (var owner = SuperuserConnection.connection();
                var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
