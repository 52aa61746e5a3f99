package ee.sild.identity;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Passwords as Argon2id hashes: 19 MiB, 2 rounds, 1 lane (OWASP Password Storage Cheat Sheet). */
public final class Passwords {

    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    /** More parallel hashes than processors would not be faster, and would leave no processor to other requests. */
    private static final Semaphore TURNS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    public static String hash(String password) {
        return inTurn(
                () -> Password.hash(password).addRandomSalt(16).with(ARGON).getResult());
    }

    /** Takes as long for a user that does not exist ({@code hash} null) as for one that does. */
    public static boolean matches(String password, String hash) {
        String against = hash == null ? NOBODY : hash;
        return inTurn(() -> Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)))
                && hash != null;
    }

    private static <T> T inTurn(Supplier<T> hashing) {
        TURNS.acquireUninterruptibly();
        try {
            return hashing.get();
        } finally {
            TURNS.release();
        }
    }
}
