package ee.sild.distribution.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import ee.sild.platform.Ref;

/**
 * The data about a partner that matching uses for every opportunity. Load, refusals and latest deliveries are looked up
 * each time.
 *
 * @param tierHeight 1 for the highest tier down to 0 for the lowest; null without one
 * @param answerShare the sum of the shares of the allowed time that its answers took
 */
record PartnerSnapshot(
        Ref partner,
        Ref tier,
        Double tierHeight,
        boolean active,
        LocalDate programmeUntil,
        Set<UUID> territories,
        Set<UUID> competencies,
        BigDecimal revenueFrom,
        BigDecimal revenueTo,
        Integer capacity,
        int won,
        int lost,
        int answers,
        double answerShare,
        Instant lastDeliveredAt) {

    /** Combines it with the needs of an opportunity, and the tiers whose calendars have too few business hours. */
    Candidate with(Need need, Set<UUID> tiersWithoutDeadline) {
        int matched = 0;
        for (UUID competency : need.competencies()) {
            matched += competencies.contains(competency) ? 1 : 0;
        }
        UUID id = partner.id();
        Instant lately = need.recent().get(id);
        var fit = new CandidateFit(
                need.placeless(), steps(need.around()), need.competencies().size(), matched, need.value());
        var situation = new CandidateSituation(
                need.load().getOrDefault(id, 0),
                need.refusals().contains(id),
                need.isRegisteredBesides(id),
                id.equals(need.managing()),
                tier == null || !tiersWithoutDeadline.contains(tier.id()),
                lately == null || (lastDeliveredAt != null && lastDeliveredAt.isAfter(lately))
                        ? lastDeliveredAt
                        : lately);
        return new Candidate(this, fit, situation);
    }

    boolean isInProgramme(LocalDate today) {
        return active && (programmeUntil == null || !programmeUntil.isBefore(today));
    }

    /** Whether an estimated value is in its revenue band. */
    boolean takes(BigDecimal value) {
        return (revenueFrom == null || value.compareTo(revenueFrom) >= 0)
                && (revenueTo == null || value.compareTo(revenueTo) <= 0);
    }

    private Integer steps(Map<UUID, Integer> around) {
        Integer least = null;
        for (UUID territory : territories) {
            Integer steps = around.get(territory);
            least = steps == null || (least != null && least <= steps) ? least : steps;
        }
        return least;
    }

    /**
     * What an opportunity requires, and the current state.
     *
     * @param around its territory and those around it, with the levels up
     * @param managing the customer's managing partner; null for none
     * @param load how many opportunities each partner works on
     * @param refusals the partners that had it and did not take or keep it
     * @param holders the partners that have exclusivity for the customer
     * @param recent the latest deliveries, if newer than those in the snapshot
     */
    record Need(
            boolean placeless,
            Map<UUID, Integer> around,
            Set<UUID> competencies,
            BigDecimal value,
            UUID managing,
            Map<UUID, Integer> load,
            Set<UUID> refusals,
            Set<UUID> holders,
            Map<UUID, Instant> recent) {

        boolean isRegisteredBesides(UUID partner) {
            return holders.size() > 1 || (holders.size() == 1 && !holders.contains(partner));
        }
    }
}
