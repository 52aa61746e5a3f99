package ee.sild.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import ee.sild.platform.Ref;
import ee.sild.platform.http.LocalName;
import ee.sild.platform.problem.Violations;

/** The entries of the vendor's vocabularies. */
@ApplicationScoped
public class Vocabularies {

    private final EntityManager database;

    Vocabularies(EntityManager database) {
        this.database = database;
    }

    /** The entries that can be chosen, in their order. */
    public List<VocabularyEntry> choosable(Vocabulary vocabulary) {
        return entries(vocabulary, "x.retired_at is null", Map.of());
    }

    /** The entries that can be chosen and the retired ones, in their order. */
    public List<VocabularyEntry> all(Vocabulary vocabulary) {
        return entries(vocabulary, "x.merged_into_id is null", Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<VocabularyEntry> entries(Vocabulary vocabulary, String condition, Map<String, Object> values) {
        String order =
                vocabulary == Vocabulary.TIER ? "x.rank, " + LocalName.sql("x") + ", x.id" : LocalName.order("x");
        var query = database.createNativeQuery(
                "select x.* from %s x where %s order by %s".formatted(vocabulary.table(), condition, order),
                vocabulary.type());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    public Ref add(Vocabulary vocabulary, String name) {
        return add(vocabulary.entry(name)).ref();
    }

    public <E extends VocabularyEntry> E add(E entry) {
        database.persist(entry);
        database.flush();
        return entry;
    }

    /** The ID and name of an entry; null for a null ID. */
    public Ref ref(Vocabulary vocabulary, UUID id) {
        return id == null ? null : database.find(vocabulary.type(), id).ref();
    }

    public List<Ref> refs(Vocabulary vocabulary, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entries(vocabulary, "x.id in (:ids)", Map.of("ids", ids)).stream()
                        .map(VocabularyEntry::ref)
                        .toList();
    }

    /** Throws if an ID cannot be chosen from the vocabulary. The violation points to the given field. */
    public void require(Vocabulary vocabulary, Collection<UUID> ids, String pointer) {
        new Violations().requireReference(has(vocabulary, ids), pointer).throwIfAny();
    }

    /** Whether all these IDs can be chosen from the vocabulary. A null ID is accepted. */
    public boolean has(Vocabulary vocabulary, Collection<UUID> ids) {
        return ids.stream().allMatch(id -> has(vocabulary, id));
    }

    /**
     * Whether the ID can be chosen from the vocabulary, or is null. Until the end of the transaction, nobody retires or
     * merges the entry, so a merge finds every reference to it.
     */
    public boolean has(Vocabulary vocabulary, UUID id) {
        if (id == null) {
            return true;
        }
        var entry = database.find(vocabulary.type(), id, LockModeType.PESSIMISTIC_READ);
        return entry != null && !entry.isRetired();
    }

    /** Whether all IDs that were not there before can be chosen: what was chosen earlier stays when it is retired. */
    public boolean has(Vocabulary vocabulary, Collection<UUID> before, Collection<UUID> after) {
        Set<UUID> added = new HashSet<>(after);
        added.removeAll(before);
        return has(vocabulary, added);
    }

    /** The same for a field with one ID or null. */
    public boolean has(Vocabulary vocabulary, UUID before, UUID after) {
        return Objects.equals(before, after) || has(vocabulary, after);
    }

    /** The entry, locked for a change; null if there is none. */
    public VocabularyEntry lock(Vocabulary vocabulary, UUID id) {
        // All entries: their order is changed by one request at a time, and two merges never wait for each other.
        database.createNativeQuery("lock table " + vocabulary.table() + " in share row exclusive mode")
                .executeUpdate();
        return database.find(vocabulary.type(), id);
    }

    public VocabularyEntry find(Vocabulary vocabulary, UUID id) {
        return database.find(vocabulary.type(), id);
    }

    /** Places an entry among the others, from 1; after all of them without a position. */
    public void place(Vocabulary vocabulary, UUID id, Integer position) {
        if (position == null) {
            place(vocabulary, Collections.singletonList(id), "null");
            return;
        }
        var order = new ArrayList<>(all(vocabulary).stream()
                .map(VocabularyEntry::id)
                .filter(other -> !other.equals(id))
                .toList());
        order.add(Math.min(position - 1, order.size()), id);
        place(vocabulary, order, "cast(n.position as int)");
    }

    /** The others keep their versions: only their order has changed. */
    private void place(Vocabulary vocabulary, List<UUID> order, String position) {
        database.flush();
        database.createNativeQuery("""
                        update {table} x set position = {position}
                          from unnest(cast(:order as uuid[])) with ordinality n (id, position)
                         where x.id = n.id and x.position is distinct from {position}""".replace("{table}", vocabulary.table()).replace("{position}", position))
                .setParameter("order", order.toArray(UUID[]::new))
                .executeUpdate();
        database.clear();
    }
}
