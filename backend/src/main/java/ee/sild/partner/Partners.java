package ee.sild.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.platform.Ref;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.AnswerTime;
import ee.sild.reference.BusinessCalendar;
import ee.sild.reference.Tier;
import ee.sild.settings.Policies;

/** The partner companies. Staff see all of them; a partner sees only its own. */
@ApplicationScoped
public class Partners implements PanacheRepositoryBase<Partner, UUID> {

    private static final Duration LONGEST = Duration.ofDays(731);

    private final Session session;
    private final Policies policies;

    Partners(Session session, Policies policies) {
        this.session = session;
        this.policies = policies;
    }

    public Partner get(UUID id, CurrentUser viewer) {
        return visible(findByIdOptional(id), viewer);
    }

    Partner lock(UUID id, CurrentUser viewer) {
        return visible(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE), viewer);
    }

    private static Partner visible(Optional<Partner> partner, CurrentUser viewer) {
        return partner.filter(found -> viewer.sees(found.id())).orElseThrow(NotFound::new);
    }

    /** The ID and name; null for a null ID. */
    public Ref ref(UUID id) {
        return id == null ? null : findByIdOptional(id).map(Partner::ref).orElse(null);
    }

    public Optional<Partner> active(UUID id) {
        return findByIdOptional(id).filter(partner -> partner.status() == PartnerStatus.ACTIVE);
    }

    /**
     * When an offer made now must be answered, by the tier of the partner.
     *
     * @param chosen the deadline that staff set, not in the past; null for the tier's time
     */
    public AnswerTime answerTime(Partner partner, Instant chosen, Instant now) {
        return terms(partner).answerTime(chosen, now, policies.get());
    }

    /** How many days a registration of the partner is exclusive, as set by its tier. */
    public Optional<Integer> exclusivityDays(UUID partner) {
        return terms(findById(partner)).exclusivityDays();
    }

    /** The partner's channel manager; null if it has none. */
    public UUID channelManager(UUID partner) {
        return Optional.ofNullable(findById(partner))
                .map(Partner::channelManagerId)
                .orElse(null);
    }

    /** The existing tiers with these IDs, highest first. */
    public List<Ref> tiers(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.createSelectionQuery("from Tier where id in :ids order by level", Tier.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(Tier::ref)
                        .toList();
    }

    /** The time of an offer that the partner has taken already: nobody waits for an answer. */
    public AnswerTime timeOfTaken(Instant now) {
        return TierTerms.NONE.answerTime(null, now, policies.get());
    }

    /**
     * For each tier with a calendar, whether the calendar has enough business hours for the tier's answer time, counted
     * from an instant.
     */
    public Map<UUID, Predicate<Instant>> deadlines() {
        return session.createSelectionQuery("from Tier where calendarId is not null", Tier.class)
                .getResultStream()
                .collect(Collectors.toMap(
                        tier -> tier.ref().id(),
                        tier -> session.find(BusinessCalendar.class, tier.calendarId())
                                .reaches(tier.answerTime())));
    }

    /**
     * The instant when this much working time has passed, by the calendar of the partner's tier if it has one; two
     * years later if the calendar does not have as much.
     */
    public Instant workingTimeAfter(UUID partner, Duration time, Instant now) {
        return terms(findById(partner)).after(now, time).orElse(now.plus(LONGEST));
    }

    private TierTerms terms(Partner partner) {
        return partner == null || partner.tierId() == null
                ? TierTerms.NONE
                : TierTerms.of(session.find(Tier.class, partner.tierId()), session);
    }
}
