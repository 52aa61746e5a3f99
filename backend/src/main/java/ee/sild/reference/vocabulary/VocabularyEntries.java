package ee.sild.reference.vocabulary;

import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.Language;
import ee.sild.platform.Page;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.problem.Violations;
import ee.sild.reference.OrderedEntry;
import ee.sild.reference.Territory;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.reference.VocabularyEntry;

/** Shows and changes the entries of the vocabularies. */
@ApplicationScoped
class VocabularyEntries {

    private static final String MERGING = "select m.kept_id from vocabulary_merge m where m.ended_at is null";

    private final Vocabularies vocabularies;
    private final EntityManager database;
    private final Clock clock;

    VocabularyEntries(Vocabularies vocabularies, EntityManager database, Clock clock) {
        this.vocabularies = vocabularies;
        this.database = database;
        this.clock = clock;
    }

    Page<VocabularyEntryView> list(Vocabulary vocabulary, boolean includeRetired) {
        var merging = merging();
        return Page.whole(entries(vocabulary, includeRetired).stream()
                .map(entry -> VocabularyEntryView.of((OrderedEntry) entry, merging.contains(entry.id())))
                .toList());
    }

    Page<TerritoryView> territories(boolean includeRetired) {
        var merging = merging();
        return Page.whole(entries(Vocabulary.TERRITORY, includeRetired).stream()
                .map(entry -> TerritoryView.of((Territory) entry, merging.contains(entry.id())))
                .toList());
    }

    private List<VocabularyEntry> entries(Vocabulary vocabulary, boolean includeRetired) {
        return includeRetired ? vocabularies.all(vocabulary) : vocabularies.choosable(vocabulary);
    }

    /** The entries into which others are being merged. */
    private Set<UUID> merging() {
        return new HashSet<>(ScalarQuery.of(database, MERGING, UUID.class).getResultList());
    }

    VocabularyEntryView view(Vocabulary vocabulary, UUID id) {
        return VocabularyEntryView.of(
                (OrderedEntry) found(vocabularies.find(vocabulary, id)),
                merging().contains(id));
    }

    TerritoryView territory(UUID id) {
        return TerritoryView.of(
                (Territory) found(vocabularies.find(Vocabulary.TERRITORY, id)),
                merging().contains(id));
    }

    VocabularyEntryView add(Vocabulary vocabulary, AddEntryRequest request) {
        check(request.names());
        UUID id = vocabularies.add(vocabulary, request.name()).id();
        vocabularies.find(vocabulary, id).rename(request.name(), request.names());
        database.flush();
        return view(vocabulary, id);
    }

    TerritoryView add(AddTerritoryRequest request) {
        check(request.names());
        vocabularies.require(Vocabulary.TERRITORY, Collections.singleton(request.parentId()), "/parentId");
        var territory = new Territory(request.name());
        territory.rename(request.name(), request.names());
        territory.moveTo(request.parentId());
        return territory(vocabularies.add(territory).id());
    }

    /** The entry, locked for a change. One that was merged cannot be changed any more. */
    OrderedEntry lock(Vocabulary vocabulary, UUID id) {
        var entry = found(vocabularies.lock(vocabulary, id));
        if (entry.mergedIntoId() != null) {
            throw new RuleViolation("vocabulary.merged");
        }
        return (OrderedEntry) entry;
    }

    void edit(Vocabulary vocabulary, OrderedEntry entry, EntryDetails details) {
        check(details.names());
        Integer place = entry.position();
        entry.rename(details.name(), details.names());
        entry.retire(details.retired(), clock.instant());
        database.flush();
        if (!Objects.equals(place, details.position())) {
            vocabularies.place(vocabulary, entry.id(), details.position());
        }
    }

    /** Makes it part of another territory. */
    void move(Territory territory, UUID parent) {
        new Violations()
                .requireReference(vocabularies.has(Vocabulary.TERRITORY, territory.parentId(), parent), "/parentId")
                .addIf(parent != null && isWithin(parent, territory.id()), "/parentId", "within-itself")
                .throwIfAny();
        territory.moveTo(parent);
    }

    private boolean isWithin(UUID territory, UUID other) {
        return ScalarQuery.of(
                        database,
                        "select exists (select from territories_around(:territory) t where t.id = :other)",
                        Boolean.class)
                .setParameter("territory", territory)
                .setParameter("other", other)
                .getSingleResult();
    }

    private static VocabularyEntry found(VocabularyEntry entry) {
        if (entry == null) {
            throw new NotFound();
        }
        return entry;
    }

    /** Throws if there is a name in a language that is not supported. */
    static void check(Map<String, String> names) {
        var supported = Language.supported().stream().map(Language::code).toList();
        var violations = new Violations();
        names.keySet()
                .forEach(language ->
                        violations.addIf(!supported.contains(language), "/names/" + language, "unsupported-language"));
        violations.throwIfAny();
    }
}
