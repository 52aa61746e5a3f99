package ee.sild.distribution.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.NotFound;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** The distribution rules, in order. */
@ApplicationScoped
public class DistributionRules implements PanacheRepositoryBase<DistributionRule, UUID> {

    private final Vocabularies vocabularies;

    DistributionRules(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** The first active rule whose conditions the opportunity meets. */
    public Optional<DistributionRule> decidesOn(UUID opportunity, LocalDate today) {
        var id = (UUID) ScalarQuery.of(getEntityManager(), "select rule_for(:opportunity, :today)", UUID.class)
                .setParameter("opportunity", opportunity)
                .setParameter("today", today)
                .getSingleResult();
        return id == null ? Optional.empty() : findByIdOptional(id);
    }

    DistributionRule get(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    DistributionRule lock(UUID id) {
        // Locks all rules: their positions are changed by one request at a time.
        return locked().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public DistributionRule add(EditDistributionRuleRequest details) {
        check(details, Set.of(), Set.of());
        var others = locked();
        var rule = new DistributionRule(details, others.size() + 1);
        persist(rule);
        place(rule, others, details.position());
        flush();
        return rule;
    }

    void edit(DistributionRule rule, EditDistributionRuleRequest details) {
        check(details, rule.territories(), rule.productLines());
        rule.edit(details);
        var others = locked();
        others.remove(rule);
        place(rule, others, details.position());
        flush();
    }

    void remove(DistributionRule rule) {
        var others = locked();
        others.remove(rule);
        delete(rule);
        number(others);
        flush();
    }

    /** Locks the table before reading: a rule that is being added has no row to lock yet. */
    private List<DistributionRule> locked() {
        getEntityManager()
                .createNativeQuery("lock table distribution_rule in share row exclusive mode")
                .executeUpdate();
        return new ArrayList<>(find("order by position")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
    }

    private static void place(DistributionRule rule, List<DistributionRule> others, Integer position) {
        others.add(position == null ? others.size() : Math.min(position - 1, others.size()), rule);
        number(others);
    }

    private static void number(List<DistributionRule> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).moveTo(i + 1);
        }
    }

    private void check(EditDistributionRuleRequest details, Set<UUID> territories, Set<UUID> productLines) {
        details.findings()
                .requireReference(
                        vocabularies.has(Vocabulary.TERRITORY, territories, details.territoryIds()), "/territoryIds")
                .requireReference(
                        vocabularies.has(Vocabulary.PRODUCT_LINE, productLines, details.productLineIds()),
                        "/productLineIds")
                .throwIfAny();
    }
}
