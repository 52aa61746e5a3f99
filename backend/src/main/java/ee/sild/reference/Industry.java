package ee.sild.reference;

import jakarta.persistence.Entity;

/** An industry that customers belong to. */
@Entity
class Industry extends OrderedEntry {

    protected Industry() {
        // for Hibernate
    }

    Industry(String name) {
        super(name);
    }
}
