package ee.sild.platform.http.limit;

import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;

import ee.sild.platform.problem.TooMany;
import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

/**
 * Limits the attempts to guess a secret. They are counted in the database, so that all instances count them exactly.
 * Attempts count for a name from one origin, so that nobody can lock out a user by guessing from elsewhere. An address
 * from which many secrets were wrong is not locked, because others may be behind it: from there, each name has fewer
 * attempts.
 */
@ApplicationScoped
public class AttemptLimits {

    private static final int NAMES = 10;
    private static final int FEWER = 3;

    private final SharedBuckets buckets;
    private final BucketConfiguration forName;
    private final BucketConfiguration forNameIfGuessed;
    private final BucketConfiguration fromAddress;

    AttemptLimits(SharedBuckets buckets, LimitSettings limits) {
        this.buckets = buckets;
        this.forName = SharedBuckets.limit(limits.attempts(), limits.attemptsWithin());
        this.forNameIfGuessed = SharedBuckets.limit(Math.max(1, limits.attempts() / FEWER), limits.attemptsWithin());
        this.fromAddress = SharedBuckets.limit((long) limits.attempts() * NAMES, limits.attemptsWithin());
    }

    /** Where attempts come from: {@code shared} if by more than one user. */
    public record Origin(String id, boolean shared) {

        public static Origin address(String address) {
            return new Origin(address, true);
        }

        /** A browser in which the user has signed in before, or an open session. */
        public static Origin own(String id) {
            return new Origin("device " + id, false);
        }
    }

    /** Counts an attempt before a secret is checked. Throws if there were too many. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Transactional(TxType.NOT_SUPPORTED)
    public void tryAt(String name, Origin origin) {
        refuse(at(name, origin));
        if (origin.shared() && !from(origin).tryConsume(1)) {
            refuse(fewAt(name, origin));
        }
    }

    /** Resets the attempts after the secret was right. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Transactional(TxType.NOT_SUPPORTED)
    public void succeeded(String name, Origin origin) {
        at(name, origin).reset();
        if (origin.shared()) {
            fewAt(name, origin).reset();
            from(origin).addTokens(1);
        }
    }

    private Bucket from(Origin origin) {
        return buckets.get("attempts from " + origin.id(), fromAddress);
    }

    private Bucket at(String name, Origin origin) {
        return buckets.get("attempts for " + hash(name) + " from " + origin.id(), forName);
    }

    private Bucket fewAt(String name, Origin origin) {
        return buckets.get("few attempts for " + hash(name) + " from " + origin.id(), forNameIfGuessed);
    }

    private static String hash(String name) {
        return HexFormat.of().formatHex(AesGcm.digest(name));
    }

    private static void refuse(Bucket tries) {
        ConsumptionProbe probe = tries.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany("sign-in.too-many", probe.getNanosToWaitForRefill());
        }
    }
}
