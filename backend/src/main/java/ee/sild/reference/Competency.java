package ee.sild.reference;

import jakarta.persistence.Entity;

/** A skill that partners have and opportunities require. */
@Entity
class Competency extends OrderedEntry {

    protected Competency() {
        // for Hibernate
    }

    Competency(String name) {
        super(name);
    }
}
