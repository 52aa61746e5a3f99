package ee.sild.opportunity.edit;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.opportunity.state.ExternalReference;
import ee.sild.platform.security.RowSecurity;

/** The IDs that opportunities have in other systems. */
@ApplicationScoped
class ExternalReferences {

    private final Session session;
    private final RowSecurity rows;

    ExternalReferences(Session session, RowSecurity rows) {
        this.session = session;
        this.rows = rows;
    }

    /** Which of these references another opportunity already has. */
    List<ExternalReference> taken(List<ExternalReference> references, UUID exceptOf) {
        return references.isEmpty()
                ? List.of()
                : rows.asVendor(() -> references.stream()
                        .filter(reference -> session.createSelectionQuery("""
                select count(*) from Opportunity o join o.details.externalReferences r
                where r.system = :system and r.externalId = :id and o.id <> :except""", Long.class)
                                        .setParameter("system", reference.system())
                                        .setParameter("id", reference.externalId())
                                        .setParameter("except", exceptOf)
                                        .getSingleResult()
                                > 0)
                        .toList());
    }
}
