package ee.sild.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.Job;

/**
 * Verifies the seals of the audit log in slices. The job goes through all of them within a day, again and again. A
 * request verifies as many as it can in its time, beginning with those that were verified longest ago.
 */
@ApplicationScoped
class AuditVerification implements Job {

    private static final int SLICE = 5_000;
    private static final int RUNS_IN_A_DAY = 1_200;
    private static final Duration TIME_OF_A_REQUEST = Duration.ofSeconds(2);

    private final EntityManager database;
    private final Clock clock;

    AuditVerification(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        long due = QuarkusTransaction.joiningExisting().call(this::sealed) / RUNS_IN_A_DAY;
        int verified;
        do {
            verified = QuarkusTransaction.joiningExisting()
                    .call(() -> ScalarQuery.of(database, "select verify_audit(:most)", Integer.class)
                            .setParameter("most", SLICE)
                            .getSingleResult());
            due -= verified;
        } while (verified >= SLICE && due > 0);
        Long broken = QuarkusTransaction.joiningExisting().call(() -> number(state(), "broken_at"));
        if (broken != null) {
            Log.errorf("The audit log was modified: the event at position %d does not match its seal", broken);
        }
    }

    /** Verifies for two seconds at most, and adds what the job has found before. */
    AuditSealView check() {
        Tuple state = state();
        Long known = number(state, "broken_at");
        var pass = new Pass(number(state, "position"));
        if (known != null) {
            pass.verify(known - 1, 1);
        }
        pass.verifyAll(System.nanoTime() + TIME_OF_A_REQUEST.toNanos());
        byte[] hash = state.get("hash", byte[].class);
        return new AuditSealView(
                number(state, "sealed"),
                number(state, "unsealed"),
                hash == null ? "" : HexFormat.of().formatHex(hash),
                pass.broken == null,
                pass.broken,
                pass.complete ? clock.instant() : state.get("verified_since", Instant.class));
    }

    private long sealed() {
        return number(state(), "sealed");
    }

    private Tuple state() {
        return (Tuple) database.createNativeQuery("""
                select v.position, v.verified_since, v.broken_at, coalesce(ending.position, 0) as sealed, ending.hash,
                       (select count(*) from audit_unsealed) as unsealed
                  from audit_verification v
                  left join (select position, hash from audit_seal order by position desc limit 1) ending on true""", Tuple.class).getSingleResult();
    }

    private static Long number(Tuple row, String column) {
        Number number = (Number) row.get(column);
        return number == null ? null : number.longValue();
    }

    /** One way through the chain: from a position to the end, and from the start to that position. */
    private final class Pass {

        private final long start;
        private Long broken;
        private boolean complete;

        Pass(long start) {
            this.start = start;
        }

        void verifyAll(long until) {
            long position = start;
            boolean fromStart = start == 0;
            while (broken == null && !complete && System.nanoTime() < until) {
                Tuple slice = verify(position, SLICE);
                if (number(slice, "verified") < SLICE) {
                    complete = fromStart;
                    fromStart = true;
                    position = 0;
                } else {
                    position = number(slice, "last");
                    complete = fromStart && start > 0 && position >= start;
                }
            }
        }

        Tuple verify(long position, int most) {
            Tuple slice = (Tuple) database.createNativeQuery(
                            "select verified, last, broken from broken_seal(:position, :most)", Tuple.class)
                    .setParameter("position", position)
                    .setParameter("most", most)
                    .getSingleResult();
            Long found = number(slice, "broken");
            broken = broken == null ? found : broken;
            return slice;
        }
    }
}
