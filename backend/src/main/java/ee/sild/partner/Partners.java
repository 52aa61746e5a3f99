package ee.sild.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import ee.sild.platform.Page;
import ee.sild.platform.Ref;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.AnswerTime;
import ee.sild.reference.BusinessCalendar;
import ee.sild.reference.Tier;
import ee.sild.settings.Policies;

/** The partner companies. Staff see all of them; a partner sees only its own. */
@ApplicationScoped
public class Partners implements PanacheRepositoryBase<Partner, UUID> {

    private static final Duration WITHOUT_TIER = Duration.ofDays(2);

    private final Session session;
    private final Policies policies;

    Partners(Session session, Policies policies) {
        this.session = session;
        this.policies = policies;
    }

    public Partner get(UUID id, CurrentUser viewer) {
        return findByIdOptional(id)
                .filter(partner -> isVisible(partner, viewer))
                .orElseThrow(NotFound::new);
    }

    Partner lock(UUID id, CurrentUser viewer) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(partner -> isVisible(partner, viewer))
                .orElseThrow(NotFound::new);
    }

    private static boolean isVisible(Partner partner, CurrentUser viewer) {
        return viewer.sees(partner.id());
    }

    /** The ID and name; null for a null ID. */
    public Ref ref(UUID id) {
        return id == null
                ? null
                : findByIdOptional(id)
                        .map(partner -> new Ref(partner.id(), partner.name()))
                        .orElse(null);
    }

    public Optional<Partner> active(UUID id) {
        return findByIdOptional(id).filter(partner -> partner.status() == PartnerStatus.ACTIVE);
    }

    /**
     * The deadline and the reminder time of an offer made now. They depend on the partner's tier and, if the tier has a
     * calendar, on its business hours.
     *
     * @param chosen the deadline that staff set, not in the past; null for the tier's time
     */
    public AnswerTime answerTime(Partner partner, Instant chosen, Instant now) {
        var tier = partner.tierId() == null ? null : session.find(Tier.class, partner.tierId());
        var calendar = chosen != null || tier == null || tier.calendarId() == null
                ? null
                : session.find(BusinessCalendar.class, tier.calendarId());
        var time = chosen != null ? Duration.between(now, chosen) : tier == null ? WITHOUT_TIER : tier.answerTime();
        return new AnswerTime(
                after(now, time, calendar),
                policies.get()
                        .reminderAfter(time)
                        .map(part -> after(now, part, calendar))
                        .orElse(null));
    }

    /** How many days a registration of the partner is exclusive, as set by its tier. */
    public Optional<Integer> exclusivityDays(UUID partner) {
        return Optional.ofNullable(tier(partner)).map(Tier::exclusivityDays);
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

    private Tier tier(UUID partner) {
        return Optional.ofNullable(findById(partner))
                .map(Partner::tierId)
                .map(id -> session.find(Tier.class, id))
                .orElse(null);
    }

    /** The instant when this much working time has passed, by the calendar of the partner's tier if it has one. */
    public Instant workingTimeAfter(UUID partner, Duration time, Instant now) {
        var tier = tier(partner);
        return after(
                now,
                time,
                tier == null || tier.calendarId() == null
                        ? null
                        : session.find(BusinessCalendar.class, tier.calendarId()));
    }

    private static Instant after(Instant now, Duration time, BusinessCalendar calendar) {
        return calendar == null ? now.plus(time) : calendar.after(now, time);
    }

    /** Whether the partner has reached its capacity. */
    public boolean isFull(Partner partner) {
        return partner.capacity() != null && load(partner.id()) >= partner.capacity();
    }

    private long load(UUID partner) {
        return session.createSelectionQuery("select l.open from PartnerLoad l where l.partnerId = :partner", Long.class)
                .setParameter("partner", partner)
                .uniqueResultOptional()
                .orElse(0L);
    }

    Page<PartnerSummary> search(PartnerFilter filter, PageRequest page, CurrentUser viewer) {
        return new KeysetQuery<PartnerSummary>(
                        """
                        new ee.sild.partner.PartnerSummary(p.id, p.name, p.country, p.status,
                          new ee.sild.platform.Ref(t.id, t.name),
                            new ee.sild.platform.Ref(p.channelManagerId,
                                coalesce(m.name, cast(function('display_name', p.channelManagerId) as String))),
                                  p.capacity,
                            coalesce((select l.open from PartnerLoad l where l.partnerId = p.id), 0L),
                            p.updatedAt)""",
                        "Partner p left join Tier t on t.id = p.tierId left join User m on m.id = p.channelManagerId",
                        "p")
                .sortable("name", "lower(p.name)", String.class)
                .sortable("updatedAt", "p.updatedAt", Instant.class)
                .sortable("tier", "coalesce(t.level, 1000)", Integer.class)
                .where("p.id = :own", "own", viewer.partnerScope())
                .where("lower(p.name) like lower(:q) escape '!'", "q", KeysetQuery.containing(filter.q))
                .where("p.status in :status", "status", filter.status)
                .where("p.tierId in :tier", "tier", filter.tierId)
                .where(
                        "exists (select 1 from Partner x join x.territories area where x.id = p.id "
                                + "and area in :territory)",
                        "territory",
                        filter.territoryId)
                .page(session, page, "name");
    }
}
