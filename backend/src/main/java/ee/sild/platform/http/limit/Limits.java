package ee.sild.platform.http.limit;

import java.time.Duration;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;

import ee.sild.platform.problem.TooMany;
import ee.sild.platform.security.AesGcm;

/** Rate limits for callers: token buckets in the database, shared by all instances. */
@ApplicationScoped
public class Limits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ProxyManager<String> buckets;
    private final BucketConfiguration requests;
    private final BucketConfiguration attemptsForName;
    private final BucketConfiguration attemptsFromAddress;

    Limits(AgroalDataSource database, LimitSettings limits) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("bucket")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
                .build();
        this.requests = full(limits.requests(), MINUTE);
        this.attemptsForName = full(limits.attempts(), limits.attemptsWithin());
        this.attemptsFromAddress = full(limits.attempts() * 10L, limits.attemptsWithin());
    }

    private static BucketConfiguration full(long tokens, Duration within) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, within))
                .build();
    }

    /** Takes one request from the caller's limit. */
    @Transactional(TxType.NOT_SUPPORTED)
    ConsumptionProbe take(String caller) {
        return requests(caller).tryConsumeAndReturnRemaining(1);
    }

    long requestsPerMinute() {
        return requests.getBandwidths()[0].getCapacity();
    }

    /** The remaining requests of a caller, identified by ID or else by network address. */
    public Bucket requests(String caller) {
        return buckets.builder().build("requests " + caller, () -> requests);
    }

    /**
     * Counts an attempt before a secret is checked. Attempts count for a name from an address and for the address, so
     * that nobody can lock out another user by guessing from elsewhere.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void tryAt(String name, String address) {
        refuse(buckets.builder().build("attempts from " + address, () -> attemptsFromAddress));
        refuse(at(name, address));
    }

    /** Resets the attempts after the secret was right. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void succeeded(String name, String address) {
        at(name, address).reset();
        buckets.builder()
                .build("attempts from " + address, () -> attemptsFromAddress)
                .addTokens(1);
    }

    private Bucket at(String name, String address) {
        return buckets.builder()
                .build(
                        "attempts for " + HexFormat.of().formatHex(AesGcm.digest(name)) + " from " + address,
                        () -> attemptsForName);
    }

    private static void refuse(Bucket tries) {
        ConsumptionProbe probe = tries.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany("sign-in.too-many", probe.getNanosToWaitForRefill());
        }
    }
}
