package ee.sild.reference;

import jakarta.persistence.Entity;

/** A family of the vendor's products. */
@Entity
class ProductLine extends OrderedEntry {

    protected ProductLine() {
        // for Hibernate
    }

    ProductLine(String name) {
        super(name);
    }
}
