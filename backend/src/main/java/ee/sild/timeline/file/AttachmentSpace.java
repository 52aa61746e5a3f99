package ee.sild.timeline.file;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.RowSecurity;

/** How much space files take: of one partner, and of one opportunity. */
@ApplicationScoped
public class AttachmentSpace {

    private static final long MEGABYTE = 1_000_000;
    /** Files that are added at the same time are counted one after another. */
    private static final String IN_TURN =
            "select cast(pg_advisory_xact_lock(hashtextextended('attachments of ' || cast(:owner as text), 0)) as text)";

    private static final String OF_A_PARTNER =
            "select coalesce(sum(size), 0) from attachment where partner_id = :owner";
    private static final String DELETED_OF_A_PARTNER =
            "delete from attachment where partner_id = :owner and deleted_at is not null";
    private static final String OF_AN_OPPORTUNITY = """
            select coalesce(sum(a.size), 0) from note n join attachment a on a.note_id = n.id where n.opportunity_id = :owner""";

    private static final String DELETED_OF_AN_OPPORTUNITY = """
            delete from attachment a using note n
             where n.id = a.note_id and n.opportunity_id = :owner and a.deleted_at is not null""";

    private final EntityManager database;
    private final RowSecurity rows;
    private final AttachmentSettings settings;

    AttachmentSpace(EntityManager database, RowSecurity rows, AttachmentSettings settings) {
        this.database = database;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * Throws if there is no space for another file. Deleted files that could still be restored give up theirs for it.
     *
     * @param partner the company that adds it; null for the vendor
     */
    public void require(int bytes, UUID opportunity, UUID partner) {
        if (partner != null
                && isFull(bytes, partner, OF_A_PARTNER, DELETED_OF_A_PARTNER, settings.partnerMegabytes())) {
            throw new RuleViolation("attachment.partner-full", settings.partnerMegabytes());
        }
        if (isFull(bytes, opportunity, OF_AN_OPPORTUNITY, DELETED_OF_AN_OPPORTUNITY, settings.opportunityMegabytes())) {
            throw new RuleViolation("attachment.opportunity-full", settings.opportunityMegabytes());
        }
    }

    private boolean isFull(int bytes, UUID owner, String sum, String deleted, int most) {
        database.createNativeQuery(IN_TURN).setParameter("owner", owner).getSingleResult();
        return rows.asSystem(() -> exceeds(most, bytes, owner, sum)
                && (database.createNativeQuery(deleted)
                                        .setParameter("owner", owner)
                                        .executeUpdate()
                                == 0
                        || exceeds(most, bytes, owner, sum)));
    }

    private boolean exceeds(int most, int bytes, UUID owner, String sum) {
        long taken = ScalarQuery.of(database, sum, Long.class)
                .setParameter("owner", owner)
                .getSingleResult();
        return taken + bytes > most * MEGABYTE;
    }
}
