package ee.sild.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.opportunity.OpportunityEvent.Kind;
import ee.sild.opportunity.edit.EditOpportunityRequest;
import ee.sild.platform.Ids;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.settings.MaskedField;

import static jakarta.persistence.EnumType.STRING;

/** A chance to sell something to a customer, which the vendor hands to a partner or a partner brings. */
@Entity
public class Opportunity {

    /** How long a partner gets to close what it has accepted, where nobody has said. */
    private static final int DEFAULT_DAYS_TO_CLOSE = 90;

    /** After these a cascade looks for the next partner. */
    private static final Set<Transition> KEEPS_PLAN = EnumSet.of(
            Transition.DISTRIBUTE,
            Transition.ACCEPT,
            Transition.DECLINE,
            Transition.EXPIRE,
            Transition.HOLD,
            Transition.RESUME,
            Transition.RETURN);

    /** The method by which the distribution rules decide. */
    private static final String AUTOMATIC = "AUTOMATIC";

    @Id
    private UUID id;

    private String number;
    private String topic;
    private String summary;
    private UUID customerId;
    private String currency;
    private BigDecimal estimatedValue;
    private BigDecimal actualValue;
    private Integer probability;
    private LocalDate estimatedCloseDate;
    private String customerSituation;
    private String customerNeed;
    private String customerPainPoints;
    private String proposedSolution;
    private UUID territoryId;
    private UUID industryId;

    @Enumerated(STRING)
    private Source source;

    @Enumerated(STRING)
    private OpportunityStatus status;

    @Enumerated(STRING)
    private Phase phase;

    private UUID ownerId;
    private UUID partnerId;
    private UUID partnerUserId;
    private UUID createdBy;
    private UUID collaborationId;
    private String method;

    @JdbcTypeCode(SqlTypes.JSON)
    private String weights;

    private boolean exhausted;
    private UUID distributionId;
    private Instant answerBy;
    private Instant deliveredAt;
    private Instant acceptedAt;
    private Instant closedAt;
    private LocalDate closedOn;
    private LocalDate dueOn;
    private int extensions;

    @Embedded
    private ExtensionRequest extensionRequest;

    private String reasonCode;
    private String reason;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "opportunity_contact", joinColumns = @JoinColumn(name = "opportunity_id"))
    @Column(name = "contact_id")
    private Set<UUID> contacts = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "opportunity_product_line", joinColumns = @JoinColumn(name = "opportunity_id"))
    @Column(name = "product_line_id")
    private Set<UUID> productLines = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "opportunity_competency", joinColumns = @JoinColumn(name = "opportunity_id"))
    @Column(name = "competency_id")
    private Set<UUID> requiredCompetencies = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "opportunity_external_reference", joinColumns = @JoinColumn(name = "opportunity_id"))
    private Set<ExternalReference> externalReferences = new HashSet<>();

    protected Opportunity() {
        // for Hibernate
    }

    private Opportunity(String number, UUID customerId, EditOpportunityRequest details, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.number = number;
        this.customerId = customerId;
        this.createdBy = createdBy;
        this.createdAt = now;
        write(details, now);
    }

    /** One that staff bring, to be handed to a partner. */
    public static Opportunity byStaff(
            String number, UUID customerId, EditOpportunityRequest details, UUID createdBy, Instant now) {
        var opportunity = new Opportunity(number, customerId, details, createdBy, now);
        opportunity.source = Source.DISTRIBUTED;
        opportunity.status = OpportunityStatus.NEW;
        return opportunity;
    }

    /** One that a partner brings; it is the partner's once staff approve. */
    public static Opportunity byPartner(
            String number,
            UUID customerId,
            EditOpportunityRequest details,
            UUID createdBy,
            UUID partnerId,
            Instant now) {
        var opportunity = new Opportunity(number, customerId, details, createdBy, now);
        opportunity.source = Source.PARTNER_CREATED;
        opportunity.status = OpportunityStatus.PENDING_APPROVAL;
        opportunity.partnerId = partnerId;
        opportunity.partnerUserId = createdBy;
        return opportunity;
    }

    public OpportunityEvent created(Instant now) {
        return event(Kind.CREATED, EventDetails.NONE, now);
    }

    public OpportunityEvent edit(
            EditOpportunityRequest details, List<EventDetails.FieldChange> changes, Party by, Instant now) {
        requireEditing(by);
        write(details, now);
        return event(Kind.EDITED, EventDetails.edited(changes), now);
    }

    public void requireEditing(Party by) {
        if (!by.isWorking()) {
            throw new NotAllowed("opportunity.not-yours");
        }
        if (status.isClosed()) {
            throw new RuleViolation("opportunity.closed");
        }
    }

    private void write(EditOpportunityRequest details, Instant now) {
        topic = details.topic().strip();
        summary = details.summary();
        currency = details.currency();
        estimatedValue = details.estimatedValue() == null
                ? null
                : details.estimatedValue().amount();
        probability = details.probability();
        estimatedCloseDate = details.estimatedCloseDate();
        customerSituation = details.customerSituation();
        customerNeed = details.customerNeed();
        customerPainPoints = details.customerPainPoints();
        proposedSolution = details.proposedSolution();
        territoryId = details.territoryId();
        industryId = details.industryId();
        ownerId = details.ownerId();
        dueOn = details.dueOn();
        if (extensionRequest != null && dueOn != null && !dueOn.isBefore(extensionRequest.dueOn())) {
            extensionRequest = null;
        }
        replace(contacts, details.contactIds());
        replace(productLines, details.productLineIds());
        replace(requiredCompetencies, details.requiredCompetencyIds());
        replace(externalReferences, details.externalReferences());
        updatedAt = now;
    }

    private static <T> void replace(Set<T> kept, Collection<T> next) {
        kept.retainAll(next);
        kept.addAll(next);
    }

    public OpportunityEvent approve(Party by, Instant now) {
        move(Transition.APPROVE, by, now);
        startWork(partnerUserId, now);
        return event(Kind.APPROVED, EventDetails.NONE, now);
    }

    public OpportunityEvent reject(String why, Party by, Instant now) {
        move(Transition.REJECT, by, now);
        close(null, why, LocalDate.ofInstant(now, ZoneOffset.UTC), now);
        return event(Kind.REJECTED, EventDetails.NONE.because(null, why), now);
    }

    /** Refuses where it cannot be offered to anybody now. */
    public void requireDistribution(Party by) {
        if (Transitions.next(status, Transition.DISTRIBUTE, by).isEmpty()) {
            throw new RuleViolation("opportunity.transition", status);
        }
    }

    /** Offers it to a partner, which has to answer in time. */
    public OpportunityEvent deliver(UUID distribution, Ref partner, Instant answerTime, Party by, Instant now) {
        move(Transition.DISTRIBUTE, by, now);
        distributionId = distribution;
        partnerId = partner.id();
        answerBy = answerTime;
        deliveredAt = now;
        forgetReasons();
        return event(Kind.DELIVERED, EventDetails.with(partner), now);
    }

    /** Lets the first partner that fits take it. */
    public OpportunityEvent pool(Party by, Instant now) {
        move(Transition.OPEN_TO_POOL, by, now);
        forgetReasons();
        return event(Kind.POOLED, EventDetails.NONE, now);
    }

    /** A partner takes it out of the pool, before any other. */
    public OpportunityEvent claim(UUID partner, UUID partnerUser, Instant now) {
        if (status != OpportunityStatus.POOL) {
            throw new RuleViolation("pool.taken");
        }
        move(Transition.CLAIM, Party.ANY_PARTNER, now);
        partnerId = partner;
        deliveredAt = now;
        startWork(partnerUser, now);
        return event(Kind.CLAIMED, EventDetails.NONE, now);
    }

    /**
     * From now on several partners work on it, or do so once they accept; a partner that works on it already is one of
     * them.
     */
    public void share(boolean asked, Party by, Instant now) {
        if (status.isWorked()) {
            requireWork(by);
            hand(null);
            partnerUserId = null;
        } else {
            move(asked ? Transition.DISTRIBUTE : Transition.COLLABORATE, by, now);
            deliveredAt = now;
            forgetReasons();
            if (!asked) {
                startWork(null, now);
            }
        }
        collaborationId = Ids.next();
    }

    /** Another partner is to work on it too. */
    public OpportunityEvent add(Ref partner, Party by, Instant now) {
        requireSharing(by);
        begin(now);
        return event(Kind.COLLABORATOR_ADDED, EventDetails.with(partner), now);
    }

    /** Another partner is asked to work on it too; of that only this one hears. */
    public OpportunityEvent ask(Ref partner, Party by, Instant now) {
        requireSharing(by);
        updatedAt = now;
        return eventWith(partner.id(), Kind.DELIVERED, EventDetails.with(partner), now);
    }

    /** One of the partners that were asked takes part. */
    public OpportunityEvent join(Ref partner, Instant now) {
        begin(now);
        return event(Kind.ACCEPTED, EventDetails.with(partner), now);
    }

    /** With the first of several partners the work begins. */
    private void begin(Instant now) {
        if (status == OpportunityStatus.DELIVERED) {
            move(Transition.ACCEPT, Party.OFFERED_PARTNER, now);
            startWork(null, now);
        }
        updatedAt = now;
    }

    /** A partner is told that its answer is due. */
    public OpportunityEvent reminded(UUID partner, Instant now) {
        return eventWith(partner, Kind.REMINDED, EventDetails.NONE, now);
    }

    /** A partner now sees what was kept from it before it accepted. */
    public OpportunityEvent revealed(Ref partner, Set<MaskedField> fields, Instant now) {
        var names = fields.stream()
                .map(field -> new EventDetails.FieldChange(field.name(), null, null))
                .toList();
        return eventWith(partner.id(), Kind.REVEALED, EventDetails.with(partner).changing(names), now);
    }

    /** Its partner has done nothing for too long. */
    public OpportunityEvent alerted(Alert alert, Instant now) {
        return event(Kind.ALERTED, EventDetails.NONE.because(alert.name(), null), now);
    }

    /** One of the partners that were asked does not take part, and others are left. */
    public OpportunityEvent dropped(UUID partner, Kind how, String code, String why, Instant now) {
        updatedAt = now;
        return eventWith(partner, how, EventDetails.NONE.because(code, why), now);
    }

    /** Staff take one of several partners off it. */
    public OpportunityEvent remove(Ref partner, Party by, Instant now) {
        requireSharing(by);
        hand(partner.id().equals(partnerId) ? null : partnerId);
        updatedAt = now;
        return event(Kind.COLLABORATOR_REMOVED, EventDetails.with(partner), now);
    }

    /** The one of several partners that may close and extend it; null for none. */
    public OpportunityEvent lead(Ref partner, Party by, Instant now) {
        requireSharing(by);
        hand(partner == null ? null : partner.id());
        updatedAt = now;
        return event(Kind.LEAD_NAMED, EventDetails.with(partner), now);
    }

    /** One of several partners gives it up, and the others go on. */
    public OpportunityEvent leaveToOthers(Ref partner, ReturnReason code, String why, Party by, Instant now) {
        requireWork(by);
        hand(partner.id().equals(partnerId) ? null : partnerId);
        updatedAt = now;
        return event(Kind.COLLABORATOR_LEFT, EventDetails.with(partner).because(code.name(), why), now);
    }

    private void requireSharing(Party by) {
        if (by != Party.STAFF) {
            throw new NotAllowed("opportunity.not-yours");
        }
        if (collaborationId == null || status.isClosed()) {
            throw new RuleViolation("opportunity.transition", status);
        }
    }

    /** From now on it goes to the next partner by itself, by this method and with these weights; null for not. */
    public void goOnBy(String nextMethod, String nextWeights) {
        method = nextMethod;
        weights = nextWeights;
    }

    /** The distribution rules are to find its partner. */
    public void ready() {
        method = AUTOMATIC;
    }

    /** No partner is left to which it could go. */
    public OpportunityEvent exhaust(Instant now) {
        exhausted = true;
        method = null;
        weights = null;
        updatedAt = now;
        return event(Kind.NO_PARTNER_LEFT, EventDetails.NONE, now);
    }

    /** The offered partner takes it on. */
    public OpportunityEvent accept(UUID partnerUser, Party by, Instant now) {
        move(Transition.ACCEPT, by, now);
        endOffer();
        startWork(partnerUser, now);
        return event(Kind.ACCEPTED, EventDetails.NONE, now);
    }

    /** The offered partner does not want it. */
    public OpportunityEvent decline(String code, String why, Party by, Instant now) {
        return leave(Transition.DECLINE, Kind.DECLINED, code, why, by, now);
    }

    /** The offered partner did not answer in time. */
    public OpportunityEvent expire(Instant now) {
        return leave(Transition.EXPIRE, Kind.EXPIRED, null, null, Party.SYSTEM, now);
    }

    /** Staff take the offer back before it is answered. */
    public OpportunityEvent recall(Party by, Instant now) {
        return leave(Transition.RECALL, Kind.RECALLED, null, null, by, now);
    }

    public OpportunityEvent giveBack(ReturnReason code, String why, Party by, Instant now) {
        if (by == Party.MANAGING_PARTNER && source == Source.PARTNER_CREATED) {
            throw new RuleViolation("opportunity.return-own");
        }
        return leave(Transition.RETURN, Kind.RETURNED, code.name(), why, by, now);
    }

    public OpportunityEvent takeBack(String why, Party by, Instant now) {
        return leave(Transition.TAKE_BACK, Kind.TAKEN_BACK, null, why, by, now);
    }

    /** The system takes it from a partner that has done nothing for too long. */
    public OpportunityEvent takeBackInactive(Instant now) {
        return leave(Transition.TAKE_BACK, Kind.TAKEN_BACK, "INACTIVE", null, Party.SYSTEM, now);
    }

    /** The partner is no longer on it; only it and staff are told why. */
    private OpportunityEvent leave(Transition move, Kind kind, String code, String why, Party by, Instant now) {
        move(move, by, now);
        var event = event(kind, EventDetails.NONE.because(code, why), now);
        endOffer();
        partnerId = null;
        collaborationId = null;
        partnerUserId = null;
        phase = null;
        acceptedAt = null;
        reasonCode = code;
        reason = why;
        return event;
    }

    public OpportunityEvent changePhase(Phase next, String why, Party by, Instant now) {
        requireWork(by);
        if (next.compareTo(phase) < 0 && (why == null || why.isBlank())) {
            throw new RuleViolation("opportunity.phase-reason");
        }
        var details = EventDetails.moved(phase, next).because(null, why);
        phase = next;
        updatedAt = now;
        return event(Kind.PHASE_CHANGED, details, now);
    }

    /** Gives it to a person of the managing partner; in a collaboration each partner has its own, in its place. */
    public OpportunityEvent assign(Ref person, Party by, Instant now) {
        requireWork(by);
        partnerUserId = collaborationId == null ? person.id() : null;
        updatedAt = now;
        return event(Kind.ASSIGNED, EventDetails.with(person), now);
    }

    /** Moves the date by which it is to be closed; past the policy a partner's wish waits for staff. */
    public OpportunityEvent extend(
            LocalDate next, String why, int times, int days, UUID person, Party by, Instant now) {
        requireLeading(by);
        requireWork(by);
        var before = requireLater(next, now);
        boolean asks = by == Party.MANAGING_PARTNER
                && extendableUntil(times, days, now)
                        .filter(latest -> !next.isAfter(latest))
                        .isEmpty();
        if (asks) {
            extensionRequest = new ExtensionRequest(next, why, person, now);
            updatedAt = now;
            return event(
                    Kind.EXTENSION_REQUESTED,
                    EventDetails.postponed(before, next).because(null, why),
                    now);
        }
        return postpone(before, next, why, now);
    }

    /** The latest date to which a partner may move it without asking. */
    public Optional<LocalDate> extendableUntil(int times, int days, Instant now) {
        return extensions >= times
                ? Optional.empty()
                : Optional.of(dueOrToday(now).plusDays(days));
    }

    /**
     * Staff answer a partner's wish for more time.
     *
     * @param next the date that is granted; null for none
     */
    public OpportunityEvent decideExtension(LocalDate next, String why, Party by, Instant now) {
        requireWork(by);
        if (extensionRequest == null) {
            throw new RuleViolation("opportunity.no-extension-request");
        }
        if (next != null) {
            return postpone(requireLater(next, now), next, why, now);
        }
        var details = EventDetails.postponed(dueOrToday(now), extensionRequest.dueOn())
                .because(null, why);
        extensionRequest = null;
        updatedAt = now;
        return event(Kind.EXTENSION_REFUSED, details, now);
    }

    private LocalDate dueOrToday(Instant now) {
        return dueOn == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : dueOn;
    }

    private LocalDate requireLater(LocalDate next, Instant now) {
        var before = dueOrToday(now);
        if (!next.isAfter(before)) {
            throw new RuleViolation("opportunity.extension-backwards", before);
        }
        return before;
    }

    private OpportunityEvent postpone(LocalDate before, LocalDate next, String why, Instant now) {
        dueOn = next;
        extensions++;
        extensionRequest = null;
        updatedAt = now;
        return event(Kind.EXTENDED, EventDetails.postponed(before, next).because(null, why), now);
    }

    public OpportunityEvent hold(String why, Party by, Instant now) {
        move(Transition.HOLD, by, now);
        return event(Kind.HELD, EventDetails.NONE.because(null, why), now);
    }

    public OpportunityEvent resume(Party by, Instant now) {
        move(Transition.RESUME, by, now);
        return event(Kind.RESUMED, EventDetails.NONE, now);
    }

    public OpportunityEvent cancel(String why, Party by, Instant now) {
        requireLeading(by);
        if (by == Party.MANAGING_PARTNER && source == Source.DISTRIBUTED) {
            throw new NotAllowed("opportunity.cancel-distributed");
        }
        move(Transition.CANCEL, by, now);
        close(null, why, LocalDate.ofInstant(now, ZoneOffset.UTC), now);
        return event(Kind.CANCELED, EventDetails.NONE.because(null, why), now);
    }

    public OpportunityEvent win(Money value, LocalDate on, Party by, Instant now) {
        if (!value.currency().equals(currency)) {
            throw new RuleViolation("opportunity.currency", currency);
        }
        var event = stopOffer(Transition.CLOSE_AS_WON, by, Kind.WON, EventDetails.NONE.worth(value, on), now);
        actualValue = value.amount();
        close(null, null, on, now);
        return event;
    }

    public OpportunityEvent lose(LostReason code, String why, LocalDate on, Party by, Instant now) {
        var event = stopOffer(
                Transition.CLOSE_AS_LOST,
                by,
                Kind.LOST,
                EventDetails.NONE.because(code.name(), why).worth(null, on),
                now);
        close(code.name(), why, on, now);
        return event;
    }

    /**
     * Closing ends an offer that nobody has answered; the partner it was made to has nothing to do with the outcome.
     */
    private OpportunityEvent stopOffer(Transition move, Party by, Kind kind, EventDetails details, Instant now) {
        boolean offered = status == OpportunityStatus.DELIVERED;
        move(move, by, now);
        var event = event(kind, details, now);
        if (offered) {
            endOffer();
            partnerId = null;
            collaborationId = null;
        }
        return event;
    }

    public OpportunityEvent reopen(String why, Party by, Instant now) {
        var before = status;
        boolean worked = partnerId != null || collaborationId != null;
        move(worked ? Transition.REOPEN : Transition.REOPEN_UNASSIGNED, by, now);
        if (worked && phase == null) {
            phase = Phase.PROSPECT;
            acceptedAt = acceptedAt == null ? now : acceptedAt;
        }
        actualValue = null;
        closedAt = null;
        closedOn = null;
        forgetReasons();
        return event(Kind.REOPENED, EventDetails.moved(before, status).because(null, why), now);
    }

    /** Whether its partner, which brought it, can ask for exclusivity. */
    public boolean isRegistrable() {
        return source == Source.PARTNER_CREATED
                && collaborationId == null
                && partnerId != null
                && (status == OpportunityStatus.PENDING_APPROVAL || status.isWorked());
    }

    /** What has become of the request for exclusivity. */
    public OpportunityEvent registration(Kind kind, String code, String why, Instant now) {
        return event(kind, EventDetails.NONE.because(code, why), now);
    }

    private void startWork(UUID partnerUser, Instant now) {
        partnerUserId = partnerUser;
        acceptedAt = now;
        phase = Phase.PROSPECT;
        if (dueOn == null) {
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            boolean planned = estimatedCloseDate != null && estimatedCloseDate.isAfter(today);
            dueOn = planned ? estimatedCloseDate : today.plusDays(DEFAULT_DAYS_TO_CLOSE);
        }
    }

    private void forgetReasons() {
        reasonCode = null;
        reason = null;
    }

    private void endOffer() {
        distributionId = null;
        answerBy = null;
    }

    private void close(String code, String why, LocalDate on, Instant now) {
        reasonCode = code;
        reason = why;
        closedOn = on;
        closedAt = now;
    }

    private void move(Transition move, Party by, Instant now) {
        var next = Transitions.next(status, move, by);
        if (next.isEmpty() && !Transitions.isEver(move, by)) {
            requireLeading(by);
            throw new NotAllowed("opportunity.not-yours");
        }
        status = next.orElseThrow(() -> new RuleViolation("opportunity.transition", status));
        exhausted = false;
        if (!status.isWorked()) {
            extensionRequest = null;
        }
        if (!KEEPS_PLAN.contains(move)) {
            method = null;
            weights = null;
        }
        updatedAt = now;
    }

    /** Another partner is answerable for it; what an earlier one wished for is not this one's wish. */
    private void hand(UUID next) {
        if (!Objects.equals(partnerId, next)) {
            extensionRequest = null;
        }
        partnerId = next;
    }

    /** While several partners work on it, what concerns all of them is for staff or the lead partner. */
    private static void requireLeading(Party by) {
        if (by == Party.COLLABORATOR) {
            throw new NotAllowed("opportunity.shared");
        }
    }

    private void requireWork(Party by) {
        if (!by.isWorking()) {
            throw new NotAllowed("opportunity.not-yours");
        }
        if (!status.isWorked()) {
            throw new RuleViolation("opportunity.transition", status);
        }
    }

    private OpportunityEvent event(Kind kind, EventDetails details, Instant now) {
        return new OpportunityEvent(
                id, kind, collaborationId == null ? partnerId : null, collaborationId, details, now);
    }

    private OpportunityEvent eventWith(UUID partner, Kind kind, EventDetails details, Instant now) {
        return new OpportunityEvent(id, kind, partner, null, details, now);
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String topic() {
        return topic;
    }

    public String summary() {
        return summary;
    }

    public UUID customerId() {
        return customerId;
    }

    public String currency() {
        return currency;
    }

    public Money estimatedValue() {
        return Money.of(estimatedValue, currency);
    }

    public Money actualValue() {
        return Money.of(actualValue, currency);
    }

    public Integer probability() {
        return probability;
    }

    public LocalDate estimatedCloseDate() {
        return estimatedCloseDate;
    }

    public String customerSituation() {
        return customerSituation;
    }

    public String customerNeed() {
        return customerNeed;
    }

    public String customerPainPoints() {
        return customerPainPoints;
    }

    public String proposedSolution() {
        return proposedSolution;
    }

    public UUID territoryId() {
        return territoryId;
    }

    public UUID industryId() {
        return industryId;
    }

    public Source source() {
        return source;
    }

    public OpportunityStatus status() {
        return status;
    }

    public Phase phase() {
        return phase;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public UUID partnerUserId() {
        return partnerUserId;
    }

    /** The time of working together that goes on now; null where at most one partner works on it. */
    public UUID collaborationId() {
        return collaborationId;
    }

    /** By what method it goes to the next partner by itself; null for none. */
    public String method() {
        return method;
    }

    public String weights() {
        return weights;
    }

    public boolean exhausted() {
        return exhausted;
    }

    public UUID distributionId() {
        return distributionId;
    }

    public Instant answerBy() {
        return answerBy;
    }

    public Instant deliveredAt() {
        return deliveredAt;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The partner's wish that waits for staff; null for none. */
    public ExtensionRequest extensionRequest() {
        return extensionRequest;
    }

    public int extensions() {
        return extensions;
    }

    public String reasonCode() {
        return reasonCode;
    }

    public String reason() {
        return reason;
    }

    public Set<UUID> contacts() {
        return contacts;
    }

    public Set<UUID> productLines() {
        return productLines;
    }

    public Set<UUID> requiredCompetencies() {
        return requiredCompetencies;
    }

    public Set<ExternalReference> externalReferences() {
        return externalReferences;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
