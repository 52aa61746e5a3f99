package ee.sild.reference;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.platform.Ids;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.Messages;

/**
 * An entry of one of the vendor's own vocabularies. It has one name for all languages, and may have others for single
 * ones. A retired entry stays where it is used and cannot be chosen any more.
 */
@MappedSuperclass
public abstract class VocabularyEntry {

    @Id
    private UUID id;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> names = Map.of();

    private Instant retiredAt;
    private UUID mergedIntoId;

    @Version
    private long version;

    protected VocabularyEntry() {
        // for Hibernate
    }

    VocabularyEntry(String name) {
        this.id = Ids.next();
        this.name = name.strip();
    }

    public UUID id() {
        return id;
    }

    /** The ID, and the name in the language of the request. */
    public Ref ref() {
        return new Ref(id, displayName());
    }

    public String name() {
        return name;
    }

    /** The names in single languages, by their tags. */
    public Map<String, String> names() {
        return names;
    }

    /** The name in the language of the request. */
    public String displayName() {
        return names.getOrDefault(Messages.language().code(), name);
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** The entry that has taken the place of this one; null if there is none. */
    public UUID mergedIntoId() {
        return mergedIntoId;
    }

    public long version() {
        return version;
    }

    public void rename(String newName, Map<String, String> newNames) {
        name = newName.strip();
        names = newNames == null ? Map.of() : Map.copyOf(newNames);
    }

    /** Retires the entry, or lets it be chosen again. */
    public void retire(boolean isRetired, Instant now) {
        if (isRetired != isRetired()) {
            retiredAt = isRetired ? now : null;
        }
    }

    public void mergeInto(UUID kept, Instant now) {
        mergedIntoId = kept;
        retire(true, now);
    }
}
