package ee.sild.reference;

import java.util.UUID;

import jakarta.persistence.Entity;

/** A region in which the vendor sells. */
@Entity
public class Territory extends OrderedEntry {

    private UUID parentId;

    protected Territory() {
        // for Hibernate
    }

    public Territory(String name) {
        super(name);
    }

    /** The territory that contains this one; null if there is none. */
    public UUID parentId() {
        return parentId;
    }

    public void moveTo(UUID parent) {
        parentId = parent;
    }
}
