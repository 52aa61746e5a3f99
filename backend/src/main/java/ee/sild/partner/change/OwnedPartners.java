package ee.sild.partner.change;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.identity.OwnedKind;
import ee.sild.identity.Ownership;
import ee.sild.platform.database.ScalarQuery;

/** The partners of a channel manager. */
@ApplicationScoped
class OwnedPartners implements Ownership {

    private final Session session;

    OwnedPartners(Session session) {
        this.session = session;
    }

    @Override
    public OwnedKind kind() {
        return OwnedKind.PARTNER;
    }

    @Override
    public long count(UUID user) {
        return ScalarQuery.of(session, "select count(*) from partner where channel_manager_id = :manager", Long.class)
                .setParameter("manager", user)
                .getSingleResult();
    }

    @Override
    public void handOver(UUID from, UUID to) {
        session.createNativeMutationQuery(
                        "update partner set channel_manager_id = :to, version = version + 1 where channel_manager_id = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate();
    }
}
