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

/**
 * Limits the attempts to guess a secret. They are counted in the database, so that all instances count them exactly.
 */
@ApplicationScoped
public class AttemptLimits {

    private final SharedBuckets buckets;
    private final BucketConfiguration forName;
    private final BucketConfiguration fromAddress;

    AttemptLimits(SharedBuckets buckets, LimitSettings limits) {
        this.buckets = buckets;
        this.forName = SharedBuckets.limit(limits.attempts(), limits.attemptsWithin());
        this.fromAddress = SharedBuckets.limit(limits.attempts() * 10L, limits.attemptsWithin());
    }

    /**
     * Counts an attempt before a secret is checked. Attempts count for a name from an address and for the address, so
     * that nobody can lock out another user by guessing from elsewhere.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void tryAt(String name, String address) {
        refuse(from(address));
        refuse(at(name, address));
    }

    /** Resets the attempts after the secret was right. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void succeeded(String name, String address) {
        at(name, address).reset();
        from(address).addTokens(1);
    }

    private Bucket from(String address) {
        return buckets.get("attempts from " + address, fromAddress);
    }

    private Bucket at(String name, String address) {
        return buckets.get(
                "attempts for " + HexFormat.of().formatHex(AesGcm.digest(name)) + " from " + address, forName);
    }

    private static void refuse(Bucket tries) {
        ConsumptionProbe probe = tries.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany("sign-in.too-many", probe.getNanosToWaitForRefill());
        }
    }
}
