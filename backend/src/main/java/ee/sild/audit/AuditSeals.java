package ee.sild.audit;

import java.time.Duration;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import ee.sild.platform.job.Job;

/** The hash chain that proves that the audit log was not modified: seals new events, and verifies the chain. */
@ApplicationScoped
class AuditSeals implements Job {

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
    @Transactional
    public void run() {
        database.createNativeQuery("select seal_audit()", Integer.class).getSingleResult();
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
