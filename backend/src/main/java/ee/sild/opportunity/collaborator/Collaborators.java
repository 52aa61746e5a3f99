package ee.sild.opportunity.collaborator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.Ref;
import ee.sild.platform.security.RowSecurity;

/**
 * The partners in collaborations. Staff see all; a partner sees its own entry, and the names of the partners it works
 * with.
 */
@ApplicationScoped
public class Collaborators implements PanacheRepositoryBase<Collaborator, UUID> {

    private final RowSecurity rows;

    Collaborators(RowSecurity rows) {
        this.rows = rows;
    }

    public Optional<Collaborator> of(UUID opportunity, UUID partner) {
        return find("opportunityId = ?1 and partnerId = ?2", opportunity, partner)
                .firstResultOptional();
    }

    /** All collaborators for any caller; the opportunity must be locked. */
    public List<Collaborator> all(UUID opportunity) {
        return rows.asVendor(() -> list("opportunityId", opportunity));
    }

    /** Ends a collaboration by removing all collaborators. */
    public void clear(UUID opportunity) {
        rows.asSystem(() -> {
            all(opportunity).forEach(this::delete);
            flush();
            return null;
        });
    }

    /**
     * The partners that work on it, the lead first, limited to those the caller works with. Staff also see partners
     * that are asked.
     */
    public List<CollaboratorView> views(UUID collaboration) {
        if (collaboration == null) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        var found = (List<Tuple>) getEntityManager()
                .createNativeQuery("select * from collaborators_of(:collaboration)", Tuple.class)
                .setParameter("collaboration", collaboration)
                .getResultList();
        return found.stream().map(Collaborators::view).toList();
    }

    private static CollaboratorView view(Tuple row) {
        return new CollaboratorView(
                ref(row, "partner"),
                row.get("lead", Boolean.class),
                Ref.orNull(ref(row, "person")),
                row.get("joined_at", Instant.class),
                row.get("answer_by", Instant.class),
                row.get("distribution_id", UUID.class));
    }

    private static Ref ref(Tuple row, String what) {
        return new Ref(row.get(what + "_id", UUID.class), row.get(what + "_name", String.class));
    }
}
