package ee.sild.reference;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.Ref;
import ee.sild.platform.http.NameOrder;
import ee.sild.platform.problem.Violations;

/** The entries of the vendor's vocabularies. */
@ApplicationScoped
public class Vocabularies {

    private final EntityManager database;

    Vocabularies(EntityManager database) {
        this.database = database;
    }

    public List<Ref> all(Vocabulary vocabulary) {
        return database.createQuery(
                        "from " + vocabulary.type().getName() + " order by " + NameOrder.hql("name"),
                        VocabularyEntry.class)
                .getResultStream()
                .map(VocabularyEntry::ref)
                .toList();
    }

    public Ref add(Vocabulary vocabulary, String name) {
        var entry = vocabulary.entry(name);
        database.persist(entry);
        database.flush();
        return entry.ref();
    }

    /** The ID and name of an entry; null for a null ID. */
    public Ref ref(Vocabulary vocabulary, UUID id) {
        return id == null ? null : database.find(vocabulary.type(), id).ref();
    }

    public List<Ref> refs(Vocabulary vocabulary, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.createQuery(
                                "from " + vocabulary.type().getName() + " where id in :ids order by "
                                        + NameOrder.hql("name"),
                                VocabularyEntry.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(VocabularyEntry::ref)
                        .toList();
    }

    /** Throws if an ID is not in the vocabulary. The violation points to the given field. */
    public void require(Vocabulary vocabulary, Collection<UUID> ids, String pointer) {
        new Violations().requireReference(has(vocabulary, ids), pointer).throwIfAny();
    }

    /** Whether all these IDs are in the vocabulary. A null ID is accepted. */
    public boolean has(Vocabulary vocabulary, Collection<UUID> ids) {
        return ids.stream().allMatch(id -> has(vocabulary, id));
    }

    /** Whether the ID is in the vocabulary or null. */
    public boolean has(Vocabulary vocabulary, UUID id) {
        return id == null || database.find(vocabulary.type(), id) != null;
    }
}
