package ee.sild.distribution.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.Ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CandidateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static Candidate candidate(String field, String value) {
        var snapshot = new PartnerSnapshot(
                new Ref(UUID.randomUUID(), "Põhjala"),
                null,
                field.equals("tierHeight") ? Double.valueOf(value) : null,
                !field.equals("active"),
                field.equals("programmeUntil") ? LocalDate.parse(value) : null,
                Set.of(),
                competencies(field.equals("matched") ? 4 : 3),
                field.equals("revenueFrom") ? new BigDecimal(value) : null,
                field.equals("revenueTo") ? new BigDecimal(value) : null,
                field.equals("capacity") ? integer(value) : null,
                field.equals("won") ? Integer.parseInt(value) : 0,
                0,
                field.equals("answerShare") ? 8 : 0,
                field.equals("answerShare") ? Double.parseDouble(value) : 0,
                null);
        var fit = new CandidateFit(
                field.equals("placeless"),
                field.equals("steps") ? integer(value) : Integer.valueOf(0),
                field.equals("required") || field.equals("matched") ? 2 : 0,
                field.equals("matched") ? Integer.parseInt(value) : 0,
                field.startsWith("revenue") ? BigDecimal.valueOf(100) : null);
        var situation = new CandidateSituation(
                3,
                field.equals("refused"),
                field.equals("registered"),
                field.equals("managing"),
                !field.equals("timeless"),
                field.equals("days") ? NOW.minus(Duration.ofDays(Long.parseLong(value))) : null);
        return new Candidate(snapshot, fit, situation);
    }

    private static Set<UUID> competencies(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).collect(Collectors.toSet());
    }

    private static Integer integer(String value) {
        return value.isEmpty() ? null : Integer.valueOf(value);
    }

    @ParameterizedTest
    @CsvSource({
        "active, '', IN_PROGRAMME, false",
        "programmeUntil, 2026-03-02, IN_PROGRAMME, true",
        "programmeUntil, 2026-03-01, IN_PROGRAMME, false",
        "steps, 1, TERRITORY, true",
        "steps, '', TERRITORY, false",
        "placeless, '', TERRITORY, true",
        "required, 0, COMPETENCIES, false",
        "matched, 1, COMPETENCIES, false",
        "matched, 2, COMPETENCIES, true",
        "revenueFrom, 100, REVENUE_BAND, true",
        "revenueFrom, 101, REVENUE_BAND, false",
        "revenueTo, 100, REVENUE_BAND, true",
        "revenueTo, 99, REVENUE_BAND, false",
        "capacity, 3, CAPACITY, false",
        "capacity, 4, CAPACITY, true",
        "nothing, '', CAPACITY, true",
        "refused, '', NOT_REFUSED, false",
        "nothing, '', NOT_REFUSED, true",
        "registered, '', NO_OTHER_REGISTRATION, false",
        "nothing, '', NO_OTHER_REGISTRATION, true",
        "timeless, '', ANSWER_TIME, false",
        "nothing, '', ANSWER_TIME, true"
    })
    void each_rule_excludes_the_partners_that_violate_it(
            String field, String value, MatchingRule rule, boolean fulfilled) {
        assertThat(candidate(field, value).verdicts(TODAY))
                .contains(new MatchView.RuleVerdict(rule, fulfilled))
                .hasSize(MatchingRule.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "managing, '', MANAGING_PARTNER, 1",
        "nothing, '', MANAGING_PARTNER, 0",
        "tierHeight, 0.5, TIER, 0.5",
        "nothing, '', TIER, 0",
        "matched, 2, COMPETENCY_FIT, 0.5",
        "matched, 1, COMPETENCY_FIT, 0.2",
        "nothing, '', COMPETENCY_FIT, 0.5",
        "steps, 0, TERRITORY_DISTANCE, 1",
        "steps, 1, TERRITORY_DISTANCE, 0.5",
        "steps, 3, TERRITORY_DISTANCE, 0.25",
        "placeless, '', TERRITORY_DISTANCE, 0.5",
        "won, 0, WIN_RATE, 0.5",
        "won, 8, WIN_RATE, 0.9",
        "answerShare, 0, ANSWER_SPEED, 0.9",
        "answerShare, 8, ANSWER_SPEED, 0.1",
        "nothing, '', ANSWER_SPEED, 0.5",
        "capacity, 4, FREE_CAPACITY, 0.25",
        "capacity, 0, FREE_CAPACITY, 0",
        "nothing, '', FREE_CAPACITY, 0.7692",
        "nothing, '', FAIRNESS, 1",
        "days, 30, FAIRNESS, 0.6321",
        "days, 0, FAIRNESS, 0"
    })
    void each_score_follows_its_formula(String field, String value, MatchingScore score, double expected) {
        assertThat(candidate(field, value).score(score, NOW)).isCloseTo(expected, within(0.0001));
    }

    @Test
    void the_total_is_the_weighted_mean_with_default_weights() {
        for (MatchingScore score : MatchingScore.values()) {
            assertThat(MatchingWeights.USUAL.of(score)).isPositive();
        }
        assertThat(candidate("steps", "1").total(new MatchingWeights(100, 0, 0, 100, 0, 0, 0, 0), NOW))
                .isEqualTo(0.25);
        assertThat(candidate("steps", "1").total(new MatchingWeights(0, 0, 0, 0, 0, 0, 0, 0), NOW))
                .isZero();
    }
}
