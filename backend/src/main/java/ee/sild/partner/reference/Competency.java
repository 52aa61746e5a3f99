package ee.sild.partner.reference;

import jakarta.persistence.Entity;

/** A skill that partners have and opportunities ask for. */
@Entity
class Competency extends VocabularyEntry {

    protected Competency() {
        // for Hibernate
    }

    Competency(String name) {
        super(name);
    }
}
