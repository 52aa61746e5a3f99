package ee.sild.registration.approval;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.identity.OwnedKind;
import ee.sild.identity.Ownership;
import ee.sild.platform.database.ScalarQuery;

/** The approval rules and the open steps that name a user. */
@ApplicationScoped
class OwnedApprovals implements Ownership {

    private static final String OPEN_STEPS = """
            user_id = :user and decided_by is null
              and registration_id in (select r.id from deal_registration r where r.awaits_decision)""";

    private final Session session;

    OwnedApprovals(Session session) {
        this.session = session;
    }

    @Override
    public OwnedKind kind() {
        return OwnedKind.APPROVAL;
    }

    @Override
    public long count(UUID user) {
        return ScalarQuery.of(
                        session,
                        "select (select count(*) from approval_rule_step where user_id = :user)"
                                + " + (select count(*) from deal_registration_step where " + OPEN_STEPS + ")",
                        Long.class)
                .setParameter("user", user)
                .getSingleResult();
    }

    @Override
    public void handOver(UUID from, UUID to) {
        for (String named : new String[] {
            "approval_rule_step set user_id = :to where user_id = :user",
            "deal_registration_step set user_id = :to where " + OPEN_STEPS
        }) {
            session.createNativeMutationQuery("update " + named)
                    .setParameter("to", to)
                    .setParameter("user", from)
                    .executeUpdate();
        }
    }
}
