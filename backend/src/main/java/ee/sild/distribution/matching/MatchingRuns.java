package ee.sild.distribution.matching;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.identity.Users;
import ee.sild.partner.Partners;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.NotFound;

/** The stored decisions of matching: which candidates there were, and who got the offer. */
@ApplicationScoped
public class MatchingRuns implements PanacheRepositoryBase<MatchingRun, UUID> {

    private final Partners partners;
    private final Users users;
    private final ObjectMapper json;

    MatchingRuns(Partners partners, Users users, ObjectMapper json) {
        this.partners = partners;
        this.users = users;
        this.json = json;
    }

    /**
     * Stores a decision.
     *
     * @param rule the distribution rule that chose the method; null if staff did
     * @param by the user who distributes; null for the system
     */
    public MatchingRun record(
            UUID opportunity,
            Ref partner,
            DistributionMethod method,
            String rule,
            MatchesView matches,
            UUID by,
            Instant now) {
        var run = new MatchingRun(opportunity, partner.id(), method, rule, write(matches), by, now);
        persist(run);
        return run;
    }

    /** Why an offer was made to its partner. Throws {@link NotFound} if there is none: staff selected the partner. */
    public MatchingRunView view(UUID id) {
        var run = Optional.ofNullable(id).flatMap(this::findByIdOptional).orElseThrow(NotFound::new);
        return new MatchingRunView(
                run.id(),
                run.method(),
                partners.ref(run.partnerId()),
                run.rule(),
                run.decidedBy() == null ? null : users.ref(run.decidedBy()),
                read(run.result(), MatchesView.class));
    }

    /** Weights as an opportunity's distribution plan stores them; null for null. */
    public String write(MatchingWeights weights) {
        return weights == null ? null : write((Object) weights);
    }

    public MatchingWeights weights(String stored) {
        return stored == null ? null : read(stored, MatchingWeights.class);
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
