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

/** A sales opportunity at a customer. The vendor distributes it to a partner, or a partner creates it. */
@Entity
public class Opportunity {

    /** How many days a partner has to close an accepted opportunity, if no due date was set. */
    private static final int DEFAULT_DAYS_TO_CLOSE = 90;

    /** After these transitions a cascade looks for the next partner. */
    private static final Set<Transition> KEEPS_PLAN = EnumSet.of(
            Transition.DISTRIBUTE,
            Transition.ACCEPT,
            Transition.DECLINE,
            Transition.EXPIRE,
            Transition.HOLD,
            Transition.RESUME,
            Transition.RETURN);

    /** The method that lets the distribution rules decide. */
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

    /** A new opportunity of staff, to be distributed to a partner. */
    public static Opportunity byStaff(
            String number, UUID customerId, EditOpportunityRequest details, UUID createdBy, Instant now) {
        var opportunity = new Opportunity(number, customerId, details, createdBy, now);
        opportunity.source = Source.DISTRIBUTED;
        opportunity.status = OpportunityStatus.NEW;
        return opportunity;
    }

    /** A new opportunity of a partner, which manages it once staff approve. */
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

    /** Throws if it cannot be offered to a partner now. */
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

    /** Opens it to the pool: the first eligible partner gets it. */
    public OpportunityEvent pool(Party by, Instant now) {
        move(Transition.OPEN_TO_POOL, by, now);
        forgetReasons();
        return event(Kind.POOLED, EventDetails.NONE, now);
    }

    /** A partner claims it from the pool, before any other. */
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

    /** Lets several partners work on it now, or once they accept. A partner that already works on it is one of them. */
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

    /** Adds another partner to the collaboration. */
    public OpportunityEvent add(Ref partner, Party by, Instant now) {
        requireSharing(by);
        begin(now);
        return event(Kind.COLLABORATOR_ADDED, EventDetails.with(partner), now);
    }

    /** Asks another partner to join the collaboration. Only this partner is notified. */
    public OpportunityEvent ask(Ref partner, Party by, Instant now) {
        requireSharing(by);
        updatedAt = now;
        return eventWith(partner.id(), Kind.DELIVERED, EventDetails.with(partner), now);
    }

    /** A partner that was asked joins. */
    public OpportunityEvent join(Ref partner, Instant now) {
        begin(now);
        return event(Kind.ACCEPTED, EventDetails.with(partner), now);
    }

    /** The work starts when the first of several partners joins. */
    private void begin(Instant now) {
        if (status == OpportunityStatus.DELIVERED) {
            move(Transition.ACCEPT, Party.OFFERED_PARTNER, now);
            startWork(null, now);
        }
        updatedAt = now;
    }

    /** Reminds a partner that its answer is due. */
    public OpportunityEvent reminded(UUID partner, Instant now) {
        return eventWith(partner, Kind.REMINDED, EventDetails.NONE, now);
    }

    /** A partner now sees what was masked before it accepted. */
    public OpportunityEvent revealed(Ref partner, Set<MaskedField> fields, Instant now) {
        var names = fields.stream()
                .map(field -> new EventDetails.FieldChange(field.name(), null, null))
                .toList();
        return eventWith(partner.id(), Kind.REVEALED, EventDetails.with(partner).changing(names), now);
    }

    /** Raises an alert. */
    public OpportunityEvent alerted(Alert alert, Instant now) {
        return event(Kind.ALERTED, EventDetails.NONE.because(alert.name(), null), now);
    }

    /** A partner that was asked does not join, and others remain. */
    public OpportunityEvent dropped(UUID partner, Kind how, String code, String why, Instant now) {
        updatedAt = now;
        return eventWith(partner, how, EventDetails.NONE.because(code, why), now);
    }

    /** Staff remove one of several partners. */
    public OpportunityEvent remove(Ref partner, Party by, Instant now) {
        requireSharing(by);
        hand(partner.id().equals(partnerId) ? null : partnerId);
        updatedAt = now;
        return event(Kind.COLLABORATOR_REMOVED, EventDetails.with(partner), now);
    }

    /** Sets which of several partners may close and extend it; null for none. */
    public OpportunityEvent lead(Ref partner, Party by, Instant now) {
        requireSharing(by);
        hand(partner == null ? null : partner.id());
        updatedAt = now;
        return event(Kind.LEAD_NAMED, EventDetails.with(partner), now);
    }

    /** One of several partners returns it, and the others continue. */
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

    /** Sets the method and weights that automatically find the next partner; null for none. */
    public void goOnBy(String nextMethod, String nextWeights) {
        method = nextMethod;
        weights = nextWeights;
    }

    /** Lets the distribution rules find its partner. */
    public void ready() {
        method = AUTOMATIC;
    }

    /** No partner is left to offer it to. */
    public OpportunityEvent exhaust(Instant now) {
        exhausted = true;
        method = null;
        weights = null;
        updatedAt = now;
        return event(Kind.NO_PARTNER_LEFT, EventDetails.NONE, now);
    }

    /** The offered partner accepts it. */
    public OpportunityEvent accept(UUID partnerUser, Party by, Instant now) {
        move(Transition.ACCEPT, by, now);
        endOffer();
        startWork(partnerUser, now);
        return event(Kind.ACCEPTED, EventDetails.NONE, now);
    }

    /** The offered partner declines it. */
    public OpportunityEvent decline(String code, String why, Party by, Instant now) {
        return leave(Transition.DECLINE, Kind.DECLINED, code, why, by, now);
    }

    /** The offered partner did not answer in time. */
    public OpportunityEvent expire(Instant now) {
        return leave(Transition.EXPIRE, Kind.EXPIRED, null, null, Party.SYSTEM, now);
    }

    /** Staff recall the offer before it is answered. */
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

    /** The system takes it back from a partner that has been inactive for too long. */
    public OpportunityEvent takeBackInactive(Instant now) {
        return leave(Transition.TAKE_BACK, Kind.TAKEN_BACK, "INACTIVE", null, Party.SYSTEM, now);
    }

    /** Removes the partner. Only this partner and staff get the reason. */
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

    /** Assigns it to a user of the managing partner. In a collaboration each collaborator has its own assignee. */
    public OpportunityEvent assign(Ref person, Party by, Instant now) {
        requireWork(by);
        partnerUserId = collaborationId == null ? person.id() : null;
        updatedAt = now;
        return event(Kind.ASSIGNED, EventDetails.with(person), now);
    }

    /** Moves the due date. Beyond the policy, a partner's request waits for staff. */
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

    /** The latest due date that a partner may set without asking. */
    public Optional<LocalDate> extendableUntil(int times, int days, Instant now) {
        return extensions >= times
                ? Optional.empty()
                : Optional.of(dueOrToday(now).plusDays(days));
    }

    /**
     * Staff decide on a partner's request for more time.
     *
     * @param next the granted date; null if the request is refused
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

    /** Ends an unanswered offer on closing. Its partner has nothing to do with the outcome. */
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

    /** Whether the partner that created it can request exclusivity. */
    public boolean isRegistrable() {
        return source == Source.PARTNER_CREATED
                && collaborationId == null
                && partnerId != null
                && (status == OpportunityStatus.PENDING_APPROVAL || status.isWorked());
    }

    /** Records what happened to the request for exclusivity. */
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

    /** Makes another partner responsible. The extension request of the previous partner is dropped. */
    private void hand(UUID next) {
        if (!Objects.equals(partnerId, next)) {
            extensionRequest = null;
        }
        partnerId = next;
    }

    /** While several partners work on it, only staff or the lead partner may change what concerns all of them. */
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

    /** The current collaboration; null if at most one partner works on it. */
    public UUID collaborationId() {
        return collaborationId;
    }

    /** The method that automatically finds the next partner; null for none. */
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

    /** The partner's extension request that waits for staff; null for none. */
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
