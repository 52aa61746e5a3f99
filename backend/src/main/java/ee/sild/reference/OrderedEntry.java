package ee.sild.reference;

import jakarta.persistence.MappedSuperclass;

/** An entry of a vocabulary whose order the vendor decides. */
@MappedSuperclass
public abstract class OrderedEntry extends VocabularyEntry {

    private Integer position;

    protected OrderedEntry() {
        // for Hibernate
    }

    OrderedEntry(String name) {
        super(name);
    }

    /** The place among the entries, from 1; null for an entry that follows those with a place, by its name. */
    public Integer position() {
        return position;
    }
}
