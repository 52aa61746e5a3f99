package ee.sild.partner.reference;

import jakarta.persistence.Entity;

/** A field of business of customers. */
@Entity
class Industry extends VocabularyEntry {

    protected Industry() {
        // for Hibernate
    }

    Industry(String name) {
        super(name);
    }
}
