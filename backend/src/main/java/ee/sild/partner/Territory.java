package ee.sild.partner;

import jakarta.persistence.Entity;

/** A region that the vendor sells in. */
@Entity
class Territory extends NamedThing {

    protected Territory() {
        // for Hibernate
    }

    Territory(String name) {
        super(name);
    }
}
