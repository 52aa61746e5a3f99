package ee.sild.reference;

import java.util.UUID;

import jakarta.persistence.Entity;

/** A region in which the vendor sells. */
@Entity
class Territory extends VocabularyEntry {

    private UUID parentId;

    protected Territory() {
        // for Hibernate
    }

    Territory(String name) {
        super(name);
    }

    Territory in(UUID parent) {
        parentId = parent;
        return this;
    }

    TerritoryView view() {
        var ref = ref();
        return new TerritoryView(ref.id(), ref.name(), parentId);
    }
}
