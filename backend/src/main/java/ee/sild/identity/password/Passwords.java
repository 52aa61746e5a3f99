package ee.sild.identity.password;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/**
 * Passwords as Argon2id hashes: 19 MiB, 2 rounds, 1 lane (OWASP Password Storage Cheat Sheet). The reference
 * implementation in C computes them: it is several times as fast as Java on a server that has just started, and its
 * memory is not on the heap.
 */
public final class Passwords {

    private static final int KIBIBYTES = 19_456;
    private static final int ROUNDS = 2;
    private static final int LANES = 1;
    private static final Argon2 ARGON = Argon2Factory.create(Argon2Types.ARGON2id, 16, 32);
    /** More parallel hashes than processors would not be faster, and would leave no processor to other requests. */
    private static final Semaphore TURNS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    public static String hash(String password) {
        return inTurn(() -> ARGON.hash(ROUNDS, KIBIBYTES, LANES, password.toCharArray()));
    }

    /** Takes as long for a user that does not exist ({@code hash} null) as for one that does. */
    public static boolean matches(String password, String hash) {
        String against = hash == null ? NOBODY : hash;
        return inTurn(() -> ARGON.verify(against, password.toCharArray())) && hash != null;
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
