package ee.sild.partner;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Synchronize;

/** How many opportunities a partner works on now: a row of the view {@code partner_load}. */
@Entity
@Immutable
@Synchronize({"opportunity", "collaborator"})
class PartnerLoad {

    @Id
    private UUID partnerId;

    private long open;

    protected PartnerLoad() {
        // for Hibernate
    }

    UUID partnerId() {
        return partnerId;
    }

    long open() {
        return open;
    }
}
