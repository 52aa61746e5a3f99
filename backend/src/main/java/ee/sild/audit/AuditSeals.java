package ee.sild.audit;

import java.time.Duration;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/** The hash chain that proves that the audit log was not modified: seals new events, and verifies the chain. */
@ApplicationScoped
class AuditSeals implements Job {

    /** The most that {@code seal_audit} seals. */
    private static final int SEALED_AT_ONCE = 1_000;

    private final EntityManager database;

    AuditSeals(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "seal-audit";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        BatchRunner.inSlices(SEALED_AT_ONCE, most -> (int)
                database.createNativeQuery("select seal_audit()", Integer.class).getSingleResult());
    }

    /** Verifies the whole chain, which takes some seconds per million events. */
    AuditSealView check() {
        Tuple row = (Tuple) database.createNativeQuery("""
                select (select count(*) from audit_seal) as sealed, (select count(*) from audit_unsealed) as unsealed,
                       (select hash from audit_seal order by position desc limit 1) as hash,
                         broken_seal() as broken""", Tuple.class).getSingleResult();
        Number broken = (Number) row.get("broken");
        byte[] hash = row.get("hash", byte[].class);
        return new AuditSealView(
                ((Number) row.get("sealed")).longValue(),
                ((Number) row.get("unsealed")).longValue(),
                hash == null ? "" : HexFormat.of().formatHex(hash),
                broken == null,
                broken == null ? null : broken.longValue());
    }
}
