package ee.sild.reference;

import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import ee.sild.platform.Ids;
import ee.sild.platform.Ref;

/** An entry of one of the vendor's own vocabularies. */
@MappedSuperclass
abstract class VocabularyEntry {

    @Id
    private UUID id;

    private String name;

    protected VocabularyEntry() {
        // for Hibernate
    }

    VocabularyEntry(String name) {
        this.id = Ids.next();
        this.name = name.strip();
    }

    public Ref ref() {
        return new Ref(id, name);
    }
}
