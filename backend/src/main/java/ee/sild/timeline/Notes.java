package ee.sild.timeline;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.CurrentUser;
import ee.sild.platform.NotAllowed;
import ee.sild.platform.NotFound;

/** The notes. */
@ApplicationScoped
class Notes implements PanacheRepositoryBase<Note, UUID> {

    /** A note to change: its author's alone. One that the caller may not read does not exist for them. */
    Note own(UUID opportunityId, UUID id, CurrentUser user) {
        var note = find("id = ?1 and opportunityId = ?2 and deletedAt is null", id, opportunityId)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional()
                .filter(found -> found.isVisibleTo(user)).orElseThrow(NotFound::new);
        if (!note.authorId().equals(user.id())) {
            throw new NotAllowed("note.not-yours");
        }
        return note;
    }
}
